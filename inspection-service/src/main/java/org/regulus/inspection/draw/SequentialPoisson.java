package org.regulus.inspection.draw;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sequential Poisson sampling (Ohlsson 1998) of one stratum with the tickets of {@link ConsistentSampler}: the chance of a unit is n times
 * its weight over the sum of weights; a unit whose chance would be 1 or more is certain, and the chances of the others are taken anew until
 * none is. Of the others those with the smallest ticket / weight are drawn. Fractions are compared by cross-multiplication of integers, so
 * that every machine draws the same. With equal weights this is the consistent sampler.
 *
 * The units of the stratum pass by one after another; only those that come first are held.
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
    private final int certainFrom;
    private final int most;
    private final PriorityQueue<Placed> first = new PriorityQueue<>(SMALLEST_FIRST.reversed());

    /**
     * @param weights how many units of each weight the stratum has
     * @param take how many of it are drawn
     * @param further how many of those that follow them are held, too
     */
    public SequentialPoisson(String seed, SortedMap<Integer, Integer> weights, int take, int further) {
        this.sampler = new ConsistentSampler(seed);
        this.certainFrom = certainFrom(weights, take);
        this.most = take + further;
    }

    public void add(Unit unit) {
        Placed placed = placed(unit);
        if (first.size() < most) {
            first.add(placed);
        } else if (SMALLEST_FIRST.compare(placed, first.peek()) < 0) {
            first.poll();
            first.add(placed);
        }
    }

    /** Those held in their order: first the sample, the next one is the first replacement. */
    public List<Drawn> inOrder() {
        return first.stream().sorted(SMALLEST_FIRST).map(Placed::drawn).toList();
    }

    private Placed placed(Unit unit) {
        String ticket = sampler.ticket(unit.id());
        String digits = ticket.substring(2);
        return new Placed(
                new Drawn(unit, ticket, unit.weight() >= certainFrom),
                new BigInteger(digits + "0".repeat(DIGITS - digits.length())),
                BigInteger.valueOf(unit.weight()));
    }

    /** The weight from which on a unit is in every sample of this size: the heaviest are, and of one weight all or none. */
    static int certainFrom(SortedMap<Integer, Integer> weights, int size) {
        SortedMap<Integer, Integer> others = new TreeMap<>(weights);
        int certainFrom = Integer.MAX_VALUE;
        long left = size;
        boolean found = true;
        while (found && left > 0 && !others.isEmpty()) {
            long total = others.entrySet().stream()
                    .mapToLong(one -> (long) one.getKey() * one.getValue())
                    .sum();
            long places = left;
            SortedMap<Integer, Integer> sure = new TreeMap<>(others);
            sure.keySet().removeIf(weight -> places * weight < total);
            found = !sure.isEmpty();
            if (found) {
                certainFrom = sure.firstKey();
                left -= sure.values().stream().mapToInt(Integer::intValue).sum();
                others.keySet().removeAll(sure.keySet());
            }
        }
        return certainFrom;
    }
}
