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
    @Path("/investigation")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Close the investigation of a case that was filed, with its report: a proposal may follow")
    public Uni<RestResponse<ProceedingView>> closeInvestigation(
            @BeanParam Seen seen, @Valid @NotNull BeforeRequests.InvestigationReport step) {
        return take(seen, step);
    }

    @PUT
    @Path("/document-service")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "A prior notice, a hearing notice or a demand was handed over: from then on its time runs")
    public Uni<RestResponse<ProceedingView>> servePaper(
            @BeanParam Seen seen, @Valid @NotNull BeforeRequests.PaperService step) {
        return take(seen, step);
    }

    @PUT
    @Path("/hearing-request")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator asks for a hearing while it may still answer, where the law gives one")
    public Uni<RestResponse<ProceedingView>> requestHearing(
            @BeanParam Seen seen, @Valid @NotNull BeforeRequests.HearingRequest step) {
        return take(seen, step);
    }

    @PUT
    @Path("/hearing")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Call the hearing, with its notice days, under a chair who neither investigated nor reviewed")
    public Uni<RestResponse<ProceedingView>> callHearing(
            @BeanParam Seen seen, @Valid @NotNull BeforeRequests.HearingCall step) {
        return take(seen, step);
    }

    @PUT
    @Path("/hearing-record")
    @RolesAllowed({Roles.LEGAL_REVIEWER, Roles.DECISION_MAKER, Roles.CASE_OFFICER})
    @Operation(summary = "The chair signs the minutes; who stayed away gave the hearing up")
    public Uni<RestResponse<ProceedingView>> holdHearing(
            @BeanParam Seen seen, @Valid @NotNull BeforeRequests.Minutes step) {
        return take(seen, step);
    }

    @PUT
    @Path("/vote")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Your voice in the collective discussion")
    public Uni<RestResponse<ProceedingView>> vote(@BeanParam Seen seen, @Valid @NotNull BeforeRequests.Voice step) {
        return take(seen, step);
    }

    @PUT
    @Path("/decision-extension")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "More time for the decision, with the reason")
    public Uni<RestResponse<ProceedingView>> extend(
            @BeanParam Seen seen, @Valid @NotNull BeforeRequests.Extension step) {
        return take(seen, step);
    }

    @PUT
    @Path("/recusal")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "An officer with an interest of its own acts no more in this proceeding")
    public Uni<RestResponse<ProceedingView>> recuse(@BeanParam Seen seen, @Valid @NotNull BeforeRequests.Recusal step) {
        return take(seen, step);
    }

    @PUT
    @Path("/transfer")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "What turns out to be a crime goes to those who pursue crimes")
    public Uni<RestResponse<ProceedingView>> transfer(
            @BeanParam Seen seen, @Valid @NotNull BeforeRequests.Transfer step) {
        return take(seen, step);
    }

    private Uni<RestResponse<ProceedingView>> take(Seen seen, Step step) {
        return sheets.file(seen.by(actor.get()), step).map(ProceedingView::ok);
    }
}
