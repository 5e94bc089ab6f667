package org.regulus.inspection.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a draw has to know of its frame as a whole. The units are read one after another, as often as it takes, and held nowhere: of five
 * million there is no more in memory than of five.
 *
 * @param digest SHA-256 over the lines of the units, each followed by a line feed
 * @param weights how many units of each weight each stratum has
 */
public record Frame(int size, String digest, SortedMap<String, SortedMap<Integer, Integer>> weights) {

    public static Frame of(Iterable<Unit> units) {
        Reading reading = new Reading();
        units.forEach(reading::add);
        return reading.frame();
    }

    /** A frame while it is read: its units come in the order of their ids. */
    public static final class Reading {
        private final MessageDigest digest = ConsistentSampler.sha256();
        private final SortedMap<String, SortedMap<Integer, Integer>> weights = new TreeMap<>();
        private int size;
        private String last = "";

        public void add(Unit unit) {
            if (unit.id().compareTo(last) <= 0) {
                throw new IllegalStateException("%s does not come after %s".formatted(unit.id(), last));
            }
            last = unit.id();
            size++;
            digest.update((unit.line() + "\n").getBytes(StandardCharsets.UTF_8));
            weights.computeIfAbsent(unit.stratum(), absent -> new TreeMap<>()).merge(unit.weight(), 1, Integer::sum);
        }

        public int size() {
            return size;
        }

        /** Once, when all of it was read. */
        public Frame frame() {
            return new Frame(
                    size, HexFormat.of().formatHex(digest.digest()), Collections.unmodifiableSortedMap(weights));
        }
    }

    SortedMap<String, Integer> sizes() {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        weights.forEach((stratum, counts) -> sizes.put(
                stratum, counts.values().stream().mapToInt(Integer::intValue).sum()));
        return sizes;
    }

    /** Without strata and weights. */
    boolean isPlain() {
        return weights.keySet().stream().allMatch(Unit.ALL::equals)
                && weights.values().stream()
                        .allMatch(counts -> counts.keySet().stream().allMatch(weight -> weight == 1));
    }
}
