package org.regulus.sanctions.ruleset;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;

/**
 * One article that allows a penalty, as it stood in one span of time.
 *
 * @param fine nothing to nothing where no fine is allowed
 * @param precondition what must have happened before
 */
public record Provision(
        String id,
        String article,
        Validity validity,
        Breach breach,
        Set<PenaltyKind> kinds,
        FineRange fine,
        Precondition precondition,
        Provenance provenance) {

    public Provision {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(id + " allows no kind of penalty");
        }
        if (kinds.contains(PenaltyKind.FINE) && fine.most().minor() == 0) {
            throw new IllegalArgumentException(id + " allows a fine of nothing");
        }
    }

    public Money least() {
        return fine.least();
    }

    public Money most() {
        return fine.most();
    }

    public boolean allows(PenaltyKind kind) {
        return kinds.contains(kind);
    }

    public boolean allows(Money amount, Optional<Money> turnover) {
        return fine.covers(amount, turnover);
    }

    public PenaltyKind gravestKind() {
        return kinds.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether it is another version of the same rule: the same duty under the same law, for the same addressee. */
    public boolean sameRuleAs(Provision other) {
        return breach.equals(other.breach);
    }

    /** From the lighter to the heavier: by the gravest kind, then by the most, then by the least fine. */
    public static Comparator<Provision> byWeight(Optional<Money> turnover) {
        return Comparator.comparing(Provision::gravestKind).thenComparing(byFine(turnover));
    }

    /** By the fine alone: of several provisions on one act the one with the higher fine applies (Penalty Law, Art. 29). */
    public static Comparator<Provision> byFine(Optional<Money> turnover) {
        return Comparator.comparingLong(
                        (Provision law) -> law.fine().most(turnover).minor())
                .thenComparing(law -> law.least().minor());
    }
}
