package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.outcome;
import static org.regulus.sanctions.penalty.Proceedings.AT_HEARING;
import static org.regulus.sanctions.penalty.Proceedings.DEFENCE_UNTIL;
import static org.regulus.sanctions.penalty.Proceedings.HEARING;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.Sheet.Challenge;
import org.regulus.sanctions.penalty.Sheet.Resolution;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

/** Every step beside the main way, from every state: where it leads, {@code -} where there is no such step, or which gate is shut. */
class DossierMovesTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 10, 8);

    @ParameterizedTest(name = "before the decision, {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from            | close inquiry | ask for hearing  | call          | hold        | vote        | extend           | recuse           | transfer
            Filed             | Investigated  | -                | -             | -           | -           | Filed            | Filed            | Transferred
            Investigated      | -             | -                | -             | -           | -           | Investigated     | Investigated     | Transferred
            Proposed          | -             | -                | -             | -           | -           | Proposed         | Proposed         | Transferred
            Returned          | -             | -                | -             | -           | -           | Returned         | Returned         | Transferred
            Approved          | -             | -                | -             | -           | -           | Approved         | Approved         | Transferred
            Noticed           | -             | HearingRequested | -             | -           | Noticed     | Noticed          | Noticed          | Transferred
            Defended          | -             | HearingRequested | -             | -           | Defended    | Defended         | Defended         | Transferred
            Waived            | -             | -                | -             | -           | Waived      | Waived           | Waived           | Transferred
            HearingRequested  | -             | -                | HearingCalled | -           | -           | HearingRequested | HearingRequested | Transferred
            HearingCalled     | -             | -                | HearingCalled | HearingHeld | -           | HearingCalled    | HearingCalled    | Transferred
            HearingHeld       | -             | -                | -             | -           | HearingHeld | HearingHeld      | HearingHeld      | Transferred
            Decided (fine)    | -             | -                | -             | -           | -           | -                | -                | -
            Decided (warning) | -             | -                | -             | -           | -           | -                | -                | -
            Served            | -             | -                | -             | -           | -           | -                | -                | -
            Paid              | -             | -                | -             | -           | -           | -                | -                | -
            Closed            | -             | -                | -             | -           | -           | -                | -                | -
            Withdrawn         | -             | -                | -             | -           | -           | -                | -                | -
            Revoked           | -             | -                | -             | -           | -           | -                | -                | -
            Transferred       | -             | -                | -             | -           | -           | -                | -                | -
            """)
    void before_the_decision(
            String from,
            String closeInquiry,
            String ask,
            String call,
            String hold,
            String vote,
            String extend,
            String recuse,
            String transfer) {
        PenaltyProceeding it = PenaltyProceedingTest.IN_STATE.get(from).get();
        outcome(
                closeInquiry,
                it,
                () -> InvestigationMoves.close(it, "not rectified, as the record shows", court("anna", NOON)));
        outcome(ask, it, () -> HearingMoves.request(it, court("operator", NOON)));
        outcome(call, it, () -> HearingMoves.call(it, new OfficerId("chen"), HEARING, court("anna", NOON)));
        outcome(hold, it, () -> HearingMoves.hold(it, true, "heard", court("chen", AT_HEARING)));
        outcome(vote, it, () -> DeliberationMoves.vote(it, true, "so be it", court("dan", DEFENCE_UNTIL)));
        outcome(extend, it, () -> DeliberationMoves.extend(it, TODAY.plusDays(120), "complex", court("dan", NOON)));
        outcome(recuse, it, () -> DeliberationMoves.recuse(it, new OfficerId("eve"), "kin", court("dan", NOON)));
        outcome(transfer, it, () -> DeliberationMoves.transfer(it, "police", "a crime", court("dan", NOON)));
    }

    @ParameterizedTest(name = "after the decision, {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from            | serve  | fails   | parts  | grant                    | challenge | resolve      | demand | enforce        | correct | revoke  | publish | carry out       | end
            Filed             | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Investigated      | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Proposed          | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Returned          | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Approved          | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Noticed           | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Defended          | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Waived            | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            HearingRequested  | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            HearingCalled     | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            HearingHeld       | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Decided (fine)    | Served | Decided | -      | -                        | -         | -            | -      | -              | Decided | Revoked | - | -               | -
            Decided (warning) | Served | Decided | -      | -                        | -         | -            | -      | -              | Decided | Revoked | - | -               | -
            Served            | -      | -       | Served | instalments-not-requested | Served   | no-challenge | Served | demand-missing | Served  | Revoked | Served | penalty-unknown | penalty-unknown
            Paid              | -      | -       | -      | -                        | -         | -            | -      | -              | Paid    | Revoked | - | -               | -
            Closed            | Closed | Closed  | -      | -                        | -         | -            | -      | -              | Closed  | Revoked | - | -               | -
            Withdrawn         | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            Revoked           | -      | -       | -      | -                        | -         | -            | -      | -              | Revoked | -       | - | -               | -
            Transferred       | -      | -       | -      | -                        | -         | -            | -      | -              | -       | -       | - | -               | -
            """)
    void after_the_decision(
            String from,
            String serve,
            String fails,
            String parts,
            String grant,
            String challenge,
            String resolve,
            String demand,
            String enforce,
            String correct,
            String revoke,
            String publish,
            String carryOut,
            String end) {
        PenaltyProceeding it = PenaltyProceedingTest.IN_STATE.get(from).get();
        Court late = court("anna", java.time.Instant.parse("2019-10-24T02:00:00Z"));
        outcome(
                serve,
                it,
                () -> ServiceMoves.serve(it, Optional.empty(), ServiceMethod.MAIL, TODAY, false, court("anna", NOON)));
        outcome(
                fails,
                it,
                () -> ServiceMoves.fail(it, Optional.empty(), ServiceMethod.MAIL, TODAY, "moved", court("anna", NOON)));
        outcome(
                parts,
                it,
                () -> PaymentMoves.requestInstalments(it, Optional.empty(), "hardship", court("operator", NOON)));
        outcome(
                grant,
                it,
                () -> PaymentMoves.grantInstalments(
                        it,
                        Optional.empty(),
                        List.of(new Sheet.Part(TEN_THOUSAND, TODAY.plusDays(40))),
                        court("dan", NOON)));
        outcome(
                challenge,
                it,
                () -> ChallengeMoves.challenge(
                        it, Challenge.LITIGATION, Optional.empty(), TODAY, court("operator", NOON)));
        outcome(
                resolve,
                it,
                () -> ChallengeMoves.resolve(
                        it, Judgment.of(Resolution.UPHELD, Optional.empty()), TODAY, court("ben", NOON)));
        outcome(demand, it, () -> EnforcementMoves.demand(it, Optional.empty(), late));
        outcome(enforce, it, () -> EnforcementMoves.requestEnforcement(it, Optional.empty(), late));
        outcome(correct, it, () -> RecordMoves.correct(it, "2019, not 2018", court("dan", NOON)));
        outcome(revoke, it, () -> RecordMoves.revoke(it, "an error", court("dan", NOON)));
        outcome(publish, it, () -> RecordMoves.publish(it, court("anna", NOON)));
        outcome(carryOut, it, () -> MeasureMoves.carryOut(it, 1, TODAY, court("anna", NOON)));
        outcome(end, it, () -> MeasureMoves.end(it, 1, TODAY, court("anna", NOON)));
        outcome("not-published", it, () -> RecordMoves.takeDown(it, "over", court("anna", NOON)));
    }

    @Test
    void the_tables_have_a_row_for_every_state() {
        assertThat(Stream.concat(rows("before_the_decision"), rows("after_the_decision"))
                        .collect(Collectors.groupingBy(row -> row, Collectors.counting())))
                .isEqualTo(PenaltyProceedingTest.IN_STATE.keySet().stream()
                        .collect(Collectors.toMap(row -> row, row -> 2L)));
    }

    private static Stream<String> rows(String table) {
        return Stream.of(DossierMovesTest.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(table))
                .flatMap(method ->
                        method.getAnnotation(CsvSource.class).textBlock().lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|")[0].strip());
    }
}
