package org.regulus.sanctions.penalty;

import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.penalty.Sheet.Challenge;
import org.regulus.sanctions.penalty.Sheet.Resolution;

/** Who may challenge when, how often, and who says what became of it. Served on 8 October 2019; Anna proposed it. */
class ChallengeMovesTest {

    private static final LocalDate DUE = LocalDate.of(2019, 10, 23);
    private static final Court AT_DUE = Proceedings.court("anna", Instant.parse("2019-10-23T02:00:00Z"));

    @Test
    void an_operator_files_its_challenge_today_and_each_kind_once() {
        PenaltyProceeding served = Proceedings.served();
        refused(
                "proceeding.challenge-date",
                () -> ChallengeMoves.challengeInPerson(
                        served, Challenge.RECONSIDERATION, Optional.empty(), DUE.minusDays(1), AT_DUE));
        PenaltyProceeding pending = ChallengeMoves.challengeInPerson(
                        served, Challenge.RECONSIDERATION, Optional.empty(), DUE, AT_DUE)
                .proceeding();
        refused(
                "proceeding.same-person",
                () -> ChallengeMoves.resolve(pending, Judgment.of(Resolution.REVOKED, Optional.empty()), DUE, AT_DUE));
        PenaltyProceeding upheld = upheld(pending);
        refused(
                "proceeding.challenge-repeated",
                () -> ChallengeMoves.challenge(upheld, Challenge.RECONSIDERATION, Optional.empty(), DUE, AT_DUE));
        PenaltyProceeding sued = ChallengeMoves.challenge(upheld, Challenge.LITIGATION, Optional.empty(), DUE, AT_DUE)
                .proceeding();
        PenaltyProceeding lost = upheld(sued);
        refused(
                "proceeding.challenge-repeated",
                () -> ChallengeMoves.challenge(lost, Challenge.LITIGATION, Optional.empty(), DUE, AT_DUE));
    }

    private static PenaltyProceeding upheld(PenaltyProceeding pending) {
        return ChallengeMoves.resolve(
                        pending, Judgment.of(Resolution.UPHELD, Optional.empty()), DUE, Proceedings.by("ben", AT_DUE))
                .proceeding();
    }
}
