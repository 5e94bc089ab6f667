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

    /**
     * The operator asks for more time to file.
     *
     * @param dueAt the deadline as it stands
     * @throws Refusal CONFLICT {@code extension.too-late}, INVALID {@code extension.not-later}
     */
    public Change<CaseEvent.ExtensionRequested> askExtension(Instant until, Instant dueAt, Instant at) {
        CaseState.Open open = open("ask for more time in");
        if (!at.isBefore(dueAt)) {
            throw Refusal.conflict("extension.too-late", "More time could be asked for until " + dueAt);
        }
        later(until, dueAt);
        return new Change<>(in(open.extend()), new CaseEvent.ExtensionRequested(id, until, at));
    }

    /** @throws Refusal INVALID {@code extension.not-later} */
    public Change<CaseEvent.ExtensionDecided> grantExtension(Instant until, Instant dueAt, Instant at) {
        CaseState.Open open = open("give more time in");
        later(until, dueAt.isAfter(at) ? dueAt : at);
        return new Change<>(in(open.extend()), new CaseEvent.ExtensionDecided(id, until, at));
    }

    public Change<CaseEvent.ExtensionDecided> refuseExtension(Instant at) {
        return new Change<>(in(open("refuse more time in").extend()), new CaseEvent.ExtensionDecided(id, null, at));
    }

    /**
     * The campaign was corrected.
     *
     * @param dueAt the case's deadline from now on
     */
    public Change<CaseEvent.CaseCorrected> correct(int correction, Instant dueAt, Instant at) {
        return new Change<>(in(open("correct").correct()), new CaseEvent.CaseCorrected(id, correction, dueAt, at));
    }

    /** @param officer null for nobody */
    public Change<CaseEvent.CaseAssigned> assign(String officer, Instant at) {
        CaseEvent.CaseAssigned event = new CaseEvent.CaseAssigned(id, officer, at);
        if (state instanceof CaseState.Open open) {
            return new Change<>(in(open.assign()), event);
        }
        if (state instanceof CaseState.Overdue overdue) {
            return new Change<>(in(overdue.assign()), event);
        }
        throw refused("assign");
    }

    private CaseState.Open open(String move) {
        if (state instanceof CaseState.Open open) {
            return open;
        }
        throw refused(move);
    }

    private static void later(Instant until, Instant than) {
        if (!until.isAfter(than)) {
            throw Refusal.invalid("extension.not-later", "Ask for a day after " + than);
        }
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

    /**
     * An officer ends it for a reason that has nothing to do with a check.
     *
     * @param underWay whether an inspection, a rectification, a penalty or a risk report waits for its own end
     * @throws Refusal INVALID {@code case.closing-reason}, CONFLICT {@code case.under-way}
     */
    public Change<CaseEvent.CaseClosed> closeByHand(CaseOutcome reason, boolean underWay, Instant at) {
        if (!reason.isByHand()) {
            throw Refusal.invalid("case.closing-reason", "A case is not closed by hand as " + reason.word());
        }
        if (underWay) {
            throw Refusal.conflict("case.under-way", "Something in this case waits for its own end");
        }
        return close(reason, at);
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
