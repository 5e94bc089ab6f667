package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.edge.ProceedingCommands.Target;
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
    @Operation(summary = "Propose again what the review returned")
    public Uni<RestResponse<ProceedingView>> proposeAgain(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull NewProposal better) {
        return proceedings.proposeAgain(target(id, seen), better).map(ProceedingView::ok);
    }

    @PUT
    @Path("/review")
    @RolesAllowed(Roles.LEGAL_REVIEWER)
    @Operation(summary = "The legal review: by somebody who did not propose")
    public Uni<RestResponse<ProceedingView>> review(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull Review review) {
        return proceedings.review(target(id, seen), review.approved()).map(ProceedingView::ok);
    }

    @PUT
    @Path("/notice")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The prior notice: from it runs the operator's time to answer")
    public Uni<RestResponse<ProceedingView>> notice(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull Notice notice) {
        return proceedings.notice(target(id, seen)).map(ProceedingView::ok);
    }

    @PUT
    @Path("/defence")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator answers the notice, or expressly waives its right to")
    public Uni<RestResponse<ProceedingView>> answer(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull Answer answer) {
        return proceedings.answer(target(id, seen), answer).map(ProceedingView::ok);
    }

    @PUT
    @Path("/decision")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "The decision: by a third person, after the time to answer, never heavier than the notice")
    public Uni<RestResponse<ProceedingView>> decide(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull NewDecision decision) {
        return proceedings.decide(target(id, seen), decision).map(ProceedingView::ok);
    }

    @PUT
    @Path("/payment")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The fine was paid in full: closes the proceeding")
    public Uni<RestResponse<ProceedingView>> pay(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull Payment payment) {
        return proceedings.pay(target(id, seen), payment).map(ProceedingView::ok);
    }

    @PUT
    @Path("/withdrawal")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Give the proceeding up, before it is decided")
    public Uni<RestResponse<ProceedingView>> withdraw(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull Withdrawal withdrawal) {
        return proceedings.withdraw(target(id, seen)).map(ProceedingView::ok);
    }

    private Target target(UUID id, String seen) {
        return new Target(actor.get(), new ProceedingId(id), ETags.version(seen));
    }
}
