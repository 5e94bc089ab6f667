package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Idempotency;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.NewProceeding;

/** A case is filed and investigated before anything is proposed: the proceeding begins here, and goes on under {@code /proceedings}. */
@Path("/investigations")
@Tag(name = "Penalty proceedings")
class InvestigationResource {

    private final ProceedingOpening opening;
    private final ProceedingQueries queries;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    InvestigationResource(
            ProceedingOpening opening, ProceedingQueries queries, Idempotency idempotency, CurrentActor actor) {
        this.opening = opening;
        this.queries = queries;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @POST
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "File a case on an order: what is suspected, and the penalty that it may come to at most")
    public Uni<RestResponse<ProceedingView>> file(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull NewProceeding suspected) {
        Actor officer = actor.get();
        // the body is that of a proposal: only the path says which of both is asked for
        return idempotency
                .once(officer, key, List.of("investigation", suspected), () -> opening.file(officer, suspected))
                .chain(id -> queries.one(officer, id))
                .map(ProceedingView::created);
    }
}
