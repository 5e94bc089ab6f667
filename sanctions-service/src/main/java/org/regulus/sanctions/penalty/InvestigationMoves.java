package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding.Act;
import org.regulus.sanctions.penalty.ProceedingState.Filed;
import org.regulus.sanctions.rectification.RectificationOrder;

/** From the filing of a case to the report of its investigation (Penalty Law, Art. 54 and 57): what is proposed then rests on it. */
public final class InvestigationMoves {

    private InvestigationMoves() {}

    /** @param suspected held against the law as a proposal is: a case that could end in no penalty is not filed */
    public static Change<SheetFiled<Sheet.CaseFiled>> file(
            ProceedingId id, RectificationOrder order, Proposal suspected, LocalDate filedOn, Act act) {
        ProposalMoves.refuseUnlessFounded(order, suspected);
        var sheet = new Sheet.CaseFiled(filedOn);
        var filed = new PenaltyProceeding(
                id,
                order.id(),
                order.subject(),
                suspected,
                Hands.filing(act.officer(), order.investigators()),
                Dossier.EMPTY.plus(sheet, act.officer().value(), act.at()),
                1,
                new Filed(act.at()));
        return new Change<>(filed, new SheetFiled<>(sheet, act.at()));
    }

    /** Who closes it has investigated, and takes no other part than to propose. */
    public static Change<SheetFiled<Sheet.InvestigationClosed>> close(
            PenaltyProceeding it, String report, Court court) {
        if (!(it.state() instanceof Filed filed)) {
            throw it.refused("close the investigation of");
        }
        return it.file(
                new Sheet.InvestigationClosed(report),
                filed.closeInvestigation(court.at()),
                it.hands().investigatedBy(court.act().officer()),
                court.act());
    }
}
