package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;

/**
 * What is proposed, and what the prior notice then tells the operator.
 *
 * @param laws what it is founded on
 * @param weighed the facts as the law asks for them
 * @param explanation why this provision and this range
 */
public record Proposal(
        Laws laws, LocalDate actOn, Penalties penalties, String facts, Facts weighed, List<Step> explanation) {

    /**
     * @param provision as it stood on the day of the act, or today's if that is lighter (Art. 37)
     * @param alsoUnder other provisions on the same act, with a fine that is not higher (Art. 29): kept, but not fined
     * @param ofPerson what threatens the person directly responsible, where one is to be punished, too
     */
    public record Laws(Provision provision, List<Provision> alsoUnder, Optional<Provision> ofPerson) {
        public Laws {
            alsoUnder = List.copyOf(alsoUnder);
        }
    }

    public Proposal {
        explanation = List.copyOf(explanation);
    }

    public Provision provision() {
        return laws.provision();
    }

    public List<Provision> alsoUnder() {
        return laws.alsoUnder();
    }

    /** What it is above all. */
    public PenaltyKind kind() {
        return penalties.main().orElseThrow().kind();
    }

    /** The fine on the operator; nothing when there is none. */
    public Money amount() {
        return penalties.fine();
    }
}
