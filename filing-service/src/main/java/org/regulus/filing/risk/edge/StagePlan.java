package org.regulus.filing.risk.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.WorkingDays;
import org.regulus.filing.risk.OwedStage;
import org.regulus.filing.risk.ReportingRules;
import org.regulus.filing.risk.ReportingRules.Anchor;

/** Keeps a risk's stages and their deadlines as its rules, its grade and what is known of it say. */
@ApplicationScoped
class StagePlan {

    static final String KIND = "risk-stage";

    private final InstantSource clock;
    private final IdSource ids;
    private final Deadlines deadlines;
    private final WorkingDays calendar;

    StagePlan(InstantSource clock, IdSource ids, Deadlines deadlines, WorkingDays calendar) {
        this.clock = clock;
        this.ids = ids;
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Uni<RiskStageRow> one(Actor actor, UUID riskId, String stage) {
        return Rows.of(RiskStageRow.class, actor)
                .and("riskId = :risk", "risk", riskId)
                .and("stage = :stage", "stage", stage)
                .single("risk.stage-unknown", "The report owes no stage " + stage);
    }

    Uni<Void> met(RiskStageRow row) {
        return deadlines.cancel(KIND, row.id);
    }

    /** @return the stages as they are owed now, in the order of the rules */
    Uni<List<RiskStageRow>> bring(RiskRow risk, ReportingRules rules, ZoneId zone) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from RiskStageRow where riskId = :risk", RiskStageRow.class)
                .setParameter("risk", risk.id)
                .getResultList()
                .chain(found -> {
                    Map<String, RiskStageRow> known = new HashMap<>();
                    found.forEach(row -> known.put(row.stage, row));
                    List<NewDeadline> moved = new ArrayList<>();
                    List<RiskStageRow> owed = owed(risk, rules, zone, known, moved);
                    List<RiskStageRow> gone = fallAway(known);
                    return session.persistAll(owed.toArray())
                            .chain(Rows::flush)
                            .chain(() -> moved.isEmpty() ? nothing() : deadlines.setAll(moved))
                            .chain(() -> cancelled(gone))
                            .replaceWith(owed);
                }));
    }

    /** Takes what is owed out of {@code known}. */
    private List<RiskStageRow> owed(
            RiskRow risk, ReportingRules rules, ZoneId zone, Map<String, RiskStageRow> known, List<NewDeadline> moved) {
        Map<Anchor, Instant> anchors = anchors(risk);
        List<RiskStageRow> owed = new ArrayList<>();
        for (ReportingRules.Stage stage :
                rules.owed(risk.type, risk.report().grade(), ReportingRules.Reporter.of(risk.reporter))) {
            RiskStageRow row = known.remove(stage.id());
            if (row == null) {
                row = RiskStageRow.of(ids.next(), risk, stage.id());
            }
            row.doneBy = word(stage.by());
            Instant former = row.dueAt;
            row.take(asked(risk, stage, row.stage(), anchors, zone));
            if (row.doneAt == null && row.dueAt != null && !row.dueAt.equals(former)) {
                moved.add(new NewDeadline(KIND, row.id, row.caseId, row.dueAt));
            }
            anchors.remove(Anchor.PREVIOUS_REPORT);
            if (row.doneAt != null) {
                anchors.put(Anchor.PREVIOUS_REPORT, row.doneAt);
            }
            owed.add(row);
        }
        return owed;
    }

    /** The risk report itself is the first report of its initial stage. */
    private OwedStage asked(
            RiskRow risk, ReportingRules.Stage stage, OwedStage now, Map<Anchor, Instant> anchors, ZoneId zone) {
        OwedStage asked = now.ask(stage.due(anchors, zone, calendar::plus).orElse(null));
        return stage.id().equals(ReportingRules.INITIAL) && asked.reports() == 0
                ? asked.report(risk.reportedAt)
                : asked;
    }

    private static Map<Anchor, Instant> anchors(RiskRow risk) {
        Map<Anchor, Instant> anchors = new EnumMap<>(Anchor.class);
        anchors.put(Anchor.AWARENESS, risk.discoveredAt);
        anchors.put(Anchor.INITIAL_REPORT, risk.reportedAt);
        if (risk.triagedAt != null) {
            anchors.put(Anchor.CLASSIFICATION, risk.triagedAt);
        }
        if (risk.handledAt != null) {
            anchors.put(Anchor.HANDLING_ENDED, risk.handledAt);
        }
        return anchors;
    }

    private List<RiskStageRow> fallAway(Map<String, RiskStageRow> rest) {
        Instant now = clock.instant();
        List<RiskStageRow> gone = rest.values().stream()
                .filter(row -> !row.stage().fallAway(now).equals(row.stage()))
                .toList();
        gone.forEach(row -> row.take(row.stage().fallAway(now)));
        return gone;
    }

    private Uni<Void> cancelled(List<RiskStageRow> gone) {
        Uni<Void> all = nothing();
        for (RiskStageRow row : gone) {
            all = all.chain(() -> deadlines.cancel(KIND, row.id));
        }
        return all;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
