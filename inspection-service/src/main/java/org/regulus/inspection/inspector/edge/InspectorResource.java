package org.regulus.inspection.inspector.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;

/** The authority's register of inspectors, and from which operators each is recused. */
@Path("/inspectors")
class InspectorResource {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    InspectorResource(InstantSource clock, IdSource ids, Outbox outbox, Idempotency idempotency, CurrentActor actor) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    record NewInspector(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 50) String staffNumber,
            @Size(max = 200) String account,
            @Pattern(regexp = "[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{2,60}") String email,
            @NotNull @Size(max = 1000) List<@NotNull UUID> recusedOperators,
            @Size(min = 1, max = 20) Set<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
            @NotNull Boolean active) {}

    record InspectorView(
            UUID id,
            String authority,
            String name,
            String staffNumber,
            String account,
            String email,
            List<UUID> recusedOperators,
            Set<String> languages,
            boolean active) {
        static InspectorView of(InspectorRow row) {
            return new InspectorView(
                    row.id,
                    row.authority,
                    row.name,
                    row.staffNumber,
                    row.account,
                    row.email,
                    List.of(row.recusedOperators),
                    new TreeSet<>(List.of(row.languages)),
                    row.active);
        }
    }

    private static RestResponse<InspectorView> shown(InspectorRow row, RestResponse.Status status) {
        return RestResponse.ResponseBuilder.create(status, InspectorView.of(row))
                .header("ETag", ETags.of(row.version))
                .header("Location", URI.create("/inspectors/" + row.id))
                .build();
    }

    @POST
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Adds an inspector to the register")
    public Uni<RestResponse<InspectorView>> add(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewInspector inspector) {
        String authority = actor.get().requireAuthority();
        Instant now = clock.instant();
        return idempotency
                .once(actor.get(), key, inspector, () -> {
                    InspectorRow row = new InspectorRow();
                    row.id = ids.next();
                    row.authority = authority;
                    fill(row, inspector);
                    return Panache.getSession()
                            .chain(session -> session.persist(row))
                            .chain(() -> outbox.append(InspectorMessages.registered(row, now)))
                            .chain(() -> saved(row))
                            .replaceWith(row.id);
                })
                .chain(id -> Rows.of(InspectorRow.class, actor.get()).one(id, "inspector.unknown"))
                .map(row -> shown(row, RestResponse.Status.CREATED));
    }

    @GET
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
    @Operation(summary = "The register, oldest entry first")
    public Uni<RestResponse<Page<InspectorView>>> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(InspectorRow.class, actor.get()).page(page).map(rows -> Page.of(rows, page, row -> row.id)
                .map(InspectorView::of)
                .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
    @Operation(summary = "One inspector")
    public Uni<RestResponse<InspectorView>> get(@RestPath UUID id) {
        return Rows.of(InspectorRow.class, actor.get())
                .one(id, "inspector.unknown")
                .map(row -> shown(row, RestResponse.Status.OK));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @WithTransaction
    @Operation(
            summary = "Changes an entry: whether the inspector is active, or more recusals",
            description = "A recusal stays: one that is not listed is not taken back.")
    public Uni<RestResponse<InspectorView>> change(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid NewInspector inspector) {
        Instant now = clock.instant();
        long version = ETags.version(seen);
        return Rows.of(InspectorRow.class, actor.get())
                .one(id, "inspector.unknown")
                .invoke(row -> ETags.check(version, row.version))
                .invoke(row -> fill(row, inspector))
                .call(row -> outbox.append(InspectorMessages.registered(row, now)))
                .call(InspectorResource::saved)
                .map(row -> shown(row, RestResponse.Status.OK));
    }

    private static void fill(InspectorRow row, NewInspector inspector) {
        row.name = inspector.name();
        row.staffNumber = inspector.staffNumber();
        row.account = inspector.account();
        row.email = inspector.email();
        inspector.recusedOperators().forEach(row::recuse);
        row.languages = inspector.languages() == null
                ? row.languages
                : inspector.languages().toArray(String[]::new);
        row.active = inspector.active();
    }

    /** Two officers may take the same staff number at the same instant; the database lets one of them. */
    private static Uni<Void> saved(InspectorRow row) {
        return Rows.flush()
                .onFailure(ConstraintViolationException.class)
                .transform(taken ->
                        Refusal.conflict("inspector.staff-number-taken", "There is an inspector " + row.staffNumber));
    }
}
