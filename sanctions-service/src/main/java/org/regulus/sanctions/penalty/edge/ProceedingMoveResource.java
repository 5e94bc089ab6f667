package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.Answer;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.NewDecision;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.NewProposal;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.Notice;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.Payment;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.Review;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.Withdrawal;

/** The moves of a proceeding: each is a noun below it, and says which version it has seen. */
@Path("/proceedings/{id}")
@Tag(name = "Penalty proceedings")
class ProceedingMoveResource {

    private final ProceedingCommands proceedings;
    private final CurrentActor actor;

    ProceedingMoveResource(ProceedingCommands proceedings, CurrentActor actor) {
        this.proceedings = proceedings;
        this.actor = actor;
    }

    @PUT
    @Path("/proposal")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Propose after the investigation, or again what the review returned")
    public Uni<RestResponse<ProceedingView>> proposeAgain(@BeanParam Seen seen, @Valid @NotNull NewProposal better) {
        return proceedings.proposeAgain(seen.by(actor.get()), better).map(ProceedingView::ok);
    }

    @PUT
    @Path("/review")
    @RolesAllowed(Roles.LEGAL_REVIEWER)
    @Operation(summary = "The legal review: by somebody who did not propose")
    public Uni<RestResponse<ProceedingView>> review(@BeanParam Seen seen, @Valid @NotNull Review review) {
        return proceedings.review(seen.by(actor.get()), review.approved()).map(ProceedingView::ok);
    }

    @PUT
    @Path("/notice")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The prior notice: from it runs the operator's time to answer")
    public Uni<RestResponse<ProceedingView>> notice(@BeanParam Seen seen, @Valid @NotNull Notice notice) {
        return proceedings.notice(seen.by(actor.get())).map(ProceedingView::ok);
    }

    @PUT
    @Path("/defence")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator answers the notice, or expressly waives its right to")
    public Uni<RestResponse<ProceedingView>> answer(@BeanParam Seen seen, @Valid @NotNull Answer answer) {
        return proceedings.answer(seen.by(actor.get()), answer).map(ProceedingView::ok);
    }

    @PUT
    @Path("/decision")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "The decision: by a third person, after the time to answer, never heavier than the notice")
    public Uni<RestResponse<ProceedingView>> decide(@BeanParam Seen seen, @Valid @NotNull NewDecision decision) {
        return proceedings.decide(seen.by(actor.get()), decision).map(ProceedingView::ok);
    }

    @PUT
    @Path("/payment")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The fine was paid in full: closes the proceeding")
    public Uni<RestResponse<ProceedingView>> pay(@BeanParam Seen seen, @Valid @NotNull Payment payment) {
        return proceedings.pay(seen.by(actor.get()), payment).map(ProceedingView::ok);
    }

    @PUT
    @Path("/withdrawal")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Give the proceeding up, with the reason, before it is decided")
    public Uni<RestResponse<ProceedingView>> withdraw(@BeanParam Seen seen, @Valid @NotNull Withdrawal withdrawal) {
        return proceedings.withdraw(seen.by(actor.get()), withdrawal.reason()).map(ProceedingView::ok);
    }
}
