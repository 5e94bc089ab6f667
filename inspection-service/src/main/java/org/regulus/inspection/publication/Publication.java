package org.regulus.inspection.publication;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * What was published of one inspection.
 *
 * @param edition counts the corrections, from 1
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Publication(UUID id, State state, int edition, long announced) {

    /** Working days from the conclusion (Guofa 2019 No. 5; Food Inspection Measures, Art. 39). */
    public static final int PUBLISH_WITHIN_DAYS = 20;

    public enum State {
        PUBLISHED,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public record Change<E>(Publication publication, E event) {}

    public record Published(UUID publication, Instant at) {}

    public record Corrected(UUID publication, int edition, Instant at) {}

    public record Withdrawn(UUID publication, Instant at) {}

    public static Change<Published> publish(UUID id, Instant at) {
        return new Change<>(new Publication(id, State.PUBLISHED, 1, 1), new Published(id, at));
    }

    public Change<Corrected> correct(Instant at) {
        published("correct");
        return new Change<>(
                new Publication(id, State.PUBLISHED, edition + 1, announced + 1), new Corrected(id, edition + 1, at));
    }

    public Change<Withdrawn> withdraw(Instant at) {
        published("withdraw");
        return new Change<>(new Publication(id, State.WITHDRAWN, edition, announced + 1), new Withdrawn(id, at));
    }

    private void published(String move) {
        if (state != State.PUBLISHED) {
            throw Refusal.conflict(
                    "publication.move-not-allowed", "Cannot %s publication %s: it is withdrawn".formatted(move, id));
        }
    }
}
