package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.EarlierCommitment;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.draw.Beacon;
import org.regulus.inspection.draw.CanonicalJson;
import org.regulus.inspection.draw.CommitReveal;
import org.regulus.inspection.draw.Dice;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.draw.edge.Commitment;
import org.regulus.inspection.draw.edge.RevealRow;
import org.regulus.inspection.draw.edge.Reveals;
import org.regulus.inspection.inspector.edge.Register;

/** Draws the inspectors of an inspection for cause: first from whom and by what, then, by a seed that nobody here chooses, who. */
@ApplicationScoped
class InspectorDraws {

    private final InstantSource clock;
    private final Outbox outbox;
    private final Reveals reveals;

    InspectorDraws(InstantSource clock, Outbox outbox, Reveals reveals) {
        this.clock = clock;
        this.outbox = outbox;
        this.reveals = reveals;
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
        return Inspections.get(officer, id, seen).call(row -> Reveals.lacking(row.inspectorCommitment, now)
                .chain(lacking -> Register.of(row.authority).chain(register -> {
                    List<UUID> eligible = InspectorDraw.eligible(register, row.operatorId);
                    Inspection.Change<InspectionEvent.InspectorDrawCommitted> change =
                            row.inspection().commit(eligible, earlier(row, wanted.reason(), lacking, rule), now);
                    row.take(change.inspection());
                    row.inspectorCommitment = CanonicalJson.write(published(row, eligible, rule, wanted.reason(), now));
                    return outbox.append(InspectionMessages.drawCommitted(row, change))
                            .chain(Rows::flush);
                })));
    }

    private static EarlierCommitment earlier(InspectionRow row, String reason, boolean lacking, SeedRule rule) {
        return row.inspectorCommitment == null
                ? null
                : new EarlierCommitment(committed(row.inspectorCommitment), reason, lacking, rule instanceof Beacon);
    }

    static List<UUID> committed(String commitment) {
        Collection<?> register = (Collection<?>) Commitment.values(commitment).get("register");
        return register.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** An earlier commitment stays readable in the one that follows it. */
    private static Map<String, Object> published(
            InspectionRow row, List<UUID> eligible, SeedRule rule, String reason, Instant now) {
        Map<String, Object> published = new HashMap<>(Map.of(
                "inspectionId", row.id.toString(),
                "caseId", row.caseId.toString(),
                "register", eligible.stream().map(UUID::toString).toList(),
                "seed", published(rule),
                "committedAt", now.toString()));
        if (row.inspectorCommitment != null) {
            published.put("previous", Commitment.values(row.inspectorCommitment));
            published.put("reason", reason);
        }
        return published;
    }

    /** For a share that does not come there are no dice here, but another commitment, by a beacon. */
    private static Map<String, Object> published(SeedRule rule) {
        Map<String, Object> published = new HashMap<>(rule.published());
        published.computeIfPresent("fallback", (name, dice) -> "beacon");
        return published;
    }

    /** What has been revealed so far, this share included. */
    @WithTransaction
    Uni<List<Reveals.RevealView>> reveal(Actor officer, UUID id, SeedRule.Reveal share) {
        Instant now = clock.instant();
        return Inspections.locked(officer, id)
                .chain(row -> take(officer, row, List.of(share), now))
                .call(Rows::flush)
                .map(Reveals.Shares::shown);
    }

    private Uni<Reveals.Shares> take(Actor officer, InspectionRow row, List<SeedRule.Reveal> given, Instant now) {
        return reveals.take(officer, commitment(row), given, now)
                .call(shares -> outbox.appendAll(
                        shares.now().stream().map(one -> revealed(row, one)).toList()));
    }

    private static OutboxMessage revealed(InspectionRow row, RevealRow share) {
        Inspection.Change<InspectionEvent.InspectorShareRevealed> change =
                row.inspection().reveal(share.party, share.revealedAt);
        row.take(change.inspection());
        return InspectionMessages.shareRevealed(row, change);
    }

    static Uni<List<Reveals.RevealView>> revealed(Actor officer, UUID id) {
        return Panache.withSession(() -> Inspections.get(officer, id).chain(row -> Reveals.of(commitment(row))))
                .map(before -> new Reveals.Shares(before, List.of()).shown());
    }

    private Uni<SeedRule.Given> shares(Actor officer, InspectionRow row, SeedRule.Given given, Instant now) {
        if (given.dice() != null) {
            throw Refusal.invalid("inspection.seed-rule", "For a share that does not come a beacon decides, not dice");
        }
        return Commitment.rule(commitment(row)) instanceof CommitReveal
                ? take(officer, row, given.reveals(), now).map(shares -> given.with(shares.all()))
                : Uni.createFrom().item(given);
    }

    /** Of those committed to, whoever may still act. */
    @WithTransaction
    Uni<InspectionRow> assign(Actor officer, UUID id, long seen, SeedRule.Given given) {
        Instant now = clock.instant();
        return Inspections.get(officer, id, seen).call(row -> shares(officer, row, given, now)
                .chain(whole -> Register.of(row.authority).chain(register -> {
                    String commitment = commitment(row);
                    List<UUID> committed = committed(commitment);
                    SeedRule.Seed seed = Commitment.rule(commitment).settle(whole, now);
                    List<InspectorDraw.Candidate> candidates = register.stream()
                            .filter(one -> committed.contains(one.id()))
                            .toList();
                    var allotment =
                            new InspectorDraw(candidates, seed.text()).allot(row.caseId.toString(), row.operatorId);
                    Inspection.Change<InspectionEvent.InspectorsAssigned> change =
                            row.inspection().assign(allotment.drawn(), now);
                    row.take(change.inspection());
                    row.seed = seed.text();
                    row.seedEvidence = CanonicalJson.write(seed.evidence());
                    return outbox.append(InspectionMessages.assigned(row, change))
                            .chain(Rows::flush);
                })));
    }

    static String commitment(InspectionRow row) {
        if (row.inspectorCommitment == null) {
            throw Refusal.conflict(
                    "inspection.not-committed", "First fix from whom and by what seed: inspector-commitment");
        }
        return row.inspectorCommitment;
    }
}
