package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.Span;
import org.regulus.notification.ledger.edge.Checkpoints.Kept;

/** What proves to an outsider that the ledger holds something, or only grew. */
@ApplicationScoped
public class Proofs {

    /** Cases have tens of events. Beyond this a bundle is refused rather than cut short. */
    private static final int EVENTS_MAX = 2_000;

    private static final String OF_CASE =
            """
            select position, canonical from ledger_entry
            where ledger_case(canonical, leaf_hash) = ?1 and position <= ?2 order by position limit ?3""";

    private final TreeNodes tree;
    private final Ledger ledger;
    private final KeptCheckpoints checkpoints;
    private final LedgerKeys keys;

    Proofs(TreeNodes tree, Ledger ledger, KeptCheckpoints checkpoints, LedgerKeys keys) {
        this.tree = tree;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    record Inclusion(long position, long size, byte[] leaf, byte[] root, List<byte[]> hashes) {}

    record Consistency(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> hashes) {}

    /** @param inclusion hashes in hex, from the leaf's neighbour up to the root's child */
    public record ProvenEvent(long position, String canonical, List<String> inclusion) {}

    /**
     * Checked offline by {@code deploy/verify-ledger} and {@code deploy/verify-bundle.py}.
     *
     * @param checkpoint C2SP tlog-checkpoint
     * @param count how many events it has, signed like the checkpoint
     * @param verifiers the keys that may have signed it; who checks should have them from elsewhere
     */
    public record Bundle(
            String format,
            UUID caseId,
            String checkpoint,
            String count,
            List<String> verifiers,
            List<ProvenEvent> events) {}

    /** @throws Refusal CONFLICT {@code ledger.shorter} when it has not grown to that size */
    Uni<Inclusion> inclusion(long position, long size) {
        if (position > size) {
            throw Refusal.invalid("proof.beyond", "A ledger of %d entries has none at %d".formatted(size, position));
        }
        List<Span> spans = new ArrayList<>(List.of(new Span(position - 1, position), new Span(0, size)));
        spans.addAll(Span.ofInclusion(position - 1, size));
        return longEnough(size)
                .chain(() -> Panache.withSession(() -> tree.hashes(spans)))
                .map(hashes ->
                        new Inclusion(position, size, hashes.get(0), hashes.get(1), hashes.subList(2, hashes.size())));
    }

    /** @throws Refusal CONFLICT {@code ledger.shorter} when it has not grown to that size */
    Uni<Consistency> consistency(long from, long to) {
        if (from > to) {
            throw Refusal.invalid("proof.beyond", "A ledger does not shrink from %d entries to %d".formatted(from, to));
        }
        List<Span> spans = new ArrayList<>(List.of(new Span(0, from), new Span(0, to)));
        spans.addAll(Span.ofConsistency(from, to));
        return longEnough(to)
                .chain(() -> Panache.withSession(() -> tree.hashes(spans)))
                .map(hashes ->
                        new Consistency(from, to, hashes.get(0), hashes.get(1), hashes.subList(2, hashes.size())));
    }

    private Uni<Void> longEnough(long size) {
        return ledger.head()
                .invoke(head -> {
                    if (head.position() < size) {
                        throw Refusal.conflict(
                                "ledger.shorter", "The ledger has %d entries yet".formatted(head.position()));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * The events of a case up to the newest checkpoint, as the ledger's own texts name it; whether the asker may see the case is the caller's question.
     *
     * @throws Refusal NOT_FOUND {@code checkpoint.none} before the first checkpoint
     */
    public Uni<Bundle> ofCase(UUID caseId) {
        return Panache.withSession(() -> checkpoints
                .latest()
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("checkpoint.none", "Nothing was signed yet"))
                .chain(checkpoint -> events(caseId, checkpoint)
                        .chain(rows -> proven(rows, checkpoint.size()))
                        .map(events -> new Bundle(
                                "regulus-case-proof/2",
                                caseId,
                                checkpoint.note(),
                                keys.sign(caseId, events.size(), checkpoint.size(), checkpoint.root()),
                                keys.verifiers(),
                                events))));
    }

    private static Uni<List<Object[]>> events(UUID caseId, Kept checkpoint) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_CASE, Object[].class)
                        .setParameter(1, caseId.toString())
                        .setParameter(2, checkpoint.size())
                        .setParameter(3, EVENTS_MAX + 1)
                        .getResultList())
                .invoke(rows -> {
                    if (rows.size() > EVENTS_MAX) {
                        throw Refusal.conflict("proof.too-large", "The case has more than 2000 events");
                    }
                });
    }

    private Uni<List<ProvenEvent>> proven(List<Object[]> rows, long size) {
        List<Span> spans = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Object[] row : rows) {
            spans.addAll(Span.ofInclusion((Long) row[0] - 1, size));
            ends.add(spans.size());
        }
        return tree.hashes(spans).map(hashes -> {
            List<ProvenEvent> events = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < rows.size(); i++) {
                List<String> path = hashes.subList(start, ends.get(i)).stream()
                        .map(HexFormat.of()::formatHex)
                        .toList();
                events.add(new ProvenEvent((Long) rows.get(i)[0], (String) rows.get(i)[1], path));
                start = ends.get(i);
            }
            return events;
        });
    }
}
