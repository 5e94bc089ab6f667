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
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.DeliberationMoves;
import org.regulus.sanctions.penalty.HearingMoves;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.edge.ProceedingCommands.Target;

/** The steps beside the main way before the decision: hearing, voices, more time, recusal, hand-over. */
@Path("/proceedings/{id}")
@Tag(name = "Penalty proceedings")
class BeforeDecisionResource {

    private final SheetCommands sheets;
    private final CurrentActor actor;

    BeforeDecisionResource(SheetCommands sheets, CurrentActor actor) {
        this.sheets = sheets;
        this.actor = actor;
    }

    @PUT
    @Path("/hearing-request")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator asks for a hearing while it may still answer, where the law gives one")
    public Uni<RestResponse<ProceedingView>> requestHearing(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Nothing nothing) {
        return sheets.file(target(id, seen), HearingMoves::request).map(ProceedingView::ok);
    }

    @PUT
    @Path("/hearing")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Call the hearing, with its notice days, under a chair who neither investigated nor reviewed")
    public Uni<RestResponse<ProceedingView>> callHearing(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.HearingCall call) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> HearingMoves.call(it, new OfficerId(call.chair()), call.heldOn(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/hearing-record")
    @RolesAllowed({Roles.LEGAL_REVIEWER, Roles.DECISION_MAKER, Roles.CASE_OFFICER})
    @Operation(summary = "The chair signs the minutes; who stayed away gave the hearing up")
    public Uni<RestResponse<ProceedingView>> holdHearing(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Minutes record) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> HearingMoves.hold(it, record.attended(), record.minutes(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/vote")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Your voice in the collective discussion")
    public Uni<RestResponse<ProceedingView>> vote(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Voice voice) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> DeliberationMoves.vote(it, voice.inFavour(), voice.reason(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/decision-extension")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "More time for the decision, with the reason")
    public Uni<RestResponse<ProceedingView>> extend(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Extension wanted) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> DeliberationMoves.extend(it, wanted.until(), wanted.reason(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/recusal")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "An officer with an interest of its own acts no more in this proceeding")
    public Uni<RestResponse<ProceedingView>> recuse(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Recusal wanted) {
        return sheets.file(
                        target(id, seen),
                        (it, court) ->
                                DeliberationMoves.recuse(it, new OfficerId(wanted.officer()), wanted.reason(), court))
                .map(ProceedingView::ok);
    }

    @PUT
    @Path("/transfer")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "What turns out to be a crime goes to those who pursue crimes")
    public Uni<RestResponse<ProceedingView>> transfer(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull StepRequests.Transfer wanted) {
        return sheets.file(
                        target(id, seen),
                        (it, court) -> DeliberationMoves.transfer(it, wanted.to(), wanted.reason(), court))
                .map(ProceedingView::ok);
    }

    private Target target(UUID id, String seen) {
        return new Target(actor.get(), new ProceedingId(id), ETags.version(seen));
    }
}
