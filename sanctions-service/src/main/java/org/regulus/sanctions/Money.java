package org.regulus.sanctions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Objects;

/** An exact amount: a whole number of minor units (fen, cents) of an ISO 4217 currency. Never a floating-point number. */
public record Money(long minor, Currency currency) {

    public Money {
        Objects.requireNonNull(currency, "money has a currency");
        if (minor < 0) {
            throw new IllegalArgumentException("A penalty is never negative: " + minor);
        }
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    public static Money none(Currency currency) {
        return new Money(0, currency);
    }

    public boolean sameCurrencyAs(Money other) {
        return currency.equals(other.currency);
    }

    /** @throws IllegalArgumentException when the currencies differ: amounts of two currencies have no order */
    public boolean isMoreThan(Money other) {
        if (!sameCurrencyAs(other)) {
            throw new IllegalArgumentException("%s cannot be compared with %s".formatted(this, other));
        }
        return minor > other.minor;
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        if (!sameCurrencyAs(other)) {
            throw new IllegalArgumentException("%s cannot be added to %s".formatted(other, this));
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** This, and so many thousandths of the way up to {@code most}; a part of a minor unit is dropped. */
    public Money plusShareOf(Money most, int perMille) {
        BigInteger way = BigInteger.valueOf(most.minor - minor).multiply(BigInteger.valueOf(perMille));
        return new Money(minor + way.divide(BigInteger.valueOf(1000)).longValueExact(), currency);
    }

    /** For people: {@code 5000.00 CNY}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString() + " " + currency;
    }
}
