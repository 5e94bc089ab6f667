package org.regulus.filing.casefile;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * One operator's case.
 *
 * @param announced how many events it has announced: the sequence of the last one
 */
public record CaseFile(UUID id, long announced, CaseState state) {

    /** A case and the one event of the move that led to it. */
    public record Change<E extends CaseEvent>(CaseFile caseFile, E event) {}

    public static Change<CaseEvent.CaseOpened> open(UUID id, Instant at) {
        return new Change<>(new CaseFile(id, 1, new CaseState.Open()), new CaseEvent.CaseOpened(id, at));
    }

    /** The day has passed and nothing was filed. */
    public Change<CaseEvent.FilingOverdue> fallOverdue(Instant dueAt, Instant at) {
        if (state instanceof CaseState.Open open) {
            return new Change<>(in(open.fallOverdue(at)), new CaseEvent.FilingOverdue(id, dueAt, at));
        }
        throw refused("mark as overdue");
    }

    public Change<CaseEvent.CaseClosed> close(CaseOutcome outcome, Instant at) {
        if (state instanceof CaseState.Open open) {
            return closed(open.close(outcome, at));
        }
        if (state instanceof CaseState.Overdue overdue) {
            return closed(overdue.close(outcome, at));
        }
        throw refused("close");
    }

    private Change<CaseEvent.CaseClosed> closed(CaseState.Closed next) {
        return new Change<>(in(next), new CaseEvent.CaseClosed(id, next.outcome(), next.at()));
    }

    private CaseFile in(CaseState next) {
        return new CaseFile(id, announced + 1, next);
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "case.move-not-allowed", "Cannot %s case %s: it is %s".formatted(move, id, state.word()));
    }
}
