package org.regulus.sanctions.penalty.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Measure;
import org.regulus.sanctions.penalty.Penalties;
import org.regulus.sanctions.penalty.Penalty;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** A penalty as it is stored: one of the measures, or none where words are enough, or where a challenge lifted it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PenaltyColumn(String kind, Long amountMinor, Integer days, String thing, String person, Boolean lifted) {

    /** Those of a proposal, or of a decision. */
    record Set(PenaltyColumn main, List<PenaltyColumn> further) {
        static Set of(Penalties penalties) {
            return new Set(
                    penalties.main().map(PenaltyColumn::of).orElse(null),
                    penalties.further().stream().map(PenaltyColumn::of).toList());
        }

        Penalties toDomain(Currency currency) {
            return new Penalties(
                    Optional.ofNullable(main).map(penalty -> penalty.toDomain(currency)),
                    further.stream().map(penalty -> penalty.toDomain(currency)).toList(),
                    currency);
        }
    }

    static PenaltyColumn of(Penalty penalty) {
        return new PenaltyColumn(
                penalty.kind().code(),
                penalty.sum().map(Money::minor).orElse(null),
                penalty.days().orElse(null),
                penalty.thing().orElse(null),
                penalty.person().orElse(null),
                penalty.isLifted() ? true : null);
    }

    Penalty toDomain(Currency currency) {
        return new Penalty(PenaltyKind.of(kind).orElseThrow(), measure(currency), Optional.ofNullable(person));
    }

    private Measure measure(Currency currency) {
        if (Boolean.TRUE.equals(lifted)) {
            return new Measure.Lifted();
        }
        if (amountMinor != null) {
            return new Measure.Sum(new Money(amountMinor, currency));
        }
        if (days != null) {
            return new Measure.Days(days);
        }
        return thing == null ? Measure.WORDS : new Measure.Thing(thing);
    }
}
