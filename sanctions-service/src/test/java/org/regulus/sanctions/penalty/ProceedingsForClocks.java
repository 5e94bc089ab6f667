package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The fixtures of this package, lent to the tests of the clocks. */
public final class ProceedingsForClocks {

    private ProceedingsForClocks() {}

    public static PenaltyProceeding noticed() {
        return Proceedings.noticed();
    }

    public static PenaltyProceeding hearingCalled() {
        return Proceedings.hearingCalled();
    }

    public static PenaltyProceeding served() {
        return Proceedings.served();
    }

    public static PenaltyProceeding withdrawn() {
        return Proceedings.withdrawn();
    }

    public static PenaltyProceeding demanded() {
        Instant late = Instant.parse("2019-10-24T02:00:00Z");
        return Proceedings.handedOver(
                EnforcementMoves.demand(served(), Optional.empty(), Proceedings.court("anna", late))
                        .proceeding(),
                Sheet.Paper.DEMAND,
                late);
    }

    public static PenaltyProceeding challenged() {
        return ChallengeMoves.challenge(
                        served(),
                        Sheet.Challenge.LITIGATION,
                        Optional.empty(),
                        LocalDate.of(2019, 10, 8),
                        Proceedings.court("operator", Proceedings.NOON))
                .proceeding();
    }

    public static PenaltyProceeding extended() {
        return DeliberationMoves.extend(
                        Proceedings.waived(),
                        LocalDate.of(2020, 2, 28),
                        "complex",
                        Proceedings.court("dan", Proceedings.NOON))
                .proceeding();
    }
}
