package org.regulus.filing.risk.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.filing.casefile.edge.CaseReaders;
import org.regulus.filing.risk.RiskReport;

/** Risk reports: an operator's own, or those of an authority. */
@Path("/risk-reports")
class RiskResource {

    private static final String GRADES = "general|relatively-major|major|particularly-major";

    private static final String OVERDUE =
            "(case when id in (select s.riskId from RiskStageRow s where s.missedAt is not null"
                    + " and s.doneAt is null and s.fellAwayAt is null) then true else false end) = :overdue";

    private final Risks risks;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    RiskResource(Risks risks, Idempotency idempotency, CurrentActor actor) {
        this.risks = risks;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /**
     * @param discoveredAt the instant from which the reporter knew
     * @param authority to whom it is reported; without it the case's, or the one that is competent by its rules
     * @param caseId the case it belongs to; without it the operator's open case with that authority, or a new one
     * @param ruleSet the reporting rules; CN-MIIT-2019 when left out
     * @param reporter {@code other} when left out
     * @param type of report, one that the rules know; the first of theirs when left out
     * @param lossMinor direct loss in hundredths of the currency
     * @param content what the rules want of the initial report beyond these fields
     */
    record NewRisk(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 10_000) String description,
            @NotNull @Pattern(regexp = GRADES) String grade,
            @NotNull Instant discoveredAt,
            @Size(min = 1, max = 10) String authority,
            UUID caseId,
            @Size(max = 100) String ruleSet,
            @Pattern(regexp = "cii|state-organ|other") String reporter,
            @Size(max = 50) String type,
            @Size(max = 200) List<@NotBlank @Size(max = 200) String> affectedSystems,
            @PositiveOrZero Long persons,
            @PositiveOrZero Long lossMinor,
            Boolean crossBorder,
            @Size(max = 50) Map<@Size(max = 100) String, @NotNull @Size(max = 10_000) String> content) {}

    record HandlingEnd(@NotNull Instant endedAt) {}

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
            Instant triagedAt,
            String ruleSet,
            String reporter,
            String type,
            List<String> affectedSystems,
            Long persons,
            Long lossMinor,
            String proposedGrade,
            boolean crossBorder,
            Instant handledAt) {
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
                    row.triagedAt,
                    row.ruleSet,
                    row.reporter,
                    row.type,
                    List.of(row.affectedSystems),
                    row.persons,
                    row.lossMinor,
                    row.proposedGrade,
                    row.crossBorder,
                    row.handledAt);
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
            @QueryParam("type") String type,
            @QueryParam("crossBorder") Boolean crossBorder,
            @QueryParam("stageOverdue") Boolean stageOverdue,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        Rows<RiskRow> readable =
                caseId == null ? Rows.of(RiskRow.class, asker) : CaseReaders.readable(RiskRow.class, asker, "caseId");
        return readable.and("caseId = :case", "case", caseId)
                .and("grade = :grade", "grade", grade)
                .and("outcome = :outcome", "outcome", outcome)
                .and("type = :type", "type", type)
                .and("crossBorder = :crossBorder", "crossBorder", crossBorder)
                .and(OVERDUE, "overdue", stageOverdue)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(RiskView::of).response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One risk report")
    public Uni<RestResponse<RiskView>> get(@RestPath UUID id) {
        return CaseReaders.readable(RiskRow.class, actor.get(), "caseId")
                .one(id, "risk.unknown")
                .map(RiskResource::shown);
    }

    @PUT
    @Path("/{id}/handling-end")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Says when the risk was dealt with: the time of a final report may run from then")
    public Uni<RestResponse<RiskView>> handled(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid HandlingEnd end) {
        return risks.handled(actor.get(), id, ETags.version(seen), end.endedAt())
                .map(RiskResource::shown);
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
