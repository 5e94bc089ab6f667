package org.regulus.sanctions.penalty;

import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;

/**
 * What a challenge made of one penalty.
 *
 * @param amount of what is left, where it is measured by a sum
 * @param days where it is measured by days
 */
public record Revision(int penalty, Becomes becomes, Optional<Money> amount, Optional<Integer> days) {

    /** What it is now. */
    public enum Becomes {
        LESS,
        WARNING,
        NOTHING
    }

    static Revision lifted(int penalty) {
        return new Revision(penalty, Becomes.NOTHING, Optional.empty(), Optional.empty());
    }

    /**
     * Never heavier than it was.
     *
     * @throws Refusal INVALID {@code proceeding.measure-differs}, {@code proceeding.penalty-worsened}
     */
    Penalty of(Penalty before, String pointer) {
        Penalty now = new Penalty(
                becomes == Becomes.WARNING ? PenaltyKind.WARNING : before.kind(),
                measure(before, pointer),
                before.person());
        if (becomes != Becomes.NOTHING && !now.isCoveredBy(before)) {
            throw flaw(pointer, "proceeding.penalty-worsened", "It was " + before);
        }
        return now;
    }

    private Measure measure(Penalty before, String pointer) {
        return switch (becomes) {
            case NOTHING -> new Measure.Lifted();
            case WARNING -> Measure.WORDS;
            case LESS -> less(before, pointer);
        };
    }

    private Measure less(Penalty before, String pointer) {
        if (amount.isPresent() == before.sum().isPresent()
                && days.isPresent() == before.days().isPresent()
                && (amount.isPresent() || days.isPresent())) {
            return amount.<Measure>map(Measure.Sum::new).orElseGet(() -> new Measure.Days(days.orElseThrow()));
        }
        throw flaw(pointer, "proceeding.measure-differs", "%s is measured otherwise".formatted(before));
    }

    private static Refusal flaw(String pointer, String code, String detail) {
        return ProposalTerms.refusal(List.of(new Flaw(pointer, code, detail)));
    }
}
