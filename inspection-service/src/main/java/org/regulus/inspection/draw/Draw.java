package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * One random check: what it is drawn from is fixed first, what decides it comes afterwards.
 *
 * @param frame what is drawn from: what was committed to
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Draw(UUID id, Frame frame, int sampleSize, SeedRule rule, State state, long announced) {

    public enum State {
        COMMITTED,
        COMPLETED,
        ABANDONED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** @throws Refusal CONFLICT {@code draw.move-not-allowed} when the draw waits for no seed */
        public void open() {
            if (this != COMMITTED) {
                throw Refusal.conflict(
                        "draw.move-not-allowed", "The draw is %s; a redraw is a new draw".formatted(word()));
            }
        }

        /** It gets no seed any more: the campaign can be drawn from anew. */
        public State abandon() {
            open();
            return ABANDONED;
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

    public static Change<DrawCommitted> commit(UUID id, Frame frame, int sampleSize, SeedRule rule, Instant at) {
        if (sampleSize < 1 || sampleSize > frame.size()) {
            throw Refusal.invalid(
                    "draw.sample-size", "The sample has 1 to %d cases, as many as the frame".formatted(frame.size()));
        }
        Draw draw = new Draw(id, frame, sampleSize, rule, State.COMMITTED, 1);
        draw.allocation();
        return new Change<>(draw, new DrawCommitted(id, frame.digest(), at));
    }

    /** @throws Refusal when what is given is not what was committed to */
    public SeedRule.Seed settle(SeedRule.Given given, Instant at) {
        state.open();
        return rule.settle(given, at);
    }

    /** @param sample what the seed draws from the frame */
    public Change<DrawCompleted> complete(SeedRule.Seed seed, Sample sample, Instant at) {
        state.open();
        return new Change<>(
                new Draw(id, frame, sampleSize, rule, State.COMPLETED, announced + 1),
                new DrawCompleted(id, seed, sample, at));
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
        return Allocation.of(frame.sizes(), sampleSize);
    }

    /** A draw without strata and weights is the plain consistent sampler. */
    public String algorithm() {
        return frame.isPlain() ? ConsistentSampler.ALGORITHM : STRATIFIED;
    }

    public static String digest(String text) {
        return HexFormat.of().formatHex(ConsistentSampler.sha256(text));
    }
}
