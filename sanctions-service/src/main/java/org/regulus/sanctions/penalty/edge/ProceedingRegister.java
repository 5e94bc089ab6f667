package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.PenaltyEvent;
import org.regulus.sanctions.penalty.PenaltyProceeding;

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

    /** With its last part a proceeding is closed in the same breath. */
    Uni<ProceedingRow> enterAndClose(Change<? extends PenaltyEvent> change, Instant at) {
        PenaltyProceeding it = change.proceeding();
        return enter(change)
                .chain(row ->
                        it.isOver() ? enter(it.close(at)) : Uni.createFrom().item(row));
    }
}
