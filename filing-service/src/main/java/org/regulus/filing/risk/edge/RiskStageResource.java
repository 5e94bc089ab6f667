package org.regulus.filing.risk.edge;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Reception;
import org.regulus.filing.casefile.edge.CaseReaders;

/** The reports that are owed on a risk, stage by stage. */
@Path("/risk-reports/{id}/stages")
class RiskStageResource {

    private final RiskStages stages;
    private final CurrentActor actor;
    private final Reception reception;

    RiskStageResource(RiskStages stages, CurrentActor actor, Reception reception) {
        this.stages = stages;
        this.actor = actor;
        this.reception = reception;
    }

    /** @param content by field; which fields a stage needs is in the reporting rules */
    record NewStageReport(
            @NotNull @Size(max = 50) Map<@Size(max = 100) String, @NotNull @Size(max = 10_000) String> content) {}

    record StageView(
            String stage,
            String owedBy,
            Instant dueAt,
            Instant formerDueAt,
            Instant doneAt,
            boolean late,
            Instant missedAt,
            Instant fellAwayAt,
            int reports) {
        static StageView of(RiskStageRow row) {
            return new StageView(
                    row.stage,
                    row.doneBy,
                    row.dueAt,
                    row.formerDueAt,
                    row.doneAt,
                    row.stage().isLate(),
                    row.missedAt,
                    row.fellAwayAt,
                    row.reports);
        }
    }

    /** @param content as it was sent */
    record StageReport(int number, Instant deliveredAt, @JsonRawValue String content) {}

    private static RestResponse<StageView> shown(RiskStageRow row) {
        return RestResponse.ResponseBuilder.ok(StageView.of(row))
                .header("ETag", ETags.of(row.version))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "What is owed on the risk, and by when")
    public Uni<List<StageView>> list(@RestPath UUID id) {
        return CaseReaders.readable(RiskRow.class, actor.get(), "caseId")
                .one(id, "risk.unknown")
                .chain(risk -> CaseReaders.readable(RiskStageRow.class, actor.get(), "caseId")
                        .and("riskId = :risk", "risk", id)
                        .page(PageRequest.of(null, null)))
                .map(rows -> rows.stream().map(StageView::of).toList());
    }

    @GET
    @Path("/{stage}")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One stage, with the ETag that a report to it needs")
    public Uni<RestResponse<StageView>> get(@RestPath UUID id, @RestPath String stage) {
        return StagePlan.one(actor.get(), id, stage).map(RiskStageResource::shown);
    }

    @PUT
    @Path("/{stage}")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.OPERATOR})
    @Operation(summary = "Makes the stage's report, or corrects it: what was said before stays")
    public Uni<RestResponse<StageView>> deliver(
            @RestPath UUID id,
            @RestPath String stage,
            @HeaderParam("If-Match") String seen,
            @NotNull @Valid NewStageReport report) {
        return stages.deliver(actor.get(), id, stage, ETags.version(seen), report.content(), reception.receivedAt())
                .map(RiskStageResource::shown);
    }

    @GET
    @Path("/{stage}/reports")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "What was reported at the stage, the first report first, then its corrections")
    public Uni<List<StageReport>> reports(@RestPath UUID id, @RestPath String stage) {
        return StagePlan.one(actor.get(), id, stage)
                .chain(row -> Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "select number, delivered_at, content from risk_stage_report where stage_id = ?1 order by 1",
                                Object[].class)
                        .setParameter(1, row.id)
                        .getResultList())))
                .map(rows -> rows.stream()
                        .map(row -> new StageReport((Integer) row[0], instant(row[1]), (String) row[2]))
                        .toList());
    }

    private static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
