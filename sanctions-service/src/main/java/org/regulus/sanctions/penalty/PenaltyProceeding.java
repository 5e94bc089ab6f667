package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.Assessor;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyClosed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDecided;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDefended;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyNoticed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyReviewed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyWithdrawn;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Approved;
import org.regulus.sanctions.penalty.ProceedingState.Heard;
import org.regulus.sanctions.penalty.ProceedingState.Noticed;
import org.regulus.sanctions.penalty.ProceedingState.Proposed;
import org.regulus.sanctions.penalty.ProceedingState.Undecided;
import org.regulus.sanctions.penalty.Standing.Closed;
import org.regulus.sanctions.penalty.Standing.Paid;
import org.regulus.sanctions.penalty.Standing.Payable;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.RuleBook;

/** A penalty on its way from the proposal to the closed proceeding (Penalty Law, chapter 5). */
public record PenaltyProceeding(
        ProceedingId id,
        OrderId order,
        CaseSubject subject,
        Proposal proposal,
        Hands hands,
        Dossier dossier,
        long version,
        ProceedingState state) {

    /** Who acts, and when. */
    public record Act(OfficerId officer, Instant at) {}

    /** What an operator answers to the notice; no statement means that it gives up its right to answer. */
    public record Defence(Optional<String> statement) {}

    /** The legal review (Art. 58): by somebody who did not propose. */
    public Change<PenaltyReviewed> review(boolean approved, Act act) {
        if (!(state instanceof Proposed proposed)) {
            throw refused("review");
        }
        Hands reviewed = hands.reviewedBy(act.officer());
        ProceedingState next = approved ? proposed.approve(act.at()) : proposed.giveBack(act.at());
        return new Change<>(in(next, reviewed), new PenaltyReviewed(approved, act.at()));
    }

    /** The prior notice (Art. 44): from it runs the time to answer, by the rules of the day on which it is given. */
    public Change<PenaltyNoticed> notice(RuleBook rules, RegulatorCalendar calendar, Instant at) {
        if (!(state instanceof Approved || state instanceof Proposed)) {
            throw refused("give notice in");
        }
        LocalDate today = calendar.dateOf(at);
        ProcedureRules procedure = rules.procedureOn(today);
        if (state instanceof Proposed && gateDue(Gate.LEGAL_REVIEW, procedure, proposal.penalties())) {
            throw Refusal.conflict("proceeding.review-required", "This penalty passes the legal review first");
        }
        Instant defenceUntil = calendar.endOf(procedure.defence().lastDay(today, calendar));
        ProceedingState next = state instanceof Approved approved
                ? approved.notice(defenceUntil, at)
                : ((Proposed) state).notice(defenceUntil, at);
        return new Change<>(in(next, hands), new PenaltyNoticed(defenceUntil, at));
    }

    /** Whether the law asks for that step at such penalties. */
    boolean gateDue(String gate, ProcedureRules procedure, Penalties imposed) {
        Set<String> marks = new TreeSet<>(proposal.weighed().circumstances());
        if (!proposal.alsoUnder().isEmpty()) {
            marks.add(Assessor.SEVERAL_PROVISIONS);
        }
        return procedure.isDue(gate, imposed.kinds(), imposed.greatest(), marks);
    }

    public Change<PenaltyDefended> answer(Defence defence, Instant at) {
        if (!(state instanceof Noticed noticed)) {
            throw refused("answer the notice in");
        }
        if (PaperMoves.timeToAnswerIsOver(this, noticed, at)) {
            throw Refusal.conflict(
                    "proceeding.defence-period-over", "The time to answer ended at " + noticed.defenceUntil());
        }
        ProceedingState next = defence.statement()
                .<ProceedingState>map(statement -> noticed.defend(statement, at))
                .orElseGet(() -> noticed.waive(at));
        return new Change<>(
                in(next, hands), new PenaltyDefended(defence.statement().isEmpty(), at));
    }

    /** @param imposed within the law and never heavier than the notice; nothing, when there is no penalty */
    public Change<PenaltyDecided> decide(Penalties imposed, RuleBook rules, RegulatorCalendar calendar, Act act) {
        Heard heard = heardOut("decide", act);
        LocalDate today = calendar.dateOf(act.at());
        var decision = new DecisionCheck(proposal, rules, calendar, act.at()).lawful(imposed);
        DecisionGates.check(this, rules.procedureOn(today), decision, calendar, today);
        return new Change<>(in(heard.decide(decision, act.at()), hands), new PenaltyDecided(decision, act.at()));
    }

    /** The operator answered, or its time to do so is over: before that nobody makes up its mind. */
    Heard heardOut(String move, Act act) {
        if (!(state instanceof Heard heard)) {
            throw refused(move);
        }
        hands.decidedBy(act.officer());
        PaperMoves.refuseUnlessNoticed(this);
        heard.decidableFrom().filter(act.at()::isBefore).ifPresent(from -> {
            throw Refusal.conflict("proceeding.defence-period-running", "The operator may answer until " + from);
        });
        return heard;
    }

    /** With the last part of its decision: at once, when that takes nothing but words. */
    public Change<PenaltyClosed> close(Instant at) {
        if (!isOver()) {
            throw refused("close");
        }
        Closed closed = state instanceof Paid paid ? paid.close(at) : ((Payable) state).close(at);
        return new Change<>(
                in(closed, hands), new PenaltyClosed(closed.decision().outcome(), at));
    }

    /** Nothing is left to be paid or carried out, and it is not closed yet. */
    public boolean isOver() {
        return state instanceof Paid
                || state instanceof Payable payable && new Execution(dossier, payable.decision()).isOver();
    }

    /** Given up, with the reason: who did it and why stays in the file. */
    public Change<PenaltyWithdrawn> withdraw(String reason, Act act) {
        if (!(state instanceof Undecided undecided)) {
            throw refused("withdraw");
        }
        PenaltyProceeding withdrawn = file(new Sheet.Withdrawn(reason), undecided.withdraw(act.at()), act)
                .proceeding();
        return new Change<>(withdrawn, new PenaltyWithdrawn(act.at()));
    }

    /** The decision, once there is one, and as long as it stands: also when the proceeding is closed. */
    public Optional<Decision> decision() {
        return state instanceof Standing standing ? Optional.of(standing.decision()) : Optional.empty();
    }

    /** All its amounts are in one. */
    public Currency currency() {
        return proposal.penalties().currency();
    }

    PenaltyProceeding heldBy(String holder) {
        return new PenaltyProceeding(id, order, subject.heldBy(holder), proposal, hands, dossier, version, state);
    }

    /** In another state, by the move that was just made. */
    PenaltyProceeding at(ProceedingState next) {
        return new PenaltyProceeding(id, order, subject, proposal, hands, dossier, version, next);
    }

    PenaltyProceeding in(ProceedingState next, Hands by) {
        return new PenaltyProceeding(id, order, subject, proposal, by, dossier, version + 1, next);
    }

    /** Files a sheet, perhaps with a new state or new hands: the one event tells of the sheet. */
    <S extends Sheet> Change<SheetFiled<S>> file(S sheet, ProceedingState next, Hands by, Act act) {
        Dossier longer = dossier.plus(sheet, act.officer().value(), act.at());
        return new Change<>(
                new PenaltyProceeding(id, order, subject, proposal, by, longer, version + 1, next),
                new SheetFiled<>(sheet, act.at()));
    }

    <S extends Sheet> Change<SheetFiled<S>> file(S sheet, ProceedingState next, Act act) {
        return file(sheet, next, hands, act);
    }

    Refusal refused(String move) {
        return Refusal.conflict(
                "proceeding.move-not-allowed",
                "Cannot %s proceeding %s: it is %s"
                        .formatted(move, id, state.getClass().getSimpleName()));
    }
}
