package org.regulus.sanctions.ruleset;

import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;

/**
 * A step that some proceedings must pass and others need not: legal review, hearing, collective discussion, publication.
 *
 * @param always every proceeding passes it
 * @param fineFrom fines of at least this much pass it
 * @param kinds penalties of these kinds pass it
 * @param when cases with one of these marks pass it
 */
public record Gate(
        String code,
        boolean always,
        Optional<Money> fineFrom,
        Set<PenaltyKind> kinds,
        Set<String> when,
        Provenance provenance) {

    public static final String LEGAL_REVIEW = "legal-review";
    public static final String HEARING = "hearing";
    public static final String COLLECTIVE_DISCUSSION = "collective-discussion";
    public static final String PUBLICATION = "publication";

    public Gate {
        kinds = Set.copyOf(kinds);
        when = Set.copyOf(when);
    }

    /** @param amount nothing when no fine is meant */
    public boolean isDue(Set<PenaltyKind> imposed, Money amount, Set<String> marks) {
        return always
                || fineFrom.filter(
                                from -> amount.sameCurrencyAs(from) && amount.minor() > 0 && !from.isMoreThan(amount))
                        .isPresent()
                || imposed.stream().anyMatch(kinds::contains)
                || marks.stream().anyMatch(when::contains);
    }
}
