package org.regulus.notification.ledger.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.regulus.notification.ledger.Fault;
import org.regulus.notification.ledger.HashChain;
import org.regulus.notification.ledger.LedgerEntry;
import org.regulus.notification.ledger.edge.Ledger.Head;

/** Follows the ledger page by page, with one page in memory, up to the head as it stood at the beginning. */
@ApplicationScoped
class Verification {

    static final int PAGE = 1_000;

    private final Ledger ledger;

    Verification(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param entries that were followed soundly
     * @param head the chain hash after them
     * @param firstFault null when the ledger is intact
     */
    record Outcome(boolean intact, long entries, String head, Fault firstFault) {}

    Uni<Outcome> verify() {
        return ledger.head().chain(head -> {
            HashChain chain = new HashChain();
            return Multi.createBy()
                    .repeating()
                    .uni(() -> page(chain, head))
                    .whilst(looked -> looked.fault().isEmpty() && looked.full())
                    .collect()
                    .last()
                    .map(looked -> looked.fault().or(() -> chain.end(head.position(), head.chainHash())))
                    .map(fault -> new Outcome(
                            fault.isEmpty(),
                            chain.position(),
                            HexFormat.of().formatHex(chain.head()),
                            fault.orElse(null)));
        });
    }

    private record Looked(Optional<Fault> fault, boolean full) {}

    private Uni<Looked> page(HashChain chain, Head head) {
        return ledger.after(chain.position(), PAGE).chain(read -> {
            List<LedgerEntry> page = read.stream()
                    .filter(entry -> entry.position() <= head.position())
                    .toList();
            for (LedgerEntry entry : page) {
                Optional<Fault> fault = chain.follow(entry);
                if (fault.isPresent()) {
                    return explained(fault.get(), entry, chain);
                }
            }
            return Uni.createFrom().item(new Looked(Optional.empty(), page.size() == PAGE));
        });
    }

    private Uni<Looked> explained(Fault fault, LedgerEntry entry, HashChain chain) {
        if (fault.kind() != Fault.Kind.UNLINKED) {
            return Uni.createFrom().item(new Looked(Optional.of(fault), false));
        }
        return ledger.clues(entry, chain.head()).map(clues -> new Looked(Optional.of(fault.explainedBy(clues)), false));
    }
}
