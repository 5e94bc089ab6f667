package org.regulus.sanctions.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.regulus.sanctions.rectification.Orders.ALL_LATE;
import static org.regulus.sanctions.rectification.Orders.CALENDAR;
import static org.regulus.sanctions.rectification.Orders.FINDING;
import static org.regulus.sanctions.rectification.Orders.IN_TIME;
import static org.regulus.sanctions.rectification.Orders.OTHER_FINDING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.clock.OrderClocks;

/** Made on 2 September 2019: the first item within fourteen days of receipt, the second by the 30th. */
class ReceiptStepsTest {

    private static final LocalDate MADE_ON = LocalDate.of(2019, 9, 2);
    private static final LocalDate ON = LocalDate.of(2019, 9, 10);

    @Test
    void days_from_receipt_begin_with_service_and_a_day_stays_a_day() {
        RectificationOrder order = within(14);
        assertThat(days(order)).containsExactly(LocalDate.of(2019, 9, 16), LocalDate.of(2019, 9, 30));
        var served = ReceiptSteps.serve(order, "post", ON, CALENDAR, IN_TIME).orElseThrow();
        assertThat(days(served.order())).containsExactly(LocalDate.of(2019, 9, 24), LocalDate.of(2019, 9, 30));
        assertThat(served.order().items().get(0).dueChanges())
                .extracting(OrderItem.DueChange::reason)
                .containsExactly("14 days from receipt on 2019-09-10");
        assertThat(served.event().items()).hasSize(2);
        assertThat(ReceiptSteps.serve(served.order(), "post", ON.plusDays(3), CALENDAR, IN_TIME))
                .isEmpty();
    }

    @Test
    void nothing_is_late_before_it_was_received_and_nothing_runs() {
        RectificationOrder order = within(14);
        assertThat(order.items().get(0).isLate(ALL_LATE)).isFalse();
        assertThat(order.overdue(ALL_LATE).orElseThrow().event().items()).containsExactly(Orders.SECOND);
        assertThat(OrderClocks.of(order, Laws.BOOK, CALENDAR)).hasSize(1);
        RectificationOrder known =
                ReceiptSteps.acknowledge(order, CALENDAR, IN_TIME).order();
        assertThat(days(known)).containsExactly(LocalDate.of(2019, 9, 24), LocalDate.of(2019, 9, 30));
        assertThat(OrderClocks.of(known, Laws.BOOK, CALENDAR)).hasSize(2);
        assertThat(known.overdue(ALL_LATE).orElseThrow().event().items()).hasSize(2);
        // acknowledged on the 10th, the post's record of the 12th comes later: the first receipt counts
        assertThat(days(ReceiptSteps.serve(known, "post", ON.plusDays(2), CALENDAR, IN_TIME)
                        .orElseThrow()
                        .order()))
                .isEqualTo(days(known));
    }

    @Test
    void a_last_day_off_is_none_and_a_day_that_was_told_comes_no_earlier() {
        // twenty days after 10 September is the 30th, the last working day before the holiday; twenty-one are in it
        assertThat(days(ReceiptSteps.serve(within(21), "post", ON, CALENDAR, IN_TIME)
                        .orElseThrow()
                        .order()))
                .startsWith(LocalDate.of(2019, 10, 8));
        assertThat(days(ReceiptSteps.serve(within(14), "post", MADE_ON, CALENDAR, IN_TIME)
                        .orElseThrow()
                        .order()))
                .startsWith(LocalDate.of(2019, 9, 16));
    }

    @Test
    void an_order_that_names_days_only_is_noted_as_served_and_no_more() {
        var served = ReceiptSteps.serve(Orders.ordered(), "post", ON, CALENDAR, IN_TIME)
                .orElseThrow();
        assertThat(days(served.order())).isEqualTo(days(Orders.ordered()));
        assertThat(served.event().items()).isEmpty();
    }

    @Test
    void another_date_by_extension_is_a_date_and_suspended_days_do_not_count_twice() {
        RectificationOrder order = within(14);
        var asked = OrderSteps.requestExtension(
                        order, List.of(new OrderNote.Wish(Orders.FIRST, LocalDate.of(2019, 10, 18))), "more", IN_TIME)
                .order();
        RectificationOrder extended = OrderSteps.decideExtension(
                        asked, new OrderNote.ExtensionDecided(true, "so be it", "dan", IN_TIME), Pursuit.NONE, CALENDAR)
                .order();
        assertThat(days(ReceiptSteps.serve(extended, "post", ON, CALENDAR, IN_TIME)
                        .orElseThrow()
                        .order()))
                .startsWith(LocalDate.of(2019, 10, 18));
        var stopped = OrderSteps.suspend(
                        order, new OrderNote.Suspended("closed", MADE_ON, "anna", Orders.ORDERED_AT), Pursuit.NONE)
                .order();
        var resumed = OrderSteps.resume(stopped, new OfficerId("anna"), CALENDAR, IN_TIME)
                .order();
        assertThat(resumed.items().get(0).awaitsService()).isTrue();
    }

    @Test
    void by_hand_means_against_receipt_once_between_its_day_and_today() {
        RectificationOrder order = within(14);
        refused("order.service-date", () -> handOver(order, "mail", MADE_ON.minusDays(1), false));
        refused("order.service-date", () -> handOver(order, "mail", ON.plusDays(1), false));
        refused("order.consent-missing", () -> handOver(order, "electronic", ON, false));
        assertThat(handOver(order, "electronic", ON, true)).isNotNull();
        RectificationOrder served = handOver(order, "mail", ON, false).order();
        refused("order.served", () -> handOver(served, "mail", ON, false));
        refused("order.move-not-allowed", () -> handOver(Orders.verified(), "mail", ON, false));
    }

    @Test
    void a_report_before_receipt_is_in_time() {
        var reported = within(14)
                .report(
                        Map.of(
                                Orders.FIRST, new OrderItem.Statement("done", List.of(), IN_TIME),
                                Orders.SECOND, new OrderItem.Statement("done", List.of(), IN_TIME)),
                        Pursuit.NONE,
                        IN_TIME);
        assertThat(((OrderState.Reported) reported.order().state()).late()).isFalse();
    }

    private static RectificationOrder within(int days) {
        return Orders.made(Orders.terms(
                        new OrderTerms.Term(FINDING, "change the passwords", new OrderTerms.WithinDays(days)),
                        new OrderTerms.Term(OTHER_FINDING, "keep the logs", LocalDate.of(2019, 9, 30))))
                .order();
    }

    private static List<LocalDate> days(RectificationOrder order) {
        return order.items().stream().map(OrderItem::dueOn).toList();
    }

    private static Change<?> handOver(RectificationOrder order, String method, LocalDate on, boolean consent) {
        return ReceiptSteps.handOver(order, method, on, consent, CALENDAR, IN_TIME);
    }

    private static void refused(String code, ThrowingCallable move) {
        assertThat(catchThrowableOfType(Refusal.class, move).code()).isEqualTo(code);
    }
}
