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
import org.regulus.sanctions.penalty.ChallengeMoves;
import org.regulus.sanctions.penalty.ExecutionMoves;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.RecordMoves;
import org.regulus.sanctions.penalty.ServiceMoves;
import org.regulus.sanctions.penalty.edge.ProceedingCommands.Target;

/** What happens to a decision: served, paid in parts, challenged, demanded, enforced, corrected, revoked, published, taken down. */
@Path("/proceedings/{id}")
@Tag(name = "Penalty proceedings")
class AfterDecisionResource {

    private final SheetCommands sheets;
    private final CurrentActor actor;

    AfterDecisionResource(SheetCommands sheets, CurrentActor actor) {
        this.sheets = sheets;
        this.actor = actor;
    }

    @PUT
    @Path("/service")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The decision reached the operator, or an attempt to serve it failed")
    public Uni<RestResponse<ProceedingView>> serve(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Service service) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> service.failed()
                                ? ServiceMoves.fail(it, service.by(), service.on(), service.reason(), court)
                                : ServiceMoves.serve(
                                        it, service.by(), service.on(), Boolean.TRUE.equals(service.consent()), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/instalment-request")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator asks to pay in parts")
    public Uni<RestResponse<ProceedingView>> requestInstalments(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Reasoned wanted) {
        return sheets.file(
                        target(id, seen), (it, court) -> ExecutionMoves.requestInstalments(it, wanted.reason(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/instalments")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Grant instalments: parts that come to the fine, each with its day")
    public Uni<RestResponse<ProceedingView>> grantInstalments(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Instalments granted) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> ExecutionMoves.grantInstalments(
                                it, granted.in(it.proposal().amount().currency()), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/challenge")
    @RolesAllowed({Roles.OPERATOR, Roles.CASE_OFFICER})
    @Operation(summary = "The operator asked for reconsideration or sued, within its limit")
    public Uni<RestResponse<ProceedingView>> challenge(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Challenge challenge) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> ChallengeMoves.challenge(it, challenge.before(), challenge.filedOn(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/challenge-resolution")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "What became of the challenge")
    public Uni<RestResponse<ProceedingView>> resolve(
            @RestPath UUID id,
            @HeaderParam("If-Match") String seen,
            @Valid @NotNull StepRequests.Resolution resolution) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> ChallengeMoves.resolve(
                                it,
                                resolution.how(),
                                resolution.resolvedOn(),
                                resolution.amount(it.proposal().amount().currency()),
                                court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/demand")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Demand payment before enforcement")
    public Uni<RestResponse<ProceedingView>> demand(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Nothing nothing) {
        return sheets.file(target(id, seen), ExecutionMoves::demand).map(ProceedingView::ok);
    }

    @PUT
    @Path("/enforcement-request")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Ask the court to enforce")
    public Uni<RestResponse<ProceedingView>> requestEnforcement(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Nothing nothing) {
        return sheets.file(target(id, seen), ExecutionMoves::requestEnforcement).map(ProceedingView::ok);
    }

    @PUT
    @Path("/correction")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Put a slip of the pen right; the decision stays")
    public Uni<RestResponse<ProceedingView>> correct(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Text correction) {
        return sheets.file(target(id, seen), (it, court) -> RecordMoves.correct(it, correction.text(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/revocation")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Take the decision back")
    public Uni<RestResponse<ProceedingView>> revoke(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Reasoned wanted) {
        return sheets.file(target(id, seen), (it, court) -> RecordMoves.revoke(it, wanted.reason(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/publication")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Publish the decision, where it is of a certain impact")
    public Uni<RestResponse<ProceedingView>> publish(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Nothing nothing) {
        return sheets.file(target(id, seen), RecordMoves::publish).map(ProceedingView::ok);
    }

    @PUT
    @Path("/publication-end")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Take the publication down, with the reason")
    public Uni<RestResponse<ProceedingView>> takeDown(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Reasoned wanted) {
        return sheets.file(target(id, seen), (it, court) -> RecordMoves.takeDown(it, wanted.reason(), court))
                .map(ProceedingView::ok);
    }

    private Target target(UUID id, String seen) {
        return new Target(actor.get(), new ProceedingId(id), ETags.version(seen));
    }
}
