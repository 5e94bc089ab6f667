package org.regulus.inspection.draw;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal;

/**
 * How many are drawn in each stratum: in proportion to its size by largest remainder, at least one each. A stratum whose share is below
 * one gets one and is left out of the proportion; that repeats until no share is below one. So no stratum gets more than it has.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * @param sizes units in each stratum, none empty; equal remainders go by the order of the names
     * @param sampleSize at most the sum of the sizes
     * @throws Refusal INVALID {@code draw.too-many-strata}
     */
    public static SortedMap<String, Integer> of(SortedMap<String, Integer> sizes, int sampleSize) {
        if (sizes.size() > sampleSize) {
            throw Refusal.invalid(
                    "draw.too-many-strata",
                    "A sample of %d cannot have one of each of %d strata".formatted(sampleSize, sizes.size()));
        }
        SortedMap<String, Integer> taken = new TreeMap<>();
        SortedMap<String, Integer> open = new TreeMap<>(sizes);
        long left = sampleSize;
        for (List<String> small = below(open, left); !small.isEmpty(); small = below(open, left)) {
            small.forEach(stratum -> taken.put(stratum, 1));
            open.keySet().removeAll(small);
            left -= small.size();
        }
        proportional(open, left, taken);
        return taken;
    }

    /** The strata whose share is below one. */
    private static List<String> below(Map<String, Integer> open, long left) {
        long total = total(open);
        return open.entrySet().stream()
                .filter(stratum -> left * stratum.getValue() < total)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void proportional(SortedMap<String, Integer> open, long left, Map<String, Integer> taken) {
        long total = total(open);
        Map<String, Long> remainders = open.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, stratum -> left * stratum.getValue() % total));
        open.forEach((stratum, size) -> taken.put(stratum, (int) (left * size / total)));
        long rest = left - open.keySet().stream().mapToLong(taken::get).sum();
        open.keySet().stream()
                .sorted(Comparator.comparing(remainders::get, Comparator.<Long>reverseOrder()))
                .limit(rest)
                .forEach(stratum -> taken.merge(stratum, 1, Integer::sum));
    }

    private static long total(Map<String, Integer> sizes) {
        return sizes.values().stream().mapToLong(Integer::longValue).sum();
    }
}
