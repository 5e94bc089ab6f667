package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.Provision;

/**
 * What an officer wants to propose, before it was held against the law by {@link ProposalCheck}.
 *
 * @param facts in words
 */
public record ProposalTerms(Named named, LocalDate actOn, Penalties penalties, String facts, Weighing weighing) {

    /**
     * Provisions by their ids.
     *
     * @param alsoUnder others that the same act breached
     * @param ofPerson what threatens the person directly responsible
     */
    public record Named(String provision, List<String> alsoUnder, Optional<String> ofPerson) {
        public Named {
            alsoUnder = List.copyOf(alsoUnder);
        }
    }

    /** What makes it graver or lighter. */
    public record Weighing(Consequence consequence, Set<String> circumstances, Optional<Money> turnover) {
        public static final Weighing NONE = new Weighing(Consequence.NONE, Set.of(), Optional.empty());
    }

    Facts weighed(Provision law, boolean refused) {
        return new Facts(
                law.breach().addressee(),
                refused,
                weighing.consequence(),
                weighing.circumstances(),
                weighing.turnover());
    }

    static String outOfRange(Provision law, Money amount, Optional<Money> turnover) {
        return "%s allows from %s to %s, not %s"
                .formatted(law.article(), law.least(), law.fine().most(turnover), amount);
    }

    static Refusal refusal(List<Flaw> flaws) {
        return flaws.size() == 1
                ? Refusal.invalid(flaws.get(0).code(), flaws.get(0).detail(), flaws)
                : Refusal.invalid("proceeding.invalid", "There are %d flaws".formatted(flaws.size()), flaws);
    }
}
