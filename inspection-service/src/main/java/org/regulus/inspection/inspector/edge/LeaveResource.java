package org.regulus.inspection.inspector.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.Zones.ThisCentury;

/** When inspectors are away. What was fixed for such a time stays until a new proposal moves it. */
@Path("/inspectors/{id}/leaves")
@RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER})
class LeaveResource {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    LeaveResource(InstantSource clock, IdSource ids, Outbox outbox, Idempotency idempotency, CurrentActor actor) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    record NewLeave(@NotNull @ThisCentury Instant startsAt, @NotNull @ThisCentury Instant endsAt) {}

    record LeaveView(UUID id, UUID inspectorId, Instant startsAt, Instant endsAt) {
        static LeaveView of(LeaveRow row) {
            return new LeaveView(row.id, row.inspectorId, row.startsAt, row.endsAt);
        }
    }

    @POST
    @Operation(summary = "Notes that the inspector is away; half days have hours")
    public Uni<RestResponse<LeaveView>> add(
            @RestPath UUID id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewLeave leave) {
        Actor officer = actor.get();
        Instant now = clock.instant();
        if (!leave.startsAt().isBefore(leave.endsAt())) {
            throw Refusal.invalid("leave.ends-before-it-starts", "A leave ends after it starts");
        }
        return idempotency
                .once(officer, key, List.of(id, leave), () -> Rows.of(InspectorRow.class, officer)
                        .one(id, "inspector.unknown")
                        .map(inspector -> row(inspector, leave))
                        .call(row -> Panache.getSession().chain(session -> session.persist(row)))
                        .call(row -> outbox.append(InspectorMessages.leaveNoted(row, now)))
                        .map(row -> row.id))
                .chain(made -> of(officer, id, made))
                .map(row -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, LeaveView.of(row))
                        .header("Location", URI.create("/inspectors/%s/leaves/%s".formatted(id, row.id)))
                        .build());
    }

    private LeaveRow row(InspectorRow inspector, NewLeave leave) {
        LeaveRow row = new LeaveRow();
        row.id = ids.next();
        row.authority = inspector.authority;
        row.inspectorId = inspector.id;
        row.startsAt = leave.startsAt();
        row.endsAt = leave.endsAt();
        return row;
    }

    private static Uni<LeaveRow> of(Actor officer, UUID inspector, UUID id) {
        return Rows.of(LeaveRow.class, officer)
                .and("inspectorId = :inspector", "inspector", inspector)
                .and("withdrawn = :withdrawn", "withdrawn", false)
                .one(id, "leave.unknown");
    }

    @GET
    @Operation(summary = "When the inspector is away, first noted first")
    public Uni<RestResponse<Page<LeaveView>>> list(
            @RestPath UUID id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(LeaveRow.class, actor.get())
                .and("inspectorId = :inspector", "inspector", id)
                .and("withdrawn = :withdrawn", "withdrawn", false)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(LeaveView::of).response(uri));
    }

    @DELETE
    @Path("/{leave}")
    @WithTransaction
    @Operation(summary = "The inspector is not away after all")
    public Uni<Void> remove(@RestPath UUID id, @RestPath UUID leave) {
        Actor officer = actor.get();
        Instant now = clock.instant();
        return of(officer, id, leave).chain(row -> {
            row.withdrawn = true;
            row.withdrawnBy = officer.subject();
            row.withdrawnAt = now;
            return outbox.append(InspectorMessages.leaveWithdrawn(row)).chain(Rows::flush);
        });
    }
}
