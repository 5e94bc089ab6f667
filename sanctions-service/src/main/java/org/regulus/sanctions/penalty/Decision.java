package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.PenaltyKind;

/**
 * What was decided.
 *
 * @param amount nothing unless it is a fine
 * @param payUntil the last day to pay a fine
 * @param at when it was decided: it may be paid and served from that day on
 * @param explanation why this law, this amount and this date
 */
public record Decision(
        Outcome outcome, Money amount, Optional<LocalDate> payUntil, Instant at, List<Step> explanation) {

    public Decision {
        if ((outcome == Outcome.FINE) != payUntil.isPresent() || (outcome == Outcome.FINE) != amount.minor() > 0) {
            throw new IllegalArgumentException("A fine, and only a fine, has an amount and a day to pay it");
        }
        explanation = List.copyOf(explanation);
    }

    /** What is imposed. */
    Set<PenaltyKind> kinds() {
        return outcome.kind().map(Set::of).orElse(Set.of());
    }

    /** The time to pay runs from service, and is counted then. */
    Decision payableUntil(Optional<LocalDate> day) {
        return new Decision(outcome, amount, day, at, explanation);
    }

    Decision reducedTo(Money smaller) {
        return new Decision(outcome, smaller, payUntil, at, explanation);
    }
}
