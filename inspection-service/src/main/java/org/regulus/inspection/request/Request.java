package org.regulus.inspection.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * One request of an operator.
 *
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Request(UUID id, Kind kind, State state, long announced) {

    /** So often may the slot of one inspection be asked to be moved. */
    public static final int SLOT_REQUESTS_MAX = 2;

    public enum Kind {
        SLOT,
        RECUSAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        MADE,
        GRANTED,
        REFUSED,
        LAPSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record RequestMade(UUID request, Kind kind, Instant at) {}

    public record RequestDecided(UUID request, Kind kind, boolean granted, Instant at) {}

    /** @param reason a code: what became of the inspection */
    public record RequestLapsed(UUID request, Kind kind, String reason, Instant at) {}

    public record Change<E>(Request request, E event) {}

    /**
     * @param startsAt when the interview is now
     * @param before how many slot requests there were for this inspection
     */
    public static Change<RequestMade> forSlot(UUID id, Instant startsAt, long before, ZoneId zone, Instant at) {
        LocalDate eve = startsAt.atZone(zone).toLocalDate().minusDays(1);
        if (at.atZone(zone).toLocalDate().isAfter(eve)) {
            throw Refusal.conflict("request.too-late", "Another slot is asked for until the day before the interview");
        }
        if (before >= SLOT_REQUESTS_MAX) {
            throw Refusal.conflict(
                    "request.too-many", "Another slot is asked for at most %d times".formatted(SLOT_REQUESTS_MAX));
        }
        return made(id, Kind.SLOT, at);
    }

    /** @param assigned whether that inspector is to inspect */
    public static Change<RequestMade> forRecusal(UUID id, boolean assigned, Instant at) {
        if (!assigned) {
            throw Refusal.invalid(
                    "request.inspector-not-assigned", "That inspector is not assigned to this inspection");
        }
        return made(id, Kind.RECUSAL, at);
    }

    private static Change<RequestMade> made(UUID id, Kind kind, Instant at) {
        return new Change<>(new Request(id, kind, State.MADE, 1), new RequestMade(id, kind, at));
    }

    public Change<RequestDecided> decide(boolean granted, Instant at) {
        return new Change<>(
                to("decide", granted ? State.GRANTED : State.REFUSED), new RequestDecided(id, kind, granted, at));
    }

    /** There is nothing left to ask for: nobody decides, and it is over. */
    public Change<RequestLapsed> lapse(String reason, Instant at) {
        return new Change<>(to("let lapse", State.LAPSED), new RequestLapsed(id, kind, reason, at));
    }

    private Request to(String move, State next) {
        if (state != State.MADE) {
            throw Refusal.conflict(
                    "request.move-not-allowed", "Cannot %s request %s: it is %s".formatted(move, id, state.word()));
        }
        return new Request(id, kind, next, announced + 1);
    }
}
