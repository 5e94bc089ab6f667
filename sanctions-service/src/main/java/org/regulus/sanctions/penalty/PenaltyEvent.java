package org.regulus.sanctions.penalty;

import java.time.Instant;

/** What happened in a proceeding. */
public sealed interface PenaltyEvent {

    Instant at();

    record PenaltyProposed(Instant at) implements PenaltyEvent {}

    record PenaltyReviewed(boolean approved, Instant at) implements PenaltyEvent {}

    record PenaltyNoticed(Instant defenceUntil, Instant at) implements PenaltyEvent {}

    record PenaltyDefended(boolean waived, Instant at) implements PenaltyEvent {}

    record PenaltyDecided(Decision decision, Instant at) implements PenaltyEvent {}

    record PenaltyPaid(Decision decision, Instant at) implements PenaltyEvent {}

    record PenaltyClosed(Outcome outcome, Instant at) implements PenaltyEvent {}

    record PenaltyWithdrawn(Instant at) implements PenaltyEvent {}

    /** A sheet was filed; the sheet says what happened. */
    record SheetFiled<S extends Sheet>(S sheet, Instant at) implements PenaltyEvent {}
}
