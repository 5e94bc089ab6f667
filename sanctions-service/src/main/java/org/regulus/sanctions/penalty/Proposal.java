package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;

/**
 * What is proposed, and what the prior notice then tells the operator.
 *
 * @param provision as it stood on {@code actOn}, or today's if that is lighter (Art. 37)
 * @param alsoUnder other provisions on the same act, with a fine that is not higher (Art. 29): kept, but not fined
 * @param amount the fine; nothing for a warning
 * @param weighed the facts as the law asks for them
 * @param explanation why this provision and this range
 */
public record Proposal(
        Provision provision,
        List<Provision> alsoUnder,
        LocalDate actOn,
        PenaltyKind kind,
        Money amount,
        String facts,
        Facts weighed,
        List<Step> explanation) {

    public Proposal {
        alsoUnder = List.copyOf(alsoUnder);
        explanation = List.copyOf(explanation);
    }

    /** What the penalty is, for the gates. */
    Set<PenaltyKind> kinds() {
        return Set.of(kind);
    }
}
