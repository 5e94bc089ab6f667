package org.regulus.sanctions.penalty.edge;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Revision;

/** What a challenge made of one penalty: a smaller sum, fewer days, a warning, or nothing. */
record ChangedPenalty(
        @NotNull @Positive @Schema(description = "Its number in the decision") Integer penalty,
        @NotNull @Pattern(regexp = "less|warning|nothing") String becomes,
        @Positive Long amountMinor,
        @Positive Integer days) {

    @AssertTrue(message = "less, and only that, has either a sum or days")
    @Schema(hidden = true)
    boolean isMeasured() {
        return "less".equals(becomes) ? (amountMinor == null) != (days == null) : amountMinor == null && days == null;
    }

    static List<Revision> all(List<ChangedPenalty> penalties, Currency currency) {
        return penalties == null
                ? List.of()
                : penalties.stream().map(one -> one.in(currency)).toList();
    }

    private Revision in(Currency currency) {
        return new Revision(
                penalty,
                Codes.read(Revision.Becomes.class, becomes),
                Optional.ofNullable(amountMinor).map(minor -> new Money(minor, currency)),
                Optional.ofNullable(days));
    }
}
