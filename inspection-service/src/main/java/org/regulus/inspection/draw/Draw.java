package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * One random check: what it is drawn from is fixed first, what decides it comes afterwards.
 *
 * @param frame the cases, sorted by id: what was committed to
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Draw(UUID id, List<Unit> frame, int sampleSize, SeedRule rule, State state, long announced) {

    public enum State {
        COMMITTED,
        COMPLETED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public record DrawCommitted(UUID draw, String frameDigest, Instant at) {}

    public record DrawCompleted(UUID draw, SeedRule.Seed seed, Sample sample, Instant at) {}

    public record DrawReplacementMade(UUID draw, Replacement replacement, Instant at) {}

    public record Change<E>(Draw draw, E event) {}

    /** Strata and weights, drawn by {@link SequentialPoisson}. */
    public static final String STRATIFIED = "stratified-sequential-poisson-1";

    public static Change<DrawCommitted> commit(UUID id, List<Unit> frame, int sampleSize, SeedRule rule, Instant at) {
        List<Unit> sorted =
                frame.stream().sorted(Comparator.comparing(Unit::id)).toList();
        if (sampleSize < 1 || sampleSize > sorted.size()) {
            throw Refusal.invalid(
                    "draw.sample-size", "The sample has 1 to %d cases, as many as the frame".formatted(sorted.size()));
        }
        Draw draw = new Draw(id, sorted, sampleSize, rule, State.COMMITTED, 1);
        draw.allocation();
        return new Change<>(draw, new DrawCommitted(id, draw.frameDigest(), at));
    }

    public Change<DrawCompleted> complete(SeedRule.Given given, Instant at) {
        if (state != State.COMMITTED) {
            throw Refusal.conflict(
                    "draw.move-not-allowed", "Draw %s has its seed; a redraw is a new draw".formatted(id));
        }
        SeedRule.Seed seed = rule.settle(given, at);
        return new Change<>(
                new Draw(id, frame, sampleSize, rule, State.COMPLETED, announced + 1),
                new DrawCompleted(id, seed, Sample.of(seed.text(), frame, sampleSize), at));
    }

    /**
     * One of those drawn falls out, and the next ticket of its stratum takes the place. What was drawn stays as it was recorded.
     *
     * @throws Refusal CONFLICT {@code draw.move-not-allowed}
     */
    public Change<DrawReplacementMade> replace(Replacement replacement, Instant at) {
        if (state != State.COMPLETED) {
            throw Refusal.conflict("draw.move-not-allowed", "Draw %s has drawn nobody yet".formatted(id));
        }
        return new Change<>(
                new Draw(id, frame, sampleSize, rule, state, announced + 1),
                new DrawReplacementMade(id, replacement, at));
    }

    /** How many are drawn in each stratum. */
    SortedMap<String, Integer> allocation() {
        return Allocation.of(sizes(), sampleSize);
    }

    SortedMap<String, Integer> sizes() {
        return Sample.sizes(Sample.strata(frame));
    }

    /** A draw without strata and weights is the plain consistent sampler. */
    public String algorithm() {
        boolean plain = frame.stream().allMatch(unit -> unit.stratum().equals(Unit.ALL) && unit.weight() == 1);
        return plain ? ConsistentSampler.ALGORITHM : STRATIFIED;
    }

    public List<String> lines() {
        return frame.stream().map(Unit::line).toList();
    }

    /** SHA-256 over the lines of the frame, each followed by a line feed. */
    public String frameDigest() {
        StringBuilder bytes = new StringBuilder();
        lines().forEach(line -> bytes.append(line).append('\n'));
        return digest(bytes.toString());
    }

    public static String digest(String text) {
        return HexFormat.of().formatHex(ConsistentSampler.sha256(text));
    }
}
