package org.regulus.sanctions.ruleset;

import java.math.BigInteger;
import java.util.Optional;
import org.regulus.sanctions.Money;

/**
 * From where to where a fine may go, both included.
 *
 * @param turnoverPerMille where the law also allows so many thousandths of last year's turnover: then the higher of both is the most
 */
public record FineRange(Money least, Money most, Optional<Integer> turnoverPerMille) {

    public FineRange {
        if (least.isMoreThan(most)) {
            throw new IllegalArgumentException("The least fine %s exceeds the most %s".formatted(least, most));
        }
        if (turnoverPerMille.isPresent() && turnoverPerMille.get() < 1) {
            throw new IllegalArgumentException("A share of the turnover is at least one thousandth");
        }
    }

    public static FineRange of(Money least, Money most) {
        return new FineRange(least, most, Optional.empty());
    }

    /**
     * The most that may be imposed on who had that turnover. Without a known turnover the fixed amount stands, and so it does for one in
     * another currency: two of them have no order, and who asks is told that the law is in another one.
     */
    public Money most(Optional<Money> turnover) {
        Optional<Money> comparable = turnover.filter(most::sameCurrencyAs);
        if (turnoverPerMille.isEmpty() || comparable.isEmpty()) {
            return most;
        }
        Money share = share(comparable.get(), turnoverPerMille.get());
        return share.isMoreThan(most) ? share : most;
    }

    /** Down to a whole minor unit. */
    private static Money share(Money of, int perMille) {
        BigInteger minor = BigInteger.valueOf(of.minor())
                .multiply(BigInteger.valueOf(perMille))
                .divide(BigInteger.valueOf(1000));
        return new Money(minor.longValueExact(), of.currency());
    }

    public boolean covers(Money amount, Optional<Money> turnover) {
        return amount.sameCurrencyAs(most) && !least.isMoreThan(amount) && !amount.isMoreThan(most(turnover));
    }
}
