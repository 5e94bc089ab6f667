package org.regulus.sanctions.penalty;

import java.util.Optional;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Undecided;
import org.regulus.sanctions.penalty.Sheet.TakenOver;

/**
 * A case that goes to another authority takes its proceeding along as long as nothing was decided: who gives up the jurisdiction decides no
 * more (Penalty Law, Art. 25). What was decided stays with who decided it, who answers for it before court and has it carried out. What
 * officers of the former authority did stays theirs: whoever proposed does not decide elsewhere either.
 */
public final class Handover {

    private Handover() {}

    /** Empty when there is nothing to take over. */
    public static Optional<Change<SheetFiled<TakenOver>>> of(PenaltyProceeding it, String to, Court court) {
        String from = it.subject().authority();
        return it.state() instanceof Undecided && !from.equals(to)
                ? Optional.of(it.heldBy(to).file(new TakenOver(from, to), it.state(), court.act()))
                : Optional.empty();
    }
}
