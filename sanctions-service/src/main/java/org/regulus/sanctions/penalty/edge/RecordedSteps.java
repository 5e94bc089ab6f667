package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding;

/** What was recorded elsewhere enters the file of a proceeding, in the caller's transaction. */
public interface RecordedSteps {

    /** Empty where it changes nothing any more. */
    interface Step {
        Optional<? extends Change<? extends SheetFiled<?>>> take(PenaltyProceeding proceeding, Court court);
    }

    Uni<Void> enter(UUID proceeding, Scope scope, OfficerId by, Step step);
}
