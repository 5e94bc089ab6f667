package org.regulus.filing.risk.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.filing.registry.edge.AuthorityZones;
import org.regulus.filing.risk.OwedStage;
import org.regulus.filing.risk.ReportingRuleBook;
import org.regulus.filing.risk.ReportingRules;
import org.regulus.filing.risk.ReportingRules.Party;

/** Takes the reports of a risk's stages, and notes those that were not made in time. */
@ApplicationScoped
class RiskStages {

    static final String DELIVERED = "regulus.filing.risk-stage-delivered.v1";
    static final String MISSED = "regulus.filing.risk-stage-missed.v1";

    private final InstantSource clock;
    private final Outbox outbox;
    private final StagePlan plan;
    private final ReportingRuleBook rules;
    private final ObjectMapper json;

    RiskStages(InstantSource clock, Outbox outbox, StagePlan plan, ReportingRuleBook rules, ObjectMapper json) {
        this.clock = clock;
        this.outbox = outbox;
        this.plan = plan;
        this.rules = rules;
        this.json = json;
    }

    /** @param number 1 for the first report of the stage, more for corrections */
    record RiskStageDelivered(
            UUID caseId,
            UUID riskReportId,
            UUID operatorId,
            String authority,
            String stage,
            int number,
            boolean late,
            Instant deliveredAt) {}

    record RiskStageMissed(
            UUID caseId,
            UUID riskReportId,
            UUID operatorId,
            String authority,
            String stage,
            String owedBy,
            Instant dueAt) {}

    /** @param zone of the authority: the day decides which rules are in force */
    ReportingRules rulesOf(RiskRow risk, ZoneId zone) {
        return rules.of(risk.ruleSet, risk.reportedAt.atZone(zone).toLocalDate());
    }

    /** In the caller's transaction. The risk report itself is the first report of its initial stage. */
    Uni<Void> open(RiskRow risk, ReportingRules under, ZoneId zone, Map<String, String> content) {
        under.owed(risk.type, risk.report().grade(), ReportingRules.Reporter.of(risk.reporter)).stream()
                .filter(stage -> stage.id().equals(ReportingRules.INITIAL))
                .forEach(stage -> complete(stage, content));
        return brought(risk, under, zone).chain(rows -> {
            Uni<Void> kept = Uni.createFrom().voidItem();
            for (RiskStageRow row : rows) {
                if (row.stage.equals(ReportingRules.INITIAL)) {
                    kept = keep(row, content, risk.reportedAt);
                }
            }
            return kept;
        });
    }

    /** In the caller's transaction: the grade, or an instant from which a stage's time runs, has become known. */
    Uni<Void> again(RiskRow risk) {
        return AuthorityZones.of(risk.authority)
                .chain(zone -> brought(risk, rulesOf(risk, zone), zone))
                .replaceWithVoid();
    }

    /** A risk report that itself came too late has missed its initial stage: no deadline was there to tell. */
    private Uni<List<RiskStageRow>> brought(RiskRow risk, ReportingRules under, ZoneId zone) {
        return plan.bring(risk, under, zone).call(rows -> {
            Uni<Void> told = Uni.createFrom().voidItem();
            for (RiskStageRow row : rows) {
                if (row.stage.equals(ReportingRules.INITIAL)) {
                    told = row.stage()
                            .cameTooLate()
                            .map(late -> miss(row, late))
                            .orElse(told);
                }
            }
            return told;
        });
    }

    /** @param receivedAt decides whether it is late: when the request arrived, whatever it waited for since */
    @WithTransaction
    Uni<RiskStageRow> deliver(
            Actor actor, UUID riskId, String stage, long seen, Map<String, String> content, Instant receivedAt) {
        return Rows.of(RiskRow.class, actor).one(riskId, "risk.unknown").chain(risk -> StagePlan.one(
                        actor, riskId, stage)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> AuthorityZones.of(risk.authority)
                        .invoke(zone -> check(actor, row, rulesOf(risk, zone), risk, content)))
                .call(row -> taken(row, content, receivedAt))
                .call(row -> again(risk)));
    }

    private static void check(
            Actor actor, RiskStageRow row, ReportingRules under, RiskRow risk, Map<String, String> content) {
        boolean operator = actor.scope().operatorId() != null;
        if (operator != row.doneBy.equals(StagePlan.word(Party.OPERATOR))) {
            throw Refusal.forbidden("risk.stage-of-another", "This stage is for the " + row.doneBy);
        }
        row.stage().report(risk.reportedAt);
        under.owed(risk.type, risk.report().grade(), ReportingRules.Reporter.of(risk.reporter)).stream()
                .filter(stage -> stage.id().equals(row.stage))
                .forEach(stage -> complete(stage, content));
    }

    private static void complete(ReportingRules.Stage stage, Map<String, String> content) {
        List<Flaw> flaws = stage.requires().stream()
                .filter(field -> content.getOrDefault(field, "").isBlank())
                .map(field -> new Flaw("/content/" + field, "risk.field-missing", "Stage " + stage.id() + " needs it"))
                .toList();
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("risk.stage-content", "%d field(s) are missing".formatted(flaws.size()), flaws);
        }
    }

    private Uni<Void> taken(RiskStageRow row, Map<String, String> content, Instant now) {
        row.take(row.stage().report(now));
        row.announced++;
        RiskStageDelivered delivered = new RiskStageDelivered(
                row.caseId,
                row.riskId,
                row.operatorId,
                row.authority,
                row.stage,
                row.reports,
                row.stage().isLate(),
                now);
        return Rows.flush()
                .chain(() -> keep(row, content, now))
                .chain(() -> plan.met(row))
                .chain(() -> outbox.append(message(DELIVERED, row, now, delivered)));
    }

    private Uni<Void> keep(RiskStageRow row, Map<String, String> content, Instant at) {
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery("insert into risk_stage_report values (?1, ?2, ?3, ?4)")
                        .setParameter(1, row.id)
                        .setParameter(2, row.reports)
                        .setParameter(3, written(content))
                        .setParameter(4, at.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private String written(Map<String, String> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In the transaction of the deadline; nothing when the stage was done or fell away meanwhile. */
    Uni<Void> missed(UUID stageId) {
        return Panache.getSession()
                .chain(session -> session.find(RiskStageRow.class, stageId))
                .chain(row -> row.stage()
                        .timeIsOver(clock.instant())
                        .map(missed -> miss(row, missed))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> miss(RiskStageRow row, OwedStage missed) {
        row.take(missed);
        row.announced++;
        RiskStageMissed told = new RiskStageMissed(
                row.caseId, row.riskId, row.operatorId, row.authority, row.stage, row.doneBy, row.dueAt);
        return Rows.flush().chain(() -> outbox.append(message(MISSED, row, row.missedAt, told)));
    }

    private static OutboxMessage message(String type, RiskStageRow row, Instant at, Object data) {
        return new OutboxMessage(
                type, row.caseId, new AggregateVersion("risk-stage", row.id, row.announced), row.authority, at, data);
    }
}
