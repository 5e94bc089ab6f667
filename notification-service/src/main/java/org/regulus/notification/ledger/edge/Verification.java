package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regulus.notification.ledger.Checkpoint;
import org.regulus.notification.ledger.Fault;
import org.regulus.notification.ledger.Fault.Kind;
import org.regulus.notification.ledger.HashChain;
import org.regulus.notification.ledger.LedgerEntry;
import org.regulus.notification.ledger.MerkleTree;
import org.regulus.notification.ledger.MerkleTree.Completed;
import org.regulus.notification.ledger.Span.Node;
import org.regulus.notification.ledger.edge.Checkpoints.Kept;
import org.regulus.notification.ledger.edge.Ledger.Head;

/**
 * Follows the ledger page by page, with one page in memory, up to the head as it stood at the beginning: each entry against the one
 * before it, the tree against each checkpoint that was signed, and each stored node of the tree against the recomputed one.
 */
@ApplicationScoped
class Verification {

    static final int PAGE = 1_000;

    private final Ledger ledger;
    private final TreeNodes nodes;
    private final KeptCheckpoints checkpoints;
    private final LedgerKeys keys;

    Verification(Ledger ledger, TreeNodes nodes, KeptCheckpoints checkpoints, LedgerKeys keys) {
        this.ledger = ledger;
        this.nodes = nodes;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /**
     * @param entries that were followed soundly
     * @param head the chain hash after them
     * @param root of the tree over them
     * @param firstFault null when the ledger is intact
     */
    record Outcome(boolean intact, long entries, String head, String root, Fault firstFault) {}

    /**
     * @param entries that were followed so far
     * @param of how many
     * @param outcome null until the last step
     */
    record Step(long entries, long of, Outcome outcome) {}

    /** How far it was followed, and what of the next page was signed and stored. */
    private static final class Walk {
        private final HashChain chain = new HashChain();
        private final MerkleTree tree = new MerkleTree();
        private final Kept newest;
        private final Head head;
        private Map<Long, Kept> signed = Map.of();
        private Map<Node, byte[]> stored = Map.of();

        Walk(Kept newest, Head head) {
            this.newest = newest;
            this.head = head;
        }

        long pageEnd() {
            return Math.min(chain.position() + PAGE, head.position());
        }
    }

    Uni<Outcome> verify() {
        return steps().collect().last().map(Step::outcome);
    }

    /**
     * Page by page, up to the outcome. The newest checkpoint is looked up before the head: one that is made meanwhile would seem to be
     * beyond the end.
     */
    Multi<Step> steps() {
        return Panache.withSession(checkpoints::latest)
                .chain(newest -> ledger.head().map(head -> new Walk(newest, head)))
                .onItem()
                .transformToMulti(this::follow);
    }

    private Multi<Step> follow(Walk walk) {
        return Multi.createBy()
                .repeating()
                .uni(() -> beside(walk).chain(() -> page(walk)))
                .whilst(Looked::goesOn)
                .map(looked -> new Step(
                        walk.chain.position(), walk.head.position(), looked.goesOn() ? null : outcome(walk, looked)));
    }

    private Outcome outcome(Walk walk, Looked looked) {
        Optional<Fault> fault = looked.fault().or(() -> end(walk));
        return new Outcome(
                fault.isEmpty(),
                walk.chain.position(),
                HexFormat.of().formatHex(walk.chain.head()),
                HexFormat.of().formatHex(walk.tree.root()),
                fault.orElse(null));
    }

    private record Looked(Optional<Fault> fault, boolean full) {
        boolean goesOn() {
            return fault.isEmpty() && full;
        }
    }

    /** What stands beside the entries of the next page. */
    private Uni<Void> beside(Walk walk) {
        long from = walk.chain.position();
        long to = walk.pageEnd();
        return Panache.withSession(() -> checkpoints
                .between(from, to)
                .invoke(kept -> walk.signed = kept.stream().collect(Collectors.toMap(Kept::size, Function.identity())))
                .chain(() -> nodes.completedBetween(from, to))
                .invoke(stored -> walk.stored = stored)
                .replaceWithVoid());
    }

    private Uni<Looked> page(Walk walk) {
        return ledger.after(walk.chain.position(), PAGE).chain(read -> {
            List<LedgerEntry> page = read.stream()
                    .filter(entry -> entry.position() <= walk.head.position())
                    .toList();
            for (LedgerEntry entry : page) {
                Optional<Fault> fault = walk.chain.follow(entry);
                if (fault.isPresent()) {
                    return explained(fault.get(), entry, walk.chain);
                }
                Optional<Fault> contradiction = checkpoint(walk, walk.tree.add(entry.leafHash()));
                if (contradiction.isPresent()) {
                    return Uni.createFrom().item(new Looked(contradiction, false));
                }
            }
            return Uni.createFrom().item(new Looked(Optional.empty(), page.size() == PAGE));
        });
    }

    /** What was signed first: a log that was written anew has a tree to match. */
    private Optional<Fault> checkpoint(Walk walk, List<Completed> completed) {
        Kept kept = walk.signed.get(walk.tree.size());
        return (kept == null ? Optional.<Fault>empty() : signed(kept, walk.tree.root())).or(() -> completed.stream()
                .filter(one -> !Arrays.equals(one.hash(), walk.stored.get(one.node())))
                .findFirst()
                .flatMap(one -> fault(
                        walk.tree.size(),
                        Kind.TREE_CHANGED,
                        "the stored node %d of level %d is not the hash of the entries below it"
                                .formatted(one.node().nth(), one.node().level()))));
    }

    private Optional<Fault> signed(Kept kept, byte[] root) {
        Optional<Checkpoint> signed = genuine(kept);
        if (signed.isEmpty()) {
            return fault(kept.size(), Kind.FORGED, "no key of ours signed the checkpoint that is kept of here");
        }
        return Arrays.equals(signed.get().root(), root)
                ? Optional.empty()
                : fault(kept.size(), Kind.FORKED, "the entries up to here are not those whose root was signed");
    }

    private Optional<Checkpoint> genuine(Kept kept) {
        return keys.open(kept.note()).filter(checkpoint -> checkpoint.size() == kept.size());
    }

    private Optional<Fault> end(Walk walk) {
        Optional<Fault> fault = walk.chain.end(walk.head.position(), walk.head.chainHash());
        if (fault.isPresent() || walk.newest == null || walk.newest.size() <= walk.head.position()) {
            return fault;
        }
        return genuine(walk.newest).isEmpty()
                ? fault(walk.newest.size(), Kind.FORGED, "no key of ours signed the newest checkpoint that is kept")
                : fault(
                        walk.head.position() + 1,
                        Kind.CUT_OFF,
                        "no entry is here, but a checkpoint of %d entries was signed".formatted(walk.newest.size()));
    }

    private static Optional<Fault> fault(long position, Kind kind, String what) {
        return Optional.of(new Fault(position, null, kind, what));
    }

    private Uni<Looked> explained(Fault fault, LedgerEntry entry, HashChain chain) {
        if (fault.kind() != Kind.UNLINKED) {
            return Uni.createFrom().item(new Looked(Optional.of(fault), false));
        }
        return ledger.clues(entry, chain.head()).map(clues -> new Looked(Optional.of(fault.explainedBy(clues)), false));
    }
}
