package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.NewProceeding;

/** Opening and reading proceedings; {@link ProceedingMoveResource} has what happens to them. */
@Path("/proceedings")
@Tag(name = "Penalty proceedings")
class ProceedingResource {

    private final ProceedingOpening opening;
    private final ProceedingQueries queries;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    ProceedingResource(
            ProceedingOpening opening, ProceedingQueries queries, Idempotency idempotency, CurrentActor actor) {
        this.opening = opening;
        this.queries = queries;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @POST
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Propose a penalty on an order, within a provision that was law on the day of the act")
    public Uni<RestResponse<ProceedingView>> propose(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull NewProceeding wanted) {
        Actor officer = actor.get();
        return idempotency
                .once(officer, key, wanted, () -> opening.propose(officer, wanted))
                .chain(id -> queries.one(officer, id))
                .map(ProceedingView::created);
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "Proceedings of your authority, or those that you were given notice of as an operator")
    public Uni<RestResponse<Page<ProceedingView>>> list(
            @QueryParam("case") UUID caseId,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        return queries.page(actor.get(), new ProceedingQueries.Filter(caseId, state), PageRequest.of(limit, cursor))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    public Uni<RestResponse<ProceedingView>> one(@RestPath UUID id) {
        return queries.one(actor.get(), id).map(ProceedingView::ok);
    }
}
