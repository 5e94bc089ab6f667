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
import org.regulus.sanctions.penalty.edge.SheetCommands.Step;

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
    public Uni<RestResponse<ProceedingView>> serve(@BeanParam Seen seen, @Valid @NotNull AfterRequests.Service step) {
        return take(seen, step);
    }

    @PUT
    @Path("/instalment-request")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator asks to pay in parts")
    public Uni<RestResponse<ProceedingView>> requestInstalments(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.InstalmentRequest step) {
        return take(seen, step);
    }

    @PUT
    @Path("/instalments")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Grant instalments: parts that come to the fine, each with its day")
    public Uni<RestResponse<ProceedingView>> grantInstalments(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.Instalments step) {
        return take(seen, step);
    }

    @PUT
    @Path("/execution")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "A penalty that is neither words nor a fine took effect")
    public Uni<RestResponse<ProceedingView>> carryOut(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.CarryingOut step) {
        return take(seen, step);
    }

    @PUT
    @Path("/execution-end")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The term of a penalty is over")
    public Uni<RestResponse<ProceedingView>> endTerm(@BeanParam Seen seen, @Valid @NotNull AfterRequests.TermEnd step) {
        return take(seen, step);
    }

    @PUT
    @Path("/challenge")
    @RolesAllowed({Roles.OPERATOR, Roles.CASE_OFFICER})
    @Operation(summary = "The operator asked for reconsideration or sued, within its limit")
    public Uni<RestResponse<ProceedingView>> challenge(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.Challenge step) {
        return take(seen, actor.get().operatorId().isPresent() ? step.inPerson() : step);
    }

    @PUT
    @Path("/challenge-resolution")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER})
    @Operation(summary = "What became of the challenge: entered by somebody else than who proposed the penalty")
    public Uni<RestResponse<ProceedingView>> resolve(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.Resolution step) {
        return take(seen, step);
    }

    @PUT
    @Path("/demand")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Demand payment before enforcement")
    public Uni<RestResponse<ProceedingView>> demand(@BeanParam Seen seen, @Valid @NotNull AfterRequests.Demand step) {
        return take(seen, step);
    }

    @PUT
    @Path("/enforcement-request")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Ask the court to enforce")
    public Uni<RestResponse<ProceedingView>> requestEnforcement(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.EnforcementRequest step) {
        return take(seen, step);
    }

    @PUT
    @Path("/correction")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Put a slip of the pen right; the decision stays")
    public Uni<RestResponse<ProceedingView>> correct(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.Correction step) {
        return take(seen, step);
    }

    @PUT
    @Path("/revocation")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Take the decision back")
    public Uni<RestResponse<ProceedingView>> revoke(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.Revocation step) {
        return take(seen, step);
    }

    @PUT
    @Path("/publication")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Publish the decision, where it is of a certain impact")
    public Uni<RestResponse<ProceedingView>> publish(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.Publication step) {
        return take(seen, step);
    }

    @PUT
    @Path("/publication-end")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Take the publication down, with the reason")
    public Uni<RestResponse<ProceedingView>> takeDown(
            @BeanParam Seen seen, @Valid @NotNull AfterRequests.PublicationEnd step) {
        return take(seen, step);
    }

    private Uni<RestResponse<ProceedingView>> take(Seen seen, Step step) {
        return sheets.file(seen.by(actor.get()), step).map(ProceedingView::ok);
    }
}
