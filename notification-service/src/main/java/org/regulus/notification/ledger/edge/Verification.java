package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.Checkpoint;
import org.regulus.notification.ledger.Fault;
import org.regulus.notification.ledger.Fault.Kind;
import org.regulus.notification.ledger.HashChain;
import org.regulus.notification.ledger.LedgerEntry;
import org.regulus.notification.ledger.MerkleTree;
import org.regulus.notification.ledger.edge.Checkpoints.Kept;
import org.regulus.notification.ledger.edge.Ledger.Head;

/**
 * Follows the ledger page by page, with one page in memory, up to the head as it stood at the beginning: each entry against the one
 * before it, the tree against each checkpoint that was signed, and at the end the stored tree against the recomputed one.
 */
@ApplicationScoped
class Verification {

    static final int PAGE = 1_000;

    private final Ledger ledger;
    private final TreeNodes nodes;
    private final Checkpoints checkpoints;
    private final LedgerKeys keys;

    Verification(Ledger ledger, TreeNodes nodes, Checkpoints checkpoints, LedgerKeys keys) {
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

    /** How far it was followed. */
    private static final class Walk {
        private final HashChain chain = new HashChain();
        private final MerkleTree tree = new MerkleTree();
        private final Head head;
        private final Iterator<Kept> signed;
        private Kept next;

        Walk(Head head, List<Kept> signed) {
            this.head = head;
            this.signed = signed.iterator();
            advance();
        }

        void advance() {
            next = signed.hasNext() ? signed.next() : null;
        }
    }

    Uni<Outcome> verify() {
        return ledger.head().chain(head -> Panache.withSession(() -> checkpoints.after(0, Integer.MAX_VALUE))
                .chain(signed -> follow(new Walk(head, signed))));
    }

    private Uni<Outcome> follow(Walk walk) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(walk))
                .whilst(looked -> looked.fault().isEmpty() && looked.full())
                .collect()
                .last()
                .map(looked -> looked.fault().or(() -> end(walk)))
                .chain(fault -> fault.isPresent() ? Uni.createFrom().item(fault) : storedTree(walk))
                .map(fault -> new Outcome(
                        fault.isEmpty(),
                        walk.chain.position(),
                        HexFormat.of().formatHex(walk.chain.head()),
                        HexFormat.of().formatHex(walk.tree.root()),
                        fault.orElse(null)));
    }

    private record Looked(Optional<Fault> fault, boolean full) {}

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
                walk.tree.add(entry.leafHash());
                Optional<Fault> contradiction = checkpoint(walk);
                if (contradiction.isPresent()) {
                    return Uni.createFrom().item(new Looked(contradiction, false));
                }
            }
            return Uni.createFrom().item(new Looked(Optional.empty(), page.size() == PAGE));
        });
    }

    private Optional<Fault> checkpoint(Walk walk) {
        if (walk.next == null || walk.next.size() != walk.tree.size()) {
            return Optional.empty();
        }
        long size = walk.next.size();
        Optional<Checkpoint> signed = keys.open(walk.next.note()).filter(checkpoint -> checkpoint.size() == size);
        walk.advance();
        if (signed.isEmpty()) {
            return fault(size, Kind.FORGED, "no key of ours signed the checkpoint that is kept of here");
        }
        return Arrays.equals(signed.get().root(), walk.tree.root())
                ? Optional.empty()
                : fault(size, Kind.FORKED, "the entries up to here are not those whose root was signed");
    }

    private Optional<Fault> end(Walk walk) {
        Optional<Fault> fault = walk.chain.end(walk.head.position(), walk.head.chainHash());
        return fault.isEmpty() && walk.next != null && walk.next.size() > walk.head.position()
                ? fault(
                        walk.head.position() + 1,
                        Kind.CUT_OFF,
                        "no entry is here, but a checkpoint of %d entries was signed".formatted(walk.next.size()))
                : fault;
    }

    private Uni<Optional<Fault>> storedTree(Walk walk) {
        long size = walk.tree.size();
        return Panache.withSession(() -> nodes.root(size))
                .map(stored -> Arrays.equals(stored, walk.tree.root()))
                .onFailure(Refusal.class)
                .recoverWithItem(false)
                .map(same -> same
                        ? Optional.<Fault>empty()
                        : fault(size, Kind.TREE_CHANGED, "the stored tree is not that of the entries"));
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
