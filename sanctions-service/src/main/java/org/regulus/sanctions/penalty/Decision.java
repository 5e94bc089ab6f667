package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.Optional;
import org.regulus.sanctions.Money;

/**
 * What was decided.
 *
 * @param amount nothing unless it is a fine
 * @param payUntil the last day to pay a fine
 */
public record Decision(Outcome outcome, Money amount, Optional<LocalDate> payUntil) {

    public Decision {
        if ((outcome == Outcome.FINE) != payUntil.isPresent() || (outcome == Outcome.FINE) != amount.minor() > 0) {
            throw new IllegalArgumentException("A fine, and only a fine, has an amount and a day to pay it");
        }
    }
}
