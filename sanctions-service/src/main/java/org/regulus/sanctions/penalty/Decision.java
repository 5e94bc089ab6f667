package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Step;

/**
 * What was decided.
 *
 * @param penalties what is imposed; none, when there is no penalty
 * @param payUntil the last day to pay a fine
 * @param at when it was decided: it may be paid and served from that day on
 * @param explanation why this law, this amount and this date
 */
public record Decision(Penalties penalties, Optional<LocalDate> payUntil, Instant at, List<Step> explanation) {

    public Decision {
        if (penalties.hasFine() != payUntil.isPresent()) {
            throw new IllegalArgumentException("A fine, and only a fine, has a day to pay it");
        }
        explanation = List.copyOf(explanation);
    }

    /** How the proceeding ends by it. */
    public Outcome outcome() {
        return penalties.outcome();
    }

    /** The fine on the operator; nothing when there is none. */
    public Money amount() {
        return penalties.fine();
    }

    /** The time to pay runs from service, and is counted then. */
    Decision payableUntil(Optional<LocalDate> day) {
        return new Decision(penalties, day, at, explanation);
    }

    /** What a challenge left of it. */
    Decision left(Penalties less) {
        return new Decision(less, payUntil.filter(day -> less.hasFine()), at, explanation);
    }
}
