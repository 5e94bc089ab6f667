package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.regulus.common.problem.Refusal;

/**
 * One random check: what it is drawn from is fixed first, what decides it comes afterwards.
 *
 * @param frame the case ids, sorted: what was committed to
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Draw(UUID id, List<String> frame, int sampleSize, State state, long announced) {

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

    public record DrawCompleted(UUID draw, List<String> sample, Instant at) {}

    public record Change<E>(Draw draw, E event) {}

    /** Dice thrown in public: at least twenty digits, so that nobody could have tried all seeds. */
    private static final Pattern SEED = Pattern.compile("[0-9]{20,200}");

    public static Change<DrawCommitted> commit(UUID id, List<String> frame, int sampleSize, Instant at) {
        List<String> sorted = frame.stream().sorted().toList();
        if (sampleSize < 1 || sampleSize > sorted.size()) {
            throw Refusal.invalid(
                    "draw.sample-size", "The sample has 1 to %d cases, as many as the frame".formatted(sorted.size()));
        }
        Draw draw = new Draw(id, sorted, sampleSize, State.COMMITTED, 1);
        return new Change<>(draw, new DrawCommitted(id, draw.frameDigest(), at));
    }

    public Change<DrawCompleted> complete(String seed, Instant at) {
        if (state != State.COMMITTED) {
            throw Refusal.conflict(
                    "draw.move-not-allowed", "Draw %s has its seed; a redraw is a new draw".formatted(id));
        }
        if (!SEED.matcher(seed).matches()) {
            throw Refusal.invalid("draw.seed", "A seed has 20 to 200 digits, as dice give them");
        }
        List<String> sample = new ConsistentSampler(seed).order(frame).subList(0, sampleSize);
        return new Change<>(
                new Draw(id, frame, sampleSize, State.COMPLETED, announced + 1), new DrawCompleted(id, sample, at));
    }

    /** SHA-256 over the sorted ids, each followed by a line feed. */
    public String frameDigest() {
        StringBuilder bytes = new StringBuilder();
        frame.forEach(id -> bytes.append(id).append('\n'));
        return digest(bytes.toString());
    }

    public static String digest(String text) {
        return HexFormat.of().formatHex(ConsistentSampler.sha256(text));
    }
}
