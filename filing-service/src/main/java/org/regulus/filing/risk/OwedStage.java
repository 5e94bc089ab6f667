package org.regulus.filing.risk;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.regulus.common.problem.Refusal;

/**
 * One report that is owed on a risk.
 *
 * @param dueAt the first instant at which it is late; null while that is not known, or when no time is set
 * @param formerDueAt what it was due before that moved
 * @param doneAt when it was first reported
 * @param missedAt when its time was over without it
 * @param fellAwayAt since when the grade does not ask for it
 * @param reports the first one and its corrections
 */
public record OwedStage(
        Instant dueAt, Instant formerDueAt, Instant doneAt, Instant missedAt, Instant fellAwayAt, int reports) {

    public static final OwedStage NEW = new OwedStage(null, null, null, null, null, 0);

    /** Where it stands, in one word. */
    public String word() {
        if (fellAwayAt != null) {
            return "fell-away";
        }
        return doneAt != null ? "done" : missedAt != null ? "missed" : "owed";
    }

    /**
     * The first report does it, late or not; each one after it corrects.
     *
     * @throws Refusal CONFLICT {@code risk.stage-fell-away}
     */
    public OwedStage report(Instant at) {
        if (fellAwayAt != null) {
            throw Refusal.conflict("risk.stage-fell-away", "The confirmed grade does not ask for this stage");
        }
        return new OwedStage(dueAt, formerDueAt, doneAt == null ? at : doneAt, missedAt, null, reports + 1);
    }

    /** Empty when there is nothing to miss, or it was told already: the end of a time may be told twice. */
    public Optional<OwedStage> timeIsOver(Instant at) {
        return word().equals("owed")
                ? Optional.of(new OwedStage(dueAt, formerDueAt, null, at, null, reports))
                : Optional.empty();
    }

    /** The report came when its time was over, before anybody could tell so; empty when it came in time. */
    public Optional<OwedStage> cameTooLate() {
        return word().equals("done") && missedAt == null && isLate()
                ? Optional.of(new OwedStage(dueAt, formerDueAt, doneAt, doneAt, null, reports))
                : Optional.empty();
    }

    /** The grade does not ask for it. What was reported stays. */
    public OwedStage fallAway(Instant at) {
        return doneAt != null || fellAwayAt != null
                ? this
                : new OwedStage(dueAt, formerDueAt, null, missedAt, at, reports);
    }

    /** The grade asks for it, by then. A stage that was done or missed keeps its time: it was judged by it. */
    public OwedStage ask(Instant due) {
        boolean settled = doneAt != null || missedAt != null;
        return settled || Objects.equals(due, dueAt)
                ? new OwedStage(dueAt, formerDueAt, doneAt, missedAt, null, reports)
                : new OwedStage(due, dueAt, null, null, null, reports);
    }

    public boolean isLate() {
        return doneAt == null ? missedAt != null : dueAt != null && !doneAt.isBefore(dueAt);
    }
}
