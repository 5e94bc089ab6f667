package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.PenaltyEvent;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;

/** Enters what a move changed, with the one event that tells of it, in the caller's transaction. */
@ApplicationScoped
class ProceedingRegister {

    private final ProceedingStore proceedings;
    private final Outbox outbox;

    ProceedingRegister(ProceedingStore proceedings, Outbox outbox) {
        this.proceedings = proceedings;
        this.outbox = outbox;
    }

    Uni<ProceedingRow> enter(Change<? extends PenaltyEvent> change) {
        return proceedings.save(change.proceeding()).call(() -> outbox.append(PenaltyMessages.of(change)));
    }

    /** What is paid is closed in the same breath. */
    Uni<ProceedingRow> enterPaid(Change<PenaltyPaid> paid, Instant at) {
        return enter(paid).chain(() -> enter(paid.proceeding().close(at)));
    }
}
