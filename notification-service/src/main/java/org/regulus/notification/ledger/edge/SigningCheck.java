package org.regulus.notification.ledger.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.regulus.notification.ledger.Checkpoint;
import org.regulus.notification.ledger.edge.Checkpoints.Kept;

/**
 * Whether the ledger still continues what was signed: a signature under one that was changed, or put back to an older copy, would hide
 * that for good. What was signed is the last checkpoint that is kept here and the newest that a witness has.
 */
@ApplicationScoped
class SigningCheck {

    private static final Logger LOG = Logger.getLogger(SigningCheck.class);

    private static final String WHOLE = "select count(*) = coalesce(max(number), 0) from ledger_checkpoint";

    private final LedgerKeys keys;
    private final TreeNodes tree;
    private final KeptCheckpoints checkpoints;
    private final Witness witness;
    private final AtomicInteger refused;

    SigningCheck(LedgerKeys keys, TreeNodes tree, KeptCheckpoints checkpoints, Witness witness, MeterRegistry meters) {
        this.keys = keys;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.witness = witness;
        this.refused = meters.gauge("regulus.ledger.signing.refused", new AtomicInteger());
    }

    /**
     * In the caller's session.
     *
     * @param size that is to be signed
     */
    Uni<Boolean> maySign(long size) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(WHOLE, Boolean.class).getSingleResult())
                .map(whole -> whole ? null : "a checkpoint is missing")
                .chain(fault -> fault != null
                        ? item(fault)
                        : checkpoints
                                .latest()
                                .chain(kept -> kept == null ? item(null) : fault("the last checkpoint", kept, size)))
                .chain(fault -> fault != null
                        ? item(fault)
                        : witness.newest()
                                .chain(newest -> newest.isEmpty()
                                        ? item(null)
                                        : fault("what the witness has", newest.get(), size)))
                .map(fault -> {
                    refused.set(fault == null ? 0 : 1);
                    if (fault != null) {
                        LOG.errorf("the ledger of %d entries is not signed: %s", size, fault);
                    }
                    return fault == null;
                });
    }

    private Uni<String> fault(String whose, Kept kept, long size) {
        Optional<Checkpoint> signed = keys.open(kept.note()).filter(one -> one.size() == kept.size());
        if (signed.isEmpty()) {
            return item("%s (%d) is not genuine".formatted(whose, kept.size()));
        }
        if (kept.size() > size) {
            return item("%s (%d) is of a longer ledger".formatted(whose, kept.size()));
        }
        return tree.root(kept.size())
                .map(root -> Arrays.equals(root, signed.get().root())
                        ? null
                        : "%s (%d) is of another ledger".formatted(whose, kept.size()));
    }

    private static Uni<String> item(String fault) {
        return Uni.createFrom().item(fault);
    }
}
