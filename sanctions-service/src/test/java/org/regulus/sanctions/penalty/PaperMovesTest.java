package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.AT_HEARING;
import static org.regulus.sanctions.penalty.Proceedings.CALENDAR;
import static org.regulus.sanctions.penalty.Proceedings.DEFENCE_UNTIL;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.clock.ProceedingClocks;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.Sheet.Paper;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

/** What has to be in the operator's hands does not count before it is: the notice of 8 October 2019, and that of the hearing on the 15th. */
class PaperMovesTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 10, 8);
    private static final Instant LONG_AFTER = DEFENCE_UNTIL.plus(30, ChronoUnit.DAYS);

    @Test
    void silence_on_a_notice_that_is_on_its_way_decides_nothing() {
        PenaltyProceeding it = Proceedings.noticeOnItsWay();
        refused("proceeding.not-served", () -> Proceedings.decide(it, Outcome.FINE, TEN_THOUSAND, LONG_AFTER));
        assertThat(Proceedings.decide(Proceedings.noticed(), Outcome.FINE, TEN_THOUSAND, DEFENCE_UNTIL))
                .isNotNull();
        PenaltyProceeding waived = it.answer(Proceedings.WAIVER, LONG_AFTER).proceeding();
        assertThat(Proceedings.decide(waived, Outcome.FINE, TEN_THOUSAND, LONG_AFTER))
                .isNotNull();
        PenaltyProceeding defended = it.answer(Proceedings.STATEMENT, NOON).proceeding();
        assertThat(Proceedings.decide(defended, Outcome.FINE, TEN_THOUSAND, DEFENCE_UNTIL))
                .isNotNull();
    }

    @Test
    void the_time_to_answer_begins_with_service_and_cannot_be_over_before() {
        PenaltyProceeding it = Proceedings.noticeOnItsWay();
        assertThat(it.answer(Proceedings.STATEMENT, LONG_AFTER)).isNotNull();
        assertThat(HearingMoves.request(it, court("operator", LONG_AFTER))).isNotNull();
        refused("proceeding.defence-period-over", () -> Proceedings.noticed()
                .answer(Proceedings.STATEMENT, DEFENCE_UNTIL));
        assertThat(ProceedingClocks.of(it, Laws.BOOK, CALENDAR))
                .extracting(Clock::code)
                .doesNotContain("defence");
        PenaltyProceeding served = Proceedings.handedOver(it, Paper.NOTICE, NOON.plus(5, ChronoUnit.DAYS));
        // served on Sunday the 13th: three days end on the 16th
        assertThat(((Answering) served.state()).defenceUntil()).isEqualTo(Instant.parse("2019-10-16T16:00:00Z"));
        refused(
                "proceeding.defence-period-running",
                () -> Proceedings.decide(served, Outcome.FINE, TEN_THOUSAND, DEFENCE_UNTIL));
        refused("proceeding.paper-served", () -> Proceedings.handedOver(served, Paper.NOTICE, LONG_AFTER));
    }

    @Test
    void a_hearing_whose_notice_never_arrived_is_not_held() {
        PenaltyProceeding onItsWay = Proceedings.hearingNoticeOnItsWay();
        refused("proceeding.not-served", () -> hold(onItsWay, true));
        refused("proceeding.not-served", () -> hold(onItsWay, false));
        PenaltyProceeding late = Proceedings.handedOver(onItsWay, Paper.HEARING_NOTICE, NOON.plus(1, ChronoUnit.DAYS));
        refused("proceeding.hearing-notice-late", () -> hold(late, false));
        assertThat(hold(late, true)).isNotNull();
        assertThat(hold(Proceedings.hearingCalled(), false)).isNotNull();
    }

    @Test
    void who_is_called_to_another_day_is_told_again() {
        PenaltyProceeding again = HearingMoves.call(
                        Proceedings.hearingCalled(),
                        new OfficerId("chen"),
                        LocalDate.of(2019, 10, 21),
                        court("anna", NOON))
                .proceeding();
        refused(
                "proceeding.not-served",
                () -> HearingMoves.hold(again, true, "heard", court("chen", Instant.parse("2019-10-21T02:00:00Z"))));
    }

    @Test
    void by_hand_means_against_receipt_between_its_day_and_today() {
        PenaltyProceeding it = Proceedings.noticeOnItsWay();
        refused("proceeding.service-date", () -> serve(it, ServiceMethod.MAIL, TODAY.minusDays(1), false));
        refused("proceeding.service-date", () -> serve(it, ServiceMethod.MAIL, TODAY.plusDays(1), false));
        refused("proceeding.consent-missing", () -> serve(it, ServiceMethod.ELECTRONIC, TODAY, false));
        assertThat(serve(it, ServiceMethod.ELECTRONIC, TODAY, true)).isNotNull();
        refused("proceeding.public-notice-last", () -> serve(it, ServiceMethod.PUBLIC_NOTICE, TODAY, false));
        for (Paper other : new Paper[] {Paper.HEARING_NOTICE, Paper.DEMAND}) {
            refused(
                    "proceeding.move-not-allowed",
                    () -> PaperMoves.serve(
                            it, PaperMoves.Copy.of(other), ServiceMethod.MAIL, TODAY, false, court("anna", NOON)));
        }
        refused(
                "proceeding.move-not-allowed",
                () -> PaperMoves.serve(
                        Proceedings.served(),
                        PaperMoves.Copy.of(Paper.DEMAND),
                        ServiceMethod.MAIL,
                        TODAY,
                        false,
                        court("anna", NOON)));
    }

    private static Change<?> serve(PenaltyProceeding it, ServiceMethod method, LocalDate on, boolean consent) {
        return PaperMoves.serve(it, PaperMoves.Copy.of(Paper.NOTICE), method, on, consent, court("anna", NOON));
    }

    private static Change<?> hold(PenaltyProceeding it, boolean attended) {
        return HearingMoves.hold(it, attended, "heard", court("chen", AT_HEARING));
    }
}
