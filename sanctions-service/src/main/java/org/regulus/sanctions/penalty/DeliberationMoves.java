package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Undecided;

/** What happens among the officers before the decision: voices, more time, recusal, and the hand-over to those who pursue crimes. */
public final class DeliberationMoves {

    private DeliberationMoves() {}

    /** Each voice is given by its owner, once, and only when the operator could be heard. */
    public static Change<SheetFiled<Sheet.Voted>> vote(
            PenaltyProceeding it, boolean inFavour, String reason, Court court) {
        it.heardOut("discuss", court.act());
        OfficerId officer = court.act().officer();
        if (it.dossier().all(Sheet.Voted.class).stream()
                .anyMatch(vote -> vote.officer().equals(officer.value()))) {
            throw Refusal.conflict("proceeding.voted", "You gave your voice already");
        }
        return it.file(new Sheet.Voted(officer.value(), inFavour, reason), it.state(), court.act());
    }

    public static Change<SheetFiled<Sheet.DecisionExtended>> extend(
            PenaltyProceeding it, LocalDate until, String reason, Court court) {
        if (!(it.state() instanceof Undecided)) {
            throw it.refused("extend the decision of");
        }
        it.hands().decidedBy(court.act().officer());
        LocalDate limit = DecisionGates.decisionUntil(it, court.procedure(), court.calendar())
                .orElseThrow(() -> Refusal.conflict(
                        "proceeding.no-decision-limit", "This procedure knows no limit that could be extended"));
        if (!until.isAfter(limit)) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/until", "proceeding.extension-too-short", "The limit is %s already".formatted(limit))));
        }
        return it.file(new Sheet.DecisionExtended(until, reason), it.state(), court.act());
    }

    /** What the officer did stays; from now on it does nothing more here (Art. 43). */
    public static Change<SheetFiled<Sheet.OfficerRecused>> recuse(
            PenaltyProceeding it, OfficerId officer, String reason, Court court) {
        if (!(it.state() instanceof Undecided)) {
            throw it.refused("recuse an officer from");
        }
        return it.file(
                new Sheet.OfficerRecused(officer.value(), reason),
                it.state(),
                it.hands().without(officer),
                court.act());
    }

    public static Change<SheetFiled<Sheet.Transferred>> transfer(
            PenaltyProceeding it, String to, String reason, Court court) {
        if (!(it.state() instanceof Undecided undecided)) {
            throw it.refused("transfer");
        }
        return it.file(new Sheet.Transferred(to, reason), undecided.transfer(court.at()), court.act());
    }
}
