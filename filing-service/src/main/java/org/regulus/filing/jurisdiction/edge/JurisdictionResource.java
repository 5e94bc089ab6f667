package org.regulus.filing.jurisdiction.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.filing.jurisdiction.Jurisdiction;
import org.regulus.filing.jurisdiction.edge.Jurisdictions.Known;
import org.regulus.filing.jurisdiction.edge.Jurisdictions.Step;

/** Whose case it is, and who else reads it. An operator sees its authority in the case; the rest is between authorities. */
@Path("/cases/{caseId}/jurisdiction")
class JurisdictionResource {

    private final Jurisdictions jurisdictions;
    private final CurrentActor actor;

    JurisdictionResource(Jurisdictions jurisdictions, CurrentActor actor) {
        this.jurisdictions = jurisdictions;
        this.actor = actor;
    }

    record Why(@NotBlank @Size(max = 2000) String reason) {}

    record Toward(@NotBlank String authority, @NotBlank @Size(max = 2000) String reason) {}

    /** @param ownCaseId the claimant's own open case about the same matter, which was opened before */
    record Claim(@NotNull UUID ownCaseId, @NotBlank @Size(max = 2000) String reason) {}

    record StepView(String step, String by, String other, String reason, Instant at) {
        static StepView of(JurisdictionStepRow row) {
            return new StepView(row.step, row.takenBy, row.other, row.reason, row.takenAt);
        }
    }

    /**
     * @param state settled, transfer-proposed or disputed
     * @param proposedTo who would hold the case; null when it is settled
     * @param proposedBy who asks for it
     * @param superior who is to designate; null when it is not disputed
     * @param steps what was done, the first first
     */
    record JurisdictionView(
            UUID caseId,
            String authority,
            Instant openedAt,
            List<String> readers,
            String state,
            String proposedTo,
            String proposedBy,
            String superior,
            List<StepView> steps) {
        static JurisdictionView of(Known known) {
            Jurisdiction now = known.jurisdiction();
            JurisdictionRow row = known.row();
            return new JurisdictionView(
                    known.of().id,
                    now.holder(),
                    known.of().openedAt,
                    List.copyOf(now.readers()),
                    now.state().word(),
                    row == null ? null : row.proposedTo,
                    row == null ? null : row.proposedBy,
                    row == null ? null : row.superior,
                    known.steps().stream().map(StepView::of).toList());
        }
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "Whose case it is, who reads it, and how that came about")
    public Uni<RestResponse<JurisdictionView>> get(@RestPath UUID caseId) {
        return shown(jurisdictions.get(actor.get(), caseId));
    }

    @PUT
    @Path("/sharing")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Lets another authority read the case; it changes nothing in it")
    public Uni<RestResponse<JurisdictionView>> share(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Toward with) {
        return shown(jurisdictions.share(step(caseId, seen, with.reason()), with.authority()));
    }

    @PUT
    @Path("/sharing-end")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Takes back what another authority was let read")
    public Uni<RestResponse<JurisdictionView>> unshare(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Toward with) {
        return shown(jurisdictions.unshare(step(caseId, seen, with.reason()), with.authority()));
    }

    @PUT
    @Path("/transfer-proposal")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Proposes to another competent authority to take the case over")
    public Uni<RestResponse<JurisdictionView>> propose(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Toward to) {
        return shown(jurisdictions.propose(step(caseId, seen, to.reason()), to.authority()));
    }

    @PUT
    @Path("/claim")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Claims a case that one may read, for one's own about the same matter was opened first")
    public Uni<RestResponse<JurisdictionView>> claim(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Claim claim) {
        return shown(jurisdictions.claim(step(caseId, seen, claim.reason()), claim.ownCaseId()));
    }

    @PUT
    @Path("/acceptance")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Agrees to the transfer; the former authority goes on reading the case")
    public Uni<RestResponse<JurisdictionView>> accept(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Why why) {
        return shown(jurisdictions.accept(step(caseId, seen, why.reason())));
    }

    @PUT
    @Path("/decline")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Declines the transfer, or takes the proposal back")
    public Uni<RestResponse<JurisdictionView>> decline(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Why why) {
        return shown(jurisdictions.decline(step(caseId, seen, why.reason())));
    }

    @PUT
    @Path("/dispute")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Brings the disagreement before the common superior")
    public Uni<RestResponse<JurisdictionView>> dispute(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Why why) {
        return shown(jurisdictions.dispute(step(caseId, seen, why.reason())));
    }

    @PUT
    @Path("/designation")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "The common superior designates one of the two authorities, or itself")
    public Uni<RestResponse<JurisdictionView>> designate(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Toward designated) {
        return shown(jurisdictions.designate(step(caseId, seen, designated.reason()), designated.authority()));
    }

    private Step step(UUID caseId, String seen, String reason) {
        return new Step(actor.get(), caseId, ETags.version(seen), reason);
    }

    private static Uni<RestResponse<JurisdictionView>> shown(Uni<Known> known) {
        return known.map(now -> RestResponse.ResponseBuilder.ok(JurisdictionView.of(now))
                .header("ETag", ETags.of(now.jurisdiction().announced()))
                .build());
    }
}
