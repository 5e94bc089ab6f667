package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.draw.CanonicalJson;
import org.regulus.inspection.draw.Dice;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.draw.edge.Commitment;
import org.regulus.inspection.inspector.edge.InspectorRow;

/** Draws the inspectors of an inspection for cause: first from whom and by what, then, by a seed that nobody here chooses, who. */
@ApplicationScoped
class InspectorDraws {

    private final InstantSource clock;
    private final Outbox outbox;

    InspectorDraws(InstantSource clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Dice would be thrown by the one who draws, so their digits could be tried until the wanted inspectors come out. */
    @WithTransaction
    Uni<InspectionRow> commit(Actor officer, UUID id, long seen, InspectorDrawResource.NewInspectorDraw wanted) {
        Instant now = clock.instant();
        SeedRule rule = wanted.seed().rule(wanted.seedSource(), now);
        if (rule instanceof Dice) {
            throw Refusal.invalid(
                    "inspection.seed-rule", "Inspectors are drawn by a beacon or by the shares of two bodies");
        }
        return Inspections.get(officer, id, seen).invoke(InspectorDraws::once).call(row -> register(row.authority)
                .chain(register -> {
                    Inspection.Change<InspectionEvent.InspectorDrawCommitted> change =
                            row.inspection().commit(now);
                    row.take(change.inspection());
                    row.inspectorCommitment = CanonicalJson.write(Map.of(
                            "inspectionId", row.id.toString(),
                            "caseId", row.caseId.toString(),
                            "register", eligible(row, register),
                            "seed", rule.published(),
                            "committedAt", now.toString()));
                    return outbox.append(InspectionMessages.drawCommitted(row, change))
                            .chain(Rows::flush);
                }));
    }

    private static void once(InspectionRow row) {
        if (row.inspectorCommitment != null) {
            throw Refusal.conflict("inspection.already-committed", "From whom and by what is drawn is fixed already");
        }
    }

    private static List<String> eligible(InspectionRow row, List<InspectorDraw.Candidate> register) {
        return register.stream()
                .filter(one -> one.active() && !one.recusedOperators().contains(row.operatorId))
                .map(one -> one.id().toString())
                .toList();
    }

    /** Of those committed to, whoever may still act. */
    @WithTransaction
    Uni<InspectionRow> assign(Actor officer, UUID id, long seen, SeedRule.Given given) {
        Instant now = clock.instant();
        return Inspections.get(officer, id, seen)
                .call(row -> register(row.authority).chain(register -> {
                    String commitment = commitment(row);
                    Collection<?> committed =
                            (Collection<?>) Commitment.values(commitment).get("register");
                    String seed = Commitment.rule(commitment).settle(given, now).text();
                    List<InspectorDraw.Candidate> candidates = register.stream()
                            .filter(one -> committed.contains(one.id().toString()))
                            .toList();
                    var allotment = new InspectorDraw(candidates, seed).allot(row.caseId.toString(), row.operatorId);
                    Inspection.Change<InspectionEvent.InspectorsAssigned> change =
                            row.inspection().assign(allotment.drawn(), now);
                    row.take(change.inspection());
                    row.seed = seed;
                    return outbox.append(InspectionMessages.assigned(row, change))
                            .chain(Rows::flush);
                }));
    }

    static String commitment(InspectionRow row) {
        if (row.inspectorCommitment == null) {
            throw Refusal.conflict(
                    "inspection.not-committed", "First fix from whom and by what seed: inspector-commitment");
        }
        return row.inspectorCommitment;
    }

    private static Uni<List<InspectorDraw.Candidate>> register(String authority) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InspectorRow where authority = :authority order by id", InspectorRow.class)
                .setParameter("authority", authority)
                .getResultList()
                .map(rows -> rows.stream().map(InspectorRow::candidate).toList()));
    }
}
