package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Step;

/**
 * What was decided.
 *
 * @param amount nothing unless it is a fine
 * @param payUntil the last day to pay a fine
 * @param explanation why this law, this amount and this date
 */
public record Decision(Outcome outcome, Money amount, Optional<LocalDate> payUntil, List<Step> explanation) {

    public Decision {
        if ((outcome == Outcome.FINE) != payUntil.isPresent() || (outcome == Outcome.FINE) != amount.minor() > 0) {
            throw new IllegalArgumentException("A fine, and only a fine, has an amount and a day to pay it");
        }
        explanation = List.copyOf(explanation);
    }
}
