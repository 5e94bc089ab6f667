package org.regulus.inspection.draw;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sequential Poisson sampling (Ohlsson 1998) of one stratum with the tickets of {@link ConsistentSampler}: the chance of a unit is n times
 * its weight over the sum of weights; a unit whose chance would be 1 or more is certain, and the chances of the others are taken anew until
 * none is. Of the others those with the smallest ticket / weight are drawn. Fractions are compared by cross-multiplication of integers, so
 * that every machine draws the same. With equal weights this is the consistent sampler.
 */
public final class SequentialPoisson {

    /** 2^256 has 78 digits: a ticket is a whole number of 78 digits, over 10^78. */
    private static final int DIGITS = 78;

    /** @param certain whether its weight alone decided */
    public record Drawn(Unit unit, String ticket, boolean certain) {}

    private record Placed(Drawn drawn, BigInteger numerator, BigInteger weight) {
        static int compare(Placed one, Placed other) {
            return one.numerator.multiply(other.weight).compareTo(other.numerator.multiply(one.weight));
        }
    }

    private static final Comparator<Placed> SMALLEST_FIRST = Comparator.<Placed, Boolean>comparing(
                    placed -> !placed.drawn().certain())
            .thenComparing(Placed::compare)
            .thenComparing(placed -> placed.drawn().unit().id());

    private final ConsistentSampler sampler;

    public SequentialPoisson(String seed) {
        this.sampler = new ConsistentSampler(seed);
    }

    /** All units in order: the first {@code size} are the sample, the next one is the first replacement. */
    public List<Drawn> order(List<Unit> units, int size) {
        Set<Unit> certain = certain(units, size);
        return units.stream()
                .map(unit -> placed(unit, certain.contains(unit)))
                .sorted(SMALLEST_FIRST)
                .map(Placed::drawn)
                .toList();
    }

    private Placed placed(Unit unit, boolean certain) {
        String ticket = sampler.ticket(unit.id());
        String digits = ticket.substring(2);
        return new Placed(
                new Drawn(unit, ticket, certain),
                new BigInteger(digits + "0".repeat(DIGITS - digits.length())),
                BigInteger.valueOf(unit.weight()));
    }

    /** The units that are in every sample of this size. */
    static Set<Unit> certain(List<Unit> units, int size) {
        Set<Unit> certain = new HashSet<>();
        List<Unit> others = new ArrayList<>(units);
        boolean found = true;
        while (found && certain.size() < size) {
            long left = size - certain.size();
            long total = others.stream().mapToLong(Unit::weight).sum();
            List<Unit> sure = others.stream()
                    .filter(unit -> left * unit.weight() >= total)
                    .toList();
            certain.addAll(sure);
            others.removeAll(new HashSet<>(sure));
            found = !sure.isEmpty();
        }
        return certain;
    }
}
