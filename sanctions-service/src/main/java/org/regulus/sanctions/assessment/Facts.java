package org.regulus.sanctions.assessment;

import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.Precondition.Consequence;

/**
 * What the law asks about an act.
 *
 * @param refused whether the operator failed to rectify
 * @param circumstances what may make it lighter, and marks such as {@code complex} that ask for more steps
 * @param turnover of the year before, where a ceiling depends on it
 */
public record Facts(
        Addressee addressee,
        boolean refused,
        Consequence consequence,
        Set<String> circumstances,
        Optional<Money> turnover) {

    public Facts {
        circumstances = Set.copyOf(circumstances);
    }
}
