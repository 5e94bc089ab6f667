package org.regulus.sanctions.penalty.edge;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.regulus.sanctions.penalty.Penalty;

/** A penalty beside the main one: with the sum, the term or the thing that its kind has, or with none of them. */
record FurtherPenalty(
        @NotNull @Pattern(regexp = KINDS) String kind,
        @Positive Long amountMinor,
        @Positive @Max(DAYS_MAX) Integer days,
        @Size(min = 1, max = THING_MAX) String thing,
        @Size(min = 1, max = PERSON_MAX)
                @Schema(description = "Who is directly responsible, where it hits a person and not the operator")
                String person) {

    static final String KINDS =
            "warning|public-criticism|fine|confiscation|suspension|licence-downgrade|occupation-ban|closure|licence-revocation";
    static final int PENALTIES_MAX = 20;
    /** A hundred years: longer than any term, and its end is still a day that can be written. */
    static final int DAYS_MAX = 36_525;

    private static final int THING_MAX = 1_000;
    private static final int PERSON_MAX = 200;

    @AssertTrue(message = "a penalty is measured in one way")
    @Schema(hidden = true)
    boolean isMeasuredOnce() {
        return Stream.of(amountMinor != null, days != null, thing != null)
                        .filter(given -> given)
                        .count()
                <= 1;
    }

    static List<Penalty> all(List<FurtherPenalty> further, Currency currency) {
        return further == null
                ? List.of()
                : further.stream().map(one -> one.in(currency)).toList();
    }

    private Penalty in(Currency currency) {
        return new PenaltyColumn(kind, amountMinor, days, thing, person, null).toDomain(currency);
    }
}
