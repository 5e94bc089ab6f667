package org.regulus.campaign.bench;

import java.util.List;

/** Nearest-rank percentiles of measured times in milliseconds. */
record Percentiles(int samples, double p50, double p99) {

    static Percentiles of(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return new Percentiles(sorted.size(), rank(sorted, 50), rank(sorted, 99));
    }

    private static double rank(List<Double> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }
}
