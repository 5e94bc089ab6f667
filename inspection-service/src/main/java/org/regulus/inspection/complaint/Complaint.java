package org.regulus.inspection.complaint;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * One complaint about the operator of a case.
 *
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Complaint(UUID id, State state, long announced) {

    public enum State {
        REGISTERED,
        REFERRED,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public record ComplaintRegistered(UUID complaint, Instant receivedAt, Instant at) {}

    public record ComplaintReferred(UUID complaint, UUID inspection, Instant at) {}

    /** @param reason a code */
    public record ComplaintClosed(UUID complaint, String reason, Instant at) {}

    public record Change<E>(Complaint complaint, E event) {}

    /** @param receivedAt when it came, which may be days before somebody takes it in */
    public static Change<ComplaintRegistered> register(UUID id, Instant receivedAt, Instant at) {
        if (receivedAt.isAfter(at)) {
            throw Refusal.invalid("complaint.not-yet-received", "A complaint is registered once it has come");
        }
        return new Change<>(new Complaint(id, State.REGISTERED, 1), new ComplaintRegistered(id, receivedAt, at));
    }

    /** It gives cause to inspect, or stands beside what gave cause before. */
    public Change<ComplaintReferred> refer(UUID inspection, Instant at) {
        return new Change<>(to("refer", State.REFERRED), new ComplaintReferred(id, inspection, at));
    }

    public Change<ComplaintClosed> close(String reason, Instant at) {
        return new Change<>(to("close", State.CLOSED), new ComplaintClosed(id, reason, at));
    }

    private Complaint to(String move, State next) {
        if (state != State.REGISTERED) {
            throw Refusal.conflict(
                    "complaint.move-not-allowed", "Cannot %s complaint %s: it is %s".formatted(move, id, state.word()));
        }
        return new Complaint(id, next, announced + 1);
    }
}
