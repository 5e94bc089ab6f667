package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.util.Optional;
import org.regulus.sanctions.rectification.OrderEvent.RectificationTakenOver;
import org.regulus.sanctions.rectification.OrderState.Verified;

/**
 * A case that goes to another authority takes its open orders along: who gives up the jurisdiction can no longer pursue what is not put right
 * (Penalty Law, Art. 25 and 27). What is verified is over, and stays with who verified it.
 */
public final class Handover {

    private Handover() {}

    /** Empty when there is nothing to take over. */
    public static Optional<Change<RectificationTakenOver>> of(RectificationOrder order, String to, Instant at) {
        String from = order.subject().authority();
        return order.state() instanceof Verified || from.equals(to)
                ? Optional.empty()
                : Optional.of(new Change<>(
                        order.heldBy(to, new OrderNote.TakenOver(from, to, at)), new RectificationTakenOver(from, at)));
    }
}
