package org.regulus.sanctions.ruleset;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.regulus.sanctions.Money;

/**
 * What a fine paid late costs on top, for each day.
 *
 * @param perMille the surcharge of one day, in thousandths of the fine
 * @param capPerMille what all days together never exceed, in thousandths of the fine
 */
public record SurchargeRule(int perMille, int capPerMille, Provenance provenance) {

    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    /** Days that do not count, both included: reconsideration or litigation was pending. */
    public record Pause(LocalDate from, LocalDate to) {
        public Pause {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A pause cannot end (%s) before it begins (%s)".formatted(to, from));
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * A surcharge and how it came about.
     *
     * @param daysLate all days after the due day
     * @param daysPaused those of them that did not count
     * @param uncapped what the counted days would come to without the cap; rounded down to a minor unit, as {@code cap} is
     */
    public record Surcharge(long daysLate, long daysPaused, Money uncapped, Money cap) {
        public long daysCounted() {
            return daysLate - daysPaused;
        }

        public Money amount() {
            return uncapped.isMoreThan(cap) ? cap : uncapped;
        }
    }

    public SurchargeRule {
        if (perMille < 1 || capPerMille < 1) {
            throw new IllegalArgumentException("A surcharge has a rate and a cap of at least one thousandth");
        }
    }

    /** The surcharge on {@code fine}, due on {@code dueOn}, as it stands at the end of {@code on}. Nothing up to the due day. */
    public Surcharge on(LocalDate on, Money fine, LocalDate dueOn, List<Pause> pauses) {
        List<LocalDate> late =
                on.isAfter(dueOn) ? dueOn.plusDays(1).datesUntil(on.plusDays(1)).toList() : List.of();
        long paused = late.stream()
                .filter(day -> pauses.stream().anyMatch(pause -> pause.covers(day)))
                .count();
        return new Surcharge(
                late.size(),
                paused,
                thousandths(fine, (late.size() - paused) * perMille),
                thousandths(fine, capPerMille));
    }

    /** @throws ArithmeticException when the result is no amount that this system can hold */
    private static Money thousandths(Money of, long thousandths) {
        BigInteger minor = BigInteger.valueOf(of.minor())
                .multiply(BigInteger.valueOf(thousandths))
                .divide(THOUSAND);
        return new Money(minor.longValueExact(), of.currency());
    }
}
