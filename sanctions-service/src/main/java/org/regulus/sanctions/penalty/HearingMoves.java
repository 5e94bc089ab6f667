package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.ruleset.Gate;

/** The hearing (Penalty Law, Art. 63 and 64): asked for in time, called with notice, chaired by somebody who did not investigate. */
public final class HearingMoves {

    private HearingMoves() {}

    public static Change<SheetFiled<Sheet.HearingRequested>> request(PenaltyProceeding it, Court court) {
        if (!(it.state() instanceof Answering answering)) {
            throw it.refused("ask for a hearing in");
        }
        if (PaperMoves.timeToAnswerIsOver(it, answering, court.at())) {
            throw Refusal.conflict(
                    "proceeding.defence-period-over", "The time to ask ended at " + answering.defenceUntil());
        }
        if (!it.gateDue(Gate.HEARING, court.procedure(), it.proposal().penalties())) {
            throw Refusal.conflict(
                    "proceeding.hearing-not-due", "The law gives no hearing for a penalty of this weight");
        }
        return it.file(new Sheet.HearingRequested(court.today()), answering.requestHearing(court.at()), court.act());
    }

    /** May be called again, with another chair or day. */
    public static Change<SheetFiled<Sheet.HearingCalled>> call(
            PenaltyProceeding it, OfficerId chair, LocalDate heldOn, Court court) {
        ProceedingState next;
        if (it.state() instanceof ProceedingState.HearingRequested requested) {
            next = requested.call(chair.value(), heldOn, court.at());
        } else if (it.state() instanceof ProceedingState.HearingCalled called) {
            next = called.callAgain(chair.value(), heldOn, court.at());
        } else {
            throw it.refused("call the hearing in");
        }
        it.hands().actedOnBy(court.act().officer());
        Hands chaired = it.hands().chairedBy(chair);
        LocalDate earliest = court.lastDay("hearing-notice", court.today());
        if (heldOn.isBefore(earliest)) {
            throw Refusal.conflict(
                    "proceeding.hearing-too-soon",
                    "A hearing called today is held on %s at the earliest".formatted(earliest));
        }
        return it.file(new Sheet.HearingCalled(chair.value(), heldOn), next, chaired, court.act());
    }

    public static Change<SheetFiled<Sheet.HearingHeld>> hold(
            PenaltyProceeding it, boolean attended, String minutes, Court court) {
        if (!(it.state() instanceof ProceedingState.HearingCalled called)) {
            throw it.refused("hold the hearing in");
        }
        OfficerId officer = court.act().officer();
        it.hands().actedOnBy(officer);
        if (!called.chair().equals(officer.value())) {
            throw Refusal.conflict("proceeding.not-the-chair", "Who chairs the hearing signs its minutes");
        }
        if (court.today().isBefore(called.heldOn())) {
            throw Refusal.conflict("proceeding.hearing-ahead", "The hearing is on " + called.heldOn());
        }
        PaperMoves.refuseUnlessCalled(it, called, attended, court);
        return it.file(new Sheet.HearingHeld(attended, minutes), called.hold(court.at()), court.act());
    }
}
