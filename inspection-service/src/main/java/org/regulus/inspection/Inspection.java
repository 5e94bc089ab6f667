package org.regulus.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.Approval.Planned;
import org.regulus.inspection.InspectionEvent.InspectionApproved;
import org.regulus.inspection.InspectionEvent.InspectionConcluded;
import org.regulus.inspection.InspectionEvent.InspectionNoticed;
import org.regulus.inspection.InspectionEvent.InspectionOpened;
import org.regulus.inspection.InspectionEvent.InspectionPlanned;
import org.regulus.inspection.InspectionEvent.InspectionReplaced;
import org.regulus.inspection.InspectionEvent.InspectorDrawCommitted;
import org.regulus.inspection.InspectionEvent.InspectorReplaced;
import org.regulus.inspection.InspectionEvent.InspectorShareRevealed;
import org.regulus.inspection.InspectionEvent.InspectorsAssigned;
import org.regulus.inspection.InspectionEvent.WishesStated;
import org.regulus.inspection.InspectionState.Assigned;
import org.regulus.inspection.InspectionState.Concluded;
import org.regulus.inspection.InspectionState.Held;
import org.regulus.inspection.InspectionState.Opened;
import org.regulus.inspection.InspectionState.Replaced;
import org.regulus.inspection.InspectionState.Scheduled;

/**
 * The inspection of one case.
 *
 * @param announced how many events it has announced: the sequence of the last one
 */
public record Inspection(UUID id, long announced, List<UUID> inspectors, InspectionState state, Approval approval) {

    /** At least two, who are different persons (Administrative Penalty Law, Art. 42 and 55). */
    public static final int INSPECTORS_MIN = 2;

    /** An inspection and the one event of the move that led to it. */
    public record Change<E extends InspectionEvent>(Inspection inspection, E event) {}

    public static Change<InspectionOpened> open(UUID id, Cause cause, Instant at) {
        return new Change<>(
                new Inspection(id, 1, List.of(), new Opened(), Approval.NONE), new InspectionOpened(id, cause, at));
    }

    /**
     * From whom and by what seed the inspectors will be drawn is fixed once, before there is a seed: again only when nobody can be drawn
     * by what was fixed.
     *
     * @param eligible who may act now
     * @param earlier null for the first time
     */
    public Change<InspectorDrawCommitted> commit(List<UUID> eligible, EarlierCommitment earlier, Instant at) {
        if (!(state instanceof Opened)) {
            throw refused("commit to a draw of inspectors for");
        }
        if (earlier != null) {
            earlier.giveWay(eligible);
        }
        enough(eligible);
        return new Change<>(announcing(state), new InspectorDrawCommitted(id, at));
    }

    /** A body revealed its share of the seed. */
    public Change<InspectorShareRevealed> reveal(String party, Instant at) {
        if (state instanceof Opened) {
            return new Change<>(announcing(state), new InspectorShareRevealed(id, party, at));
        }
        throw refused("reveal a share for");
    }

    private static void enough(List<UUID> drawn) {
        if (Set.copyOf(drawn).size() < INSPECTORS_MIN) {
            throw Refusal.conflict("inspection.too-few-inspectors", "An inspection needs two inspectors who may act");
        }
    }

    public Change<InspectorsAssigned> assign(List<UUID> drawn, Instant at) {
        enough(drawn);
        if (state instanceof Opened opened) {
            return new Change<>(
                    new Inspection(id, announced + 1, List.copyOf(drawn), opened.assign(), approval),
                    new InspectorsAssigned(id, List.copyOf(drawn), at));
        }
        throw refused("assign inspectors to");
    }

    /** One of those drawn falls out, and the next ticket takes the place. */
    public Change<InspectorReplaced> replace(UUID removed, UUID substitute, Instant at) {
        inspectorsKnown("replace an inspector of");
        if (!inspectors.contains(removed) || inspectors.contains(substitute)) {
            throw Refusal.conflict("inspection.inspector-not-assigned", "That inspector is not assigned any more");
        }
        List<UUID> now = inspectors.stream()
                .map(one -> one.equals(removed) ? substitute : one)
                .toList();
        return new Change<>(
                new Inspection(id, announced + 1, now, state, approval),
                new InspectorReplaced(id, removed, substitute, at));
    }

    /**
     * What will be looked at, by code. Who approved an earlier plan has not approved this one.
     *
     * @param unannounced whether the operator is told at its door only, which is approved with the plan
     * @param begun whether the visit began at the door
     */
    public Change<InspectionPlanned> plan(
            List<String> items, boolean unannounced, boolean begun, String by, Instant at) {
        ahead("plan");
        toCome(begun);
        return new Change<>(
                announcing(approval.plan(by, unannounced)), new InspectionPlanned(id, List.copyOf(items), at));
    }

    /** By another than who planned it, and knowing who will inspect. */
    public Change<InspectionApproved> approve(String by, Instant at) {
        inspectorsKnown("approve");
        if (approval instanceof Planned planned) {
            return new Change<>(announcing(planned.approve(by)), new InspectionApproved(id, at));
        }
        throw Refusal.conflict("inspection.not-planned", "There is no plan here that waits to be approved");
    }

