package org.regulus.filing;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.FilingEvent.FilingAccepted;
import org.regulus.filing.FilingEvent.FilingReturned;
import org.regulus.filing.FilingEvent.FilingSubmitted;
import org.regulus.filing.FilingEvent.FilingWithdrawn;
import org.regulus.filing.FilingState.Draft;
import org.regulus.filing.FilingState.Returned;
import org.regulus.filing.FilingState.Submitted;
import org.regulus.filing.FilingState.Withdrawn;

/**
 * One operator's self-evaluation report in one case.
 *
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Filing(UUID id, UUID caseId, long announced, FilingState state) {

    /** A filing and the one event of the move that led to it. */
    public record Change<E extends FilingEvent>(Filing filing, E event) {}

    /**
     * When a filing may be made.
     *
     * @param opensAt the first instant at which it is taken
     * @param dueAt the first instant at which it is late
     * @param lateTaken whether a late one is taken and marked, or refused
     */
    public record Window(Instant opensAt, Instant dueAt, boolean lateTaken) {

        /** @throws Refusal CONFLICT {@code filing.window-not-open}, {@code filing.late-refused} */
        boolean isLate(Instant at) {
            if (at.isBefore(opensAt)) {
                throw Refusal.conflict("filing.window-not-open", "Filings are taken from %s on".formatted(opensAt));
            }
            boolean late = !at.isBefore(dueAt);
            if (late && !lateTaken) {
                throw Refusal.conflict("filing.late-refused", "Filings were taken until " + dueAt);
            }
            return late;
        }
    }

    public static Filing draft(UUID id, UUID caseId) {
        return new Filing(id, caseId, 0, new Draft());
    }

    /** Whether its content may still be changed. Not a move: nobody is told of a draft. */
    public Filing revise() {
        if (state instanceof Draft || state instanceof Returned || state instanceof Withdrawn) {
            return this;
        }
        throw refused("revise");
    }

    /** One before the window opens is not taken, a late one as the campaign says; a correction is, whenever it comes. */
    public Change<FilingSubmitted> submit(Instant at, Window window) {
        if (state instanceof Draft draft) {
            return submitted(draft.submit(at, window.isLate(at)));
        }
        if (state instanceof Withdrawn withdrawn) {
            return submitted(withdrawn.submit(at, window.isLate(at)));
        }
        if (state instanceof Returned returned) {
            return submitted(returned.submit(at));
        }
        throw refused("submit");
    }

    /**
     * Takes the submission back, as long as another one can still be made in time.
     *
     * @throws Refusal CONFLICT {@code filing.withdrawal-too-late}
     */
    public Change<FilingWithdrawn> withdraw(Instant at, Instant dueAt) {
        if (!(state instanceof Submitted submitted)) {
            throw refused("withdraw");
        }
        if (!at.isBefore(dueAt)) {
            throw Refusal.conflict("filing.withdrawal-too-late", "Filings could be withdrawn until " + dueAt);
        }
        Withdrawn next = submitted.withdraw(at);
        return new Change<>(in(next), new FilingWithdrawn(id, caseId, next.submission(), at));
    }

    private Change<FilingSubmitted> submitted(Submitted next) {
        return new Change<>(in(next), new FilingSubmitted(id, caseId, next.submission(), next.late(), next.at()));
    }

    public Change<FilingReturned> sendBack(int remarks, Instant at) {
        if (remarks < 1) {
            throw Refusal.invalid("filing.return-without-remarks", "Say what has to be corrected");
        }
        if (state instanceof Submitted submitted) {
            Returned next = submitted.sendBack(at);
            return new Change<>(in(next), new FilingReturned(id, caseId, next.submission(), remarks, at));
        }
        throw refused("return");
    }

    public Change<FilingAccepted> accept(Instant at) {
        if (state instanceof Submitted submitted) {
            FilingState.Accepted next = submitted.accept(at);
            return new Change<>(in(next), new FilingAccepted(id, caseId, next.submission(), next.late(), at));
        }
        throw refused("accept");
    }

    private Filing in(FilingState next) {
        return new Filing(id, caseId, announced + 1, next);
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "filing.move-not-allowed", "Cannot %s filing %s: it is %s".formatted(move, id, state.word()));
    }
}
