package org.regulus.filing.risk.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.filing.risk.RiskReport;

/** Risk reports: an operator's own, or those of an authority. */
@Path("/risk-reports")
class RiskResource {

    private static final String GRADES = "general|relatively-major|major|particularly-major";

    private final Risks risks;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    RiskResource(Risks risks, Idempotency idempotency, CurrentActor actor) {
        this.risks = risks;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** @param caseId the case it belongs to; without it the operator's open case with that authority, or a new one */
    record NewRisk(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 10_000) String description,
            @NotNull @Pattern(regexp = GRADES) String grade,
            @NotNull Instant discoveredAt,
            @NotBlank String authority,
            UUID caseId) {}

    record Triage(
            @NotNull @Pattern(regexp = "inspect|no-action") String outcome,
            @NotNull @Pattern(regexp = GRADES) String grade) {}

    record RiskView(
            UUID id,
            UUID caseId,
            UUID operatorId,
            String authority,
            String title,
            String description,
            String grade,
            String outcome,
            Instant discoveredAt,
            Instant reportedAt,
            Instant triagedAt) {
        static RiskView of(RiskRow row) {
            return new RiskView(
                    row.id,
                    row.caseId,
                    row.operatorId,
                    row.authority,
                    row.title,
                    row.description,
                    row.grade,
                    row.outcome,
                    row.discoveredAt,
                    row.reportedAt,
                    row.triagedAt);
        }
    }

    private static RestResponse<RiskView> shown(RiskRow row) {
        return RestResponse.ResponseBuilder.ok(RiskView.of(row))
                .header("ETag", ETags.of(row.version))
                .build();
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Reports a risk")
    public Uni<RestResponse<RiskView>> report(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewRisk risk) {
        return idempotency
                .once(actor.get(), key, risk, () -> risks.report(actor.get(), risk))
                .chain(id -> Rows.of(RiskRow.class, actor.get()).one(id, "risk.unknown"))
                .map(row -> RestResponse.ResponseBuilder.<RiskView>created(URI.create("/risk-reports/" + row.id))
                        .entity(RiskView.of(row))
                        .header("ETag", ETags.of(row.version))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "Risk reports, oldest first")
    public Uni<RestResponse<Page<RiskView>>> list(
            @QueryParam("case") UUID caseId,
            @QueryParam("grade") String grade,
            @QueryParam("outcome") String outcome,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(RiskRow.class, actor.get())
                .and("caseId = :case", "case", caseId)
                .and("grade = :grade", "grade", grade)
                .and("outcome = :outcome", "outcome", outcome)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(RiskView::of).response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One risk report")
    public Uni<RestResponse<RiskView>> get(@RestPath UUID id) {
        return Rows.of(RiskRow.class, actor.get()).one(id, "risk.unknown").map(RiskResource::shown);
    }

    @PUT
    @Path("/{id}/triage")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Confirms or corrects the grade and decides whether to inspect")
    public Uni<RestResponse<RiskView>> triage(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Triage triage) {
        return risks.triage(
                        actor.get(),
                        id,
                        ETags.version(seen),
                        RiskReport.Grade.of(triage.grade()),
                        RiskReport.Outcome.of(triage.outcome()))
                .map(RiskResource::shown);
    }
}
