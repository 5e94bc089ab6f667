package org.regulus.filing.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Reception;

/** Requests for more time to file, and the decisions on them. */
@Path("/cases/{caseId}/extensions")
class ExtensionResource {

    private final Extensions extensions;
    private final Idempotency idempotency;
    private final CurrentActor actor;
    private final Reception reception;

    ExtensionResource(Extensions extensions, Idempotency idempotency, CurrentActor actor, Reception reception) {
        this.extensions = extensions;
        this.idempotency = idempotency;
        this.actor = actor;
        this.reception = reception;
    }

    /** @param until the last day wanted, in the authority's zone */
    record Asked(@NotNull LocalDate until, @NotBlank @Size(max = 2000) String reason) {}

    /** @param until another last day than was asked for; only with a grant */
    record Decision(@NotNull Boolean granted, LocalDate until, @NotBlank @Size(max = 2000) String reason) {}

    record ExtensionView(
            UUID id,
            UUID caseId,
            String state,
            Instant askedUntil,
            String reason,
            Instant requestedAt,
            Instant grantedUntil,
            String decisionReason,
            Instant decidedAt) {
        static ExtensionView of(ExtensionRow row) {
            return new ExtensionView(
                    row.id,
                    row.caseId,
                    row.state,
                    row.askedUntil,
                    row.reason,
                    row.requestedAt,
                    row.grantedUntil,
                    row.decisionReason,
                    row.decidedAt);
        }
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Asks for more time to file; one request at a time, before the deadline")
    public Uni<RestResponse<ExtensionView>> ask(
            @RestPath UUID caseId, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid Asked asked) {
        return idempotency
                .once(
                        actor.get(),
                        key,
                        List.of(caseId, asked),
                        () -> extensions.ask(
                                actor.get(), caseId, asked.until(), asked.reason(), reception.receivedAt()))
                .chain(id -> row(caseId, id))
                .map(row -> shown(
                        row,
                        RestResponse.ResponseBuilder.<ExtensionView>created(
                                URI.create("/cases/%s/extensions/%s".formatted(caseId, row.id)))));
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "All requests for more time in this case, oldest first")
    public Uni<RestResponse<Page<ExtensionView>>> list(
            @RestPath UUID caseId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return CaseReaders.readable(ExtensionRow.class, actor.get(), "caseId")
                .and("caseId = :case", "case", caseId)
                .page(page)
                .map(rows -> Page.of(rows, page, row -> row.id)
                        .map(ExtensionView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "One request for more time")
    public Uni<RestResponse<ExtensionView>> get(@RestPath UUID caseId, @RestPath UUID id) {
        return row(caseId, id).map(row -> shown(row, RestResponse.ResponseBuilder.<ExtensionView>ok()));
    }

    @PUT
    @Path("/{id}/decision")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Gives more time, or refuses it; a request made in time may be decided after the deadline")
    public Uni<RestResponse<ExtensionView>> decide(
            @RestPath UUID caseId,
            @RestPath UUID id,
            @HeaderParam("If-Match") String seen,
            @NotNull @Valid Decision decision) {
        long version = ETags.version(seen);
        Uni<ExtensionRow> decided = decision.granted()
                ? extensions.grant(actor.get(), caseId, id, version, decision.until(), decision.reason())
                : extensions.refuse(actor.get(), caseId, id, version, decision.reason());
        return decided.map(row -> shown(row, RestResponse.ResponseBuilder.<ExtensionView>ok()));
    }

    private Uni<ExtensionRow> row(UUID caseId, UUID id) {
        return CaseReaders.readable(ExtensionRow.class, actor.get(), "caseId")
                .and("caseId = :case", "case", caseId)
                .one(id, "extension.unknown");
    }

    private static RestResponse<ExtensionView> shown(
            ExtensionRow row, RestResponse.ResponseBuilder<ExtensionView> answer) {
        return answer.entity(ExtensionView.of(row))
                .header("ETag", ETags.of(row.version))
                .build();
    }
}
