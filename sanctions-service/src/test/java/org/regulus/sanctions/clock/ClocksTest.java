package org.regulus.sanctions.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Autumn2019;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingsForClocks;
import org.regulus.sanctions.rectification.OrderNote;
import org.regulus.sanctions.rectification.OrderSteps;
import org.regulus.sanctions.rectification.Orders;

/** Which limits run in which situation, and why a last day moved. */
class ClocksTest {

    private static final Autumn2019 CALENDAR = new Autumn2019();

    @Test
    void an_order_runs_for_each_item_until_it_is_reported_and_then_for_the_authority() {
        assertThat(OrderClocks.of(Orders.ordered(), Laws.BOOK, CALENDAR))
                .extracting(Clock::code, Clock::by, clock -> clock.lastDay().toString())
                .containsExactly(
                        tuple("rectification-item", "operator", "2019-09-16"),
                        tuple("rectification-item", "operator", "2019-09-30"));
        assertThat(OrderClocks.of(Orders.verified(), Laws.BOOK, CALENDAR)).isEmpty();
        assertThat(OrderClocks.of(Orders.suspended(), Laws.BOOK, CALENDAR)).isEmpty();
    }

    @Test
    void a_proceeding_runs_for_the_decision_the_answer_and_after_service_for_payment_and_challenge() {
        assertThat(codes(ProceedingsForClocks.noticed())).containsExactly("decision", "defence");
        assertThat(codes(ProceedingsForClocks.hearingCalled())).containsExactly("decision", "hearing-notice");
        assertThat(codes(ProceedingsForClocks.served())).containsExactly("payment", "reconsideration", "litigation");
        assertThat(codes(ProceedingsForClocks.demanded()))
                .containsExactly("payment", "demand", "court-enforcement", "reconsideration", "litigation");
        assertThat(codes(ProceedingsForClocks.challenged())).containsExactly("payment");
        assertThat(codes(ProceedingsForClocks.withdrawn())).isEmpty();
    }

    @Test
    void a_last_day_is_counted_from_what_lies_in_the_file() {
        Clock payment = ProceedingClocks.of(ProceedingsForClocks.served(), Laws.BOOK, CALENDAR)
                .get(0);
        assertThat(payment.lastDay()).isEqualTo(LocalDate.of(2019, 10, 23));
        assertThat(payment.why().source()).isEqualTo("the text");
        assertThat(payment.otherwise()).isNotBlank();
    }

    @Test
    void more_time_for_the_decision_is_its_own_ground() {
        Clock decision = ProceedingClocks.of(ProceedingsForClocks.extended(), Laws.BOOK, CALENDAR)
                .get(0);
        assertThat(decision.basis()).isEqualTo("extended: complex");
        assertThat(decision.movedFrom(
                        LocalDate.of(2020, 1, 6), "90 calendar-days after 2019-10-08, which is not counted"))
                .isEqualTo(new Clock.Move(LocalDate.of(2020, 1, 6), decision.lastDay(), "extended: complex"));
    }

    @Test
    void on_the_same_ground_it_is_the_calendar_that_changed() {
        Clock clock = OrderClocks.of(Orders.ordered(), Laws.BOOK, CALENDAR).get(0);
        assertThat(clock.movedFrom(LocalDate.of(2019, 9, 13), "as ordered").reason())
                .startsWith("the published calendar changed");
    }

    @Test
    void a_duty_from_an_interview_runs_too() {
        var interview = new OrderNote.Interviewed(
                LocalDate.of(2019, 9, 10), "a duty", LocalDate.of(2019, 9, 20), "anna", Orders.IN_TIME);
        var order = OrderSteps.interview(Orders.ordered(), interview, CALENDAR).order();
        assertThat(OrderClocks.of(order, Laws.BOOK, CALENDAR))
                .extracting(Clock::code)
                .contains("interview-duty");
    }

    private static List<String> codes(PenaltyProceeding it) {
        return ProceedingClocks.of(it, Laws.BOOK, CALENDAR).stream()
                .map(Clock::code)
                .toList();
    }
}
