package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.Provision;

/**
 * What an officer wants to propose, before it was held against the law by {@link ProposalCheck}.
 *
 * @param alsoUnder ids of other provisions that the same act breached
 * @param facts in words
 */
public record ProposalTerms(
        String provision,
        List<String> alsoUnder,
        LocalDate actOn,
        PenaltyKind kind,
        Money amount,
        String facts,
        Weighing weighing) {

    /** What makes it graver or lighter. */
    public record Weighing(Consequence consequence, Set<String> circumstances, Optional<Money> turnover) {
        public static final Weighing NONE = new Weighing(Consequence.NONE, Set.of(), Optional.empty());
    }

    public ProposalTerms {
        alsoUnder = List.copyOf(alsoUnder);
    }

    /** With nothing that makes it graver or lighter, under one provision. */
    public ProposalTerms(String provision, LocalDate actOn, PenaltyKind kind, Money amount, String facts) {
        this(provision, List.of(), actOn, kind, amount, facts, Weighing.NONE);
    }

    Facts weighed(Provision law, boolean refused) {
        return new Facts(
                law.breach().addressee(),
                refused,
                weighing.consequence(),
                weighing.circumstances(),
                weighing.turnover());
    }

    static Flaw outOfRange(Provision law, Money amount, Optional<Money> turnover) {
        return new Flaw(
                "/amountMinor",
                "proceeding.amount-out-of-range",
                "%s allows from %s to %s, not %s"
                        .formatted(law.article(), law.least(), law.fine().most(turnover), amount));
    }

    static Refusal refusal(List<Flaw> flaws) {
        return flaws.size() == 1
                ? Refusal.invalid(flaws.get(0).code(), flaws.get(0).detail(), flaws)
                : Refusal.invalid("proceeding.invalid", "There are %d flaws".formatted(flaws.size()), flaws);
    }
}
