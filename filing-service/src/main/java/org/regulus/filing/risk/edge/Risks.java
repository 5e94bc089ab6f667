package org.regulus.filing.risk.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.registry.edge.AuthorityZones;
import org.regulus.filing.risk.ReportingRules;
import org.regulus.filing.risk.RiskReport;

/** Takes risk reports and what officers make of them. */
@ApplicationScoped
class Risks {

    static final String REPORTED = "regulus.filing.risk-reported.v1";
    static final String TRIAGED = "regulus.filing.risk-triaged.v1";

    private static final String USUAL_RULES = "CN-MIIT-2019";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final RiskCases cases;
    private final RiskStages stages;

    Risks(InstantSource clock, IdSource ids, Outbox outbox, RiskCases cases, RiskStages stages) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.cases = cases;
        this.stages = stages;
    }

    record RiskReported(
            UUID caseId, UUID riskReportId, UUID operatorId, String authority, String grade, Instant reportedAt) {}

    record RiskTriaged(
            UUID caseId,
            UUID riskReportId,
            UUID operatorId,
            String authority,
            String grade,
            String outcome,
            Instant triagedAt) {}

    /** In the transaction of the caller. The report joins the case it names, the operator's open case, or opens one. */
    Uni<UUID> report(Actor operator, RiskResource.NewRisk risk) {
        Instant now = clock.instant();
        if (risk.discoveredAt().isAfter(now)) {
            throw Refusal.invalid("risk.discovered-in-future", "A risk is reported after it was discovered");
        }
        return cases.of(operator, risk, now)
                .chain(of -> AuthorityZones.of(of.authority).chain(zone -> {
                    RiskRow row = new RiskRow();
                    row.id = ids.next();
                    row.caseId = of.id;
                    row.authority = of.authority;
                    row.operatorId = of.operatorId;
                    row.title = risk.title();
                    row.description = risk.description();
                    row.discoveredAt = risk.discoveredAt();
                    row.reportedAt = now;
                    facts(row, risk);
                    ReportingRules rules = stages.rulesOf(row, zone);
                    row.type = typed(rules, risk.type());
                    row.take(RiskReport.report(row.id, of.id, graded(row, rules, risk), now)
                            .report());
                    return Panache.getSession()
                            .chain(session -> session.persist(row))
                            .chain(() -> outbox.append(message(
                                    REPORTED,
                                    row,
                                    1,
                                    now,
                                    new RiskReported(
                                            row.caseId, row.id, row.operatorId, row.authority, row.grade, now))))
                            .chain(() ->
                                    stages.open(row, rules, zone, risk.content() == null ? Map.of() : risk.content()))
                            .replaceWith(row.id);
                }));
    }

    private static void facts(RiskRow row, RiskResource.NewRisk risk) {
        row.ruleSet = risk.ruleSet() == null ? USUAL_RULES : risk.ruleSet();
        row.reporter = risk.reporter() == null ? ReportingRules.Reporter.OTHER.word() : risk.reporter();
        row.affectedSystems = risk.affectedSystems() == null
                ? new String[0]
                : risk.affectedSystems().toArray(String[]::new);
        row.persons = risk.persons();
        row.lossMinor = risk.lossMinor();
        row.crossBorder = Boolean.TRUE.equals(risk.crossBorder());
    }

    private static String typed(ReportingRules rules, String type) {
        if (type == null) {
            return rules.types().iterator().next();
        }
        if (!rules.types().contains(type)) {
            throw Refusal.invalid("risk.type-unknown", "%s knows %s".formatted(rules.id(), rules.types()));
        }
        return type;
    }

    /** Until an officer confirms one, the higher of what the operator says and what the figures make counts. */
    private static RiskReport.Grade graded(RiskRow row, ReportingRules rules, RiskResource.NewRisk risk) {
        RiskReport.Grade said = RiskReport.Grade.of(risk.grade());
        var proposed = rules.proposed(risk.persons(), risk.lossMinor());
        row.proposedGrade = proposed.map(RiskReport.Grade::word).orElse(null);
        return proposed.filter(grade -> grade.compareTo(said) > 0).orElse(said);
    }

    @WithTransaction
    Uni<RiskRow> handled(Actor operator, UUID id, long seen, Instant endedAt) {
        Instant now = clock.instant();
        return Rows.of(RiskRow.class, operator)
                .one(id, "risk.unknown")
                .invoke(row -> ETags.check(seen, row.version))
                .invoke(row -> {
                    if (row.handledAt != null) {
                        throw Refusal.conflict("risk.handling-ended", "It is known since when it is dealt with");
                    }
                    if (endedAt.isAfter(now) || endedAt.isBefore(row.discoveredAt)) {
                        throw Refusal.invalid("risk.handling-end", "After it was discovered, and not in the future");
                    }
                    row.handledAt = endedAt;
                })
                .call(row -> Rows.flush())
                .call(stages::again);
    }

    @WithTransaction
    Uni<RiskRow> triage(Actor officer, UUID id, long seen, RiskReport.Grade grade, RiskReport.Outcome outcome) {
        Instant now = clock.instant();
        return Rows.of(RiskRow.class, officer)
                .one(id, "risk.unknown")
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> {
                    row.take(row.report().triage(grade, outcome, now).report());
                    row.triagedAt = now;
                    return Rows.flush()
                            .chain(() -> outbox.append(message(
                                    TRIAGED,
                                    row,
                                    2,
                                    now,
                                    new RiskTriaged(
                                            row.caseId,
                                            row.id,
                                            row.operatorId,
                                            row.authority,
                                            row.grade,
                                            row.outcome,
                                            now))));
                })
                .call(stages::again)
                .call(cases::triaged);
    }

    private static OutboxMessage message(String type, RiskRow row, long sequence, Instant at, Object data) {
        return new OutboxMessage(
                type, row.caseId, new AggregateVersion("risk-report", row.id, sequence), row.authority, at, data);
    }
}
