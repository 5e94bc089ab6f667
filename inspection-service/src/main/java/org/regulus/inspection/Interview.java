package org.regulus.inspection;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * The on-site interview of an inspection.
 *
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Interview(UUID id, long announced, State state, Instant startsAt, Instant endsAt) {

    public enum State {
        SCHEDULED,
        HELD,
        CANCELLED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public static Interview schedule(UUID id, Instant startsAt, Instant endsAt, Instant at) {
        future(startsAt, at);
        return new Interview(id, 1, State.SCHEDULED, startsAt, endsAt);
    }

    /** It begins with the notice at the door. */
    public static Interview begin(UUID id, Instant at, Instant endsAt) {
        return new Interview(id, 1, State.SCHEDULED, at, endsAt);
    }

    public Interview reschedule(Instant newStart, Instant newEnd, Instant at) {
        scheduled("reschedule");
        future(newStart, at);
        return new Interview(id, announced + 1, State.SCHEDULED, newStart, newEnd);
    }

    /** The operator says that it will be there. */
    public Interview confirm() {
        scheduled("confirm");
        return new Interview(id, announced + 1, State.SCHEDULED, startsAt, endsAt);
    }

    /** The inspection is no more. */
    public Interview cancel() {
        scheduled("cancel");
        return new Interview(id, announced + 1, State.CANCELLED, startsAt, endsAt);
    }

    /** @param heldAt when it ended; not in the future and not before it was to begin */
    public Interview hold(Instant heldAt, Instant at) {
        scheduled("record");
        if (heldAt.isAfter(at) || heldAt.isBefore(startsAt)) {
            throw Refusal.invalid("interview.held-at", "An interview is recorded once it was held");
        }
        return new Interview(id, announced + 1, State.HELD, startsAt, endsAt);
    }

    private void scheduled(String move) {
        if (state != State.SCHEDULED) {
            throw Refusal.conflict(
                    "interview.move-not-allowed", "Cannot %s interview %s: it is %s".formatted(move, id, state.word()));
        }
    }

    private static void future(Instant startsAt, Instant at) {
        if (!startsAt.isAfter(at)) {
            throw Refusal.invalid("interview.in-the-past", "An interview is scheduled for a time to come");
        }
    }
}