    /** The operator is told what will be looked at, by whom, and what it may ask for. */
    public Change<InspectionNoticed> give(List<String> items, Instant at) {
        inspectorsKnown("give notice of");
        approval.announced();
        return new Change<>(announcing(state), new InspectionNoticed(id, List.copyOf(items), false, at));
    }

    /**
     * The operator is told at its door, and the visit begins.
     *
     * @param told whether it was told before: then nothing is left to be opened without notice
     */
    public Change<InspectionNoticed> giveAtTheDoor(List<String> items, boolean told, Instant at) {
        if (state instanceof Assigned assigned) {
            approval.withoutNotice();
            if (told) {
                throw Refusal.conflict("inspection.already-told", "The operator was told of this inspection before");
            }
            return new Change<>(
                    announcing(assigned.schedule()), new InspectionNoticed(id, List.copyOf(items), true, at));
        }
        throw refused("open at the door");
    }

    /** How the operator would like to be visited: planning looks at it, nobody is bound. */
    public Change<WishesStated> wish(String language, List<OfficeHours.Slot> preferred, Instant at) {
        preferred.forEach(window -> {
            if (!window.startsAt().isBefore(window.endsAt())) {
                throw Refusal.invalid("wishes.window-ends-before-it-starts", "A window ends after it starts");
            }
        });
        ahead("state wishes for");
        return new Change<>(announcing(state), new WishesStated(id, language, List.copyOf(preferred), at));
    }

    /** Its case fell out of the draw before anybody was on site, and is as if it had not been drawn. */
    public Change<InspectionReplaced> fallOut(Instant at) {
        InspectionReplaced event = new InspectionReplaced(id, at);
        if (state instanceof Opened opened) {
            return new Change<>(announcing(opened.fallOut()), event);
        }
        if (state instanceof Assigned assigned) {
            return new Change<>(announcing(assigned.fallOut()), event);
        }
        if (state instanceof Scheduled scheduled) {
            return new Change<>(announcing(scheduled.fallOut()), event);
        }
        throw refused("replace");
    }

    /** An interview was fixed. It is announced by the interview. */
    public Inspection schedule() {
        if (state instanceof Assigned assigned) {
            approval.announced();
            return in(assigned.schedule());
        }
        throw refused("schedule the interview of");
    }

    /**
     * The interview is moved, under a plan that is still approved. It is announced by the interview.
     *
     * @param begun whether the visit began at the door
     */
    public Inspection reschedule(boolean begun) {
        if (state instanceof Scheduled) {
            toCome(begun);
            approval.required();
            return this;
        }
        throw refused("move the interview of");
    }

    /** The interview was held. It is announced by the interview. */
    public Inspection hold() {
        if (state instanceof Scheduled scheduled) {
            approval.required();
            return in(scheduled.hold());
        }
        throw refused("record the interview of");
    }

    /**
     * Whether findings may be noted or changed. Not a move: the conclusion announces them.
     *
     * @param recorded whether there is an on-site record: then its findings are those of the inspection
     */
    public Inspection note(boolean recorded) {
        Inspection noting = note();
        if (recorded) {
            throw Refusal.conflict("inspection.on-site-record", "What was found stands in the on-site record");
        }
        return noting;
    }

    /** The same, for the record itself when it is signed. */
    public Inspection note() {
        if (state instanceof Held) {
            return this;
        }
        throw refused("note findings in");
    }

    /** @param recording whether there is an on-site record that nobody has signed yet: it would be lost */
    public Change<InspectionConcluded> conclude(int findings, boolean recording, Instant at) {
        if (state instanceof Held held) {
            if (recording) {
                throw Refusal.conflict("inspection.record-open", "The on-site record is not signed yet");
            }
            return new Change<>(
                    announcing(held.conclude()),
                    new InspectionConcluded(id, findings == 0 ? Outcome.NO_ISSUE : Outcome.ISSUES, at));
        }
        throw refused("conclude");
    }

    private Inspection in(InspectionState next) {
        return new Inspection(id, announced, inspectors, next, approval);
    }

    private Inspection announcing(InspectionState next) {
        return new Inspection(id, announced + 1, inspectors, next, approval);
    }

    private Inspection announcing(Approval next) {
        return new Inspection(id, announced + 1, inspectors, state, next);
    }

    /** Whether there is a visit to come, about which the operator may ask for something. */
    public void ahead() {
        ahead("ask for a slot or a recusal in");
    }

    private void ahead(String move) {
        if (state instanceof Held || state instanceof Concluded || state instanceof Replaced) {
            throw refused(move);
        }
    }

    /** Why a visit began without notice, who approved it and when it began has happened: nobody writes another plan or time over it. */
    private void toCome(boolean begun) {
        if (begun) {
            throw Refusal.conflict("inspection.visit-begun", "The visit of inspection %s has begun".formatted(id));
        }
    }

    private void inspectorsKnown(String move) {
        if (!(state instanceof Assigned || state instanceof Scheduled)) {
            throw refused(move);
        }
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "inspection.move-not-allowed", "Cannot %s inspection %s: it is %s".formatted(move, id, state.word()));
    }
}
