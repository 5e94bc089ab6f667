package org.regulus.sanctions.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.sanctions.rectification.Orders.FIRST;
import static org.regulus.sanctions.rectification.Orders.FIRST_LATE;
import static org.regulus.sanctions.rectification.Orders.IN_TIME;
import static org.regulus.sanctions.rectification.Orders.SECOND;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Autumn2019;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.rectification.OrderNote.Wish;
import org.regulus.sanctions.rectification.OrderState.Ordered;
import org.regulus.sanctions.rectification.OrderState.Overdue;

/** The steps beside the main way of an order; the first item is due on 16 September 2019, the second on the 30th. */
class OrderStepsTest {

    private static final Autumn2019 CALENDAR = new Autumn2019();
    private static final OfficerId ANNA = new OfficerId("anna");
    private static final OfficerId BO = new OfficerId("bo");

    private static final OrderNote.Referred REFERRAL =
            new OrderNote.Referred(OrderNote.Referral.PENALTY, "in vain", "anna", IN_TIME);

    private static final Map<String, Supplier<RectificationOrder>> IN_STATE = Map.of(
            "Ordered", Orders::ordered,
            "Overdue", Orders::overdue,
            "Reported", Orders::reported,
            "Rejected", Orders::rejected,
            "Verified", Orders::verified,
            "Referred", Orders::referred,
            "Suspended", Orders::suspended);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from    | acknowledge | ask     | suspend   | resume  | interview | new term | refer
            Ordered   | Ordered     | Ordered | Suspended | -       | Ordered   | -        | -
            Overdue   | Overdue     | Overdue | Suspended | -       | Overdue   | -        | -
            Reported  | Reported    | -       | Suspended | -       | Reported  | -        | -
            Rejected  | Rejected    | -       | Suspended | -       | Rejected  | Ordered  | Referred
            Verified  | -           | -       | -         | -       | -         | -        | -
            Suspended | -           | -       | -         | Ordered | Suspended | -        | -
            Referred  | -           | -       | -         | -       | Referred  | Ordered  | -
            """)
    void every_step_from_every_state(
            String from,
            String acknowledge,
            String ask,
            String suspend,
            String resume,
            String interview,
            String renew,
            String refer) {
        RectificationOrder order = IN_STATE.get(from).get();
        outcome(acknowledge, order, () -> ReceiptSteps.acknowledge(order, Orders.CALENDAR, IN_TIME));
        outcome(ask, order, () -> ask(order, SECOND, "2019-10-18", IN_TIME));
        outcome(suspend, order, () -> OrderSteps.suspend(order, Orders.SUSPENSION, Pursuit.NONE));
        outcome(resume, order, () -> OrderSteps.resume(order, ANNA, CALENDAR, IN_TIME));
        outcome(interview, order, () -> OrderSteps.interview(order, interview("2019-09-10", "2019-09-20"), CALENDAR));
        outcome(renew, order, () -> renew(order, Pursuit.NONE, "2019-10-18"));
        outcome(refer, order, () -> RejectionSteps.refer(order, REFERRAL));
        refused("order.no-extension-request", () -> decide(order, true, BO));
    }

    private static void outcome(
            String expected, RectificationOrder before, Supplier<Change<? extends OrderEvent>> step) {
        if (expected.equals("-")) {
            refused("order.move-not-allowed", step);
            return;
        }
        RectificationOrder after = step.get().order();
        assertThat(after.state().getClass().getSimpleName()).isEqualTo(expected);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.notes()).hasSize(before.notes().size() + 1);
    }

    @Test
    void it_is_acknowledged_once() {
        RectificationOrder known = ReceiptSteps.acknowledge(Orders.ordered(), Orders.CALENDAR, IN_TIME)
                .order();
        refused("order.move-not-allowed", () -> ReceiptSteps.acknowledge(known, Orders.CALENDAR, IN_TIME));
    }

    @Test
    void more_time_is_asked_for_before_it_is_over_and_really_more() {
        refused("order.extension-invalid", () -> ask(Orders.ordered(), FIRST, "2019-10-18", FIRST_LATE));
        refused("order.extension-invalid", () -> ask(Orders.ordered(), FIRST, "2019-09-16", IN_TIME));
        refused("order.extension-invalid", () -> ask(Orders.ordered(), Orders.id(9), "2019-10-18", IN_TIME));
        RectificationOrder asked =
                ask(Orders.ordered(), FIRST, "2019-10-18", IN_TIME).order();
        refused("order.extension-pending", () -> ask(asked, SECOND, "2019-10-18", IN_TIME));
    }

    /** Else the failure that the penalty supposes would be undone behind its back. */
    @Test
    void while_a_penalty_is_pursued_no_time_is_granted_and_nothing_stands_still() {
        RectificationOrder asked =
                ask(Orders.ordered(), SECOND, "2019-10-18", IN_TIME).order();
        refused(
                "order.proceeding-open",
                () -> OrderSteps.decideExtension(asked, decided(true, BO), Pursuit.PROCEEDING_OPEN, CALENDAR));
        assertThat(OrderSteps.decideExtension(asked, decided(false, BO), Pursuit.PROCEEDING_OPEN, CALENDAR)
                        .order()
                        .notes())
                .hasSize(2);
        refused(
                "order.proceeding-open",
                () -> OrderSteps.suspend(Orders.overdue(), Orders.SUSPENSION, Pursuit.PROCEEDING_OPEN));
    }

    @Test
    void what_is_not_late_may_be_extended_while_another_item_is_and_only_its_own_delay_is_taken_back() {
        RectificationOrder overdue = Orders.overdue();
        refused("order.extension-invalid", () -> ask(overdue, FIRST, "2019-10-18", FIRST_LATE));
        RectificationOrder second = decide(
                        ask(overdue, SECOND, "2019-10-18", FIRST_LATE).order(), true, BO)
                .order();
        assertThat(((OrderState.Overdue) second.state()).items()).containsExactly(FIRST);
        RectificationOrder asked =
                ask(Orders.ordered(), FIRST, "2019-10-18", IN_TIME).order();
        RectificationOrder both = asked.overdue(Orders.ALL_LATE).orElseThrow().order();
        assertThat(((OrderState.Overdue) decide(both, true, BO).order().state()).items())
                .containsExactly(SECOND);
    }

    @Test
    void granted_time_moves_the_date_and_keeps_the_old_one_with_the_reason() {
        RectificationOrder asked =
                ask(Orders.ordered(), FIRST, "2019-10-18", IN_TIME).order();
        RectificationOrder moved = decide(asked, true, BO).order();
        OrderItem first = moved.items().get(0);
        assertThat(first.dueOn()).isEqualTo(LocalDate.of(2019, 10, 18));
        assertThat(first.dueAt()).isEqualTo(Instant.parse("2019-10-18T16:00:00Z"));
        assertThat(first.dueChanges())
                .containsExactly(new OrderItem.DueChange(
                        LocalDate.of(2019, 9, 16), LocalDate.of(2019, 10, 18), "as asked", IN_TIME));
        assertThat(moved.overdue(FIRST_LATE)).isEmpty();
        refused("order.no-extension-request", () -> decide(moved, true, BO));
    }

    @Test
    void refused_time_moves_nothing_and_who_made_the_order_does_not_decide() {
        RectificationOrder asked =
                ask(Orders.ordered(), FIRST, "2019-10-18", IN_TIME).order();
        refused("order.same-person", () -> decide(asked, true, ANNA));
        RectificationOrder same = decide(asked, false, BO).order();
        assertThat(same.items()).isEqualTo(Orders.ordered().items());
        assertThat(ask(same, SECOND, "2019-10-18", IN_TIME)).isNotNull();
    }

    @Test
    void time_asked_for_in_time_and_granted_late_takes_the_delay_back() {
        RectificationOrder asked =
                ask(Orders.ordered(), FIRST, "2019-10-18", IN_TIME).order();
        RectificationOrder late = asked.overdue(FIRST_LATE).orElseThrow().order();
        assertThat(late.state()).isInstanceOf(Overdue.class);
        assertThat(decide(late, true, BO).order().state()).isInstanceOf(Ordered.class);
    }

    @Test
    void the_days_of_a_suspension_do_not_count() {
        Instant tenDaysLater = Instant.parse("2019-09-20T02:00:00Z");
        RectificationOrder stopped = Orders.suspended();
        assertThat(stopped.overdue(FIRST_LATE)).isEmpty();
        RectificationOrder again =
                OrderSteps.resume(stopped, ANNA, CALENDAR, tenDaysLater).order();
        // 16 September + 10 = the 26th; 30 September + 10 = 10 October
        assertThat(again.items())
                .extracting(OrderItem::dueOn)
                .containsExactly(LocalDate.of(2019, 9, 26), LocalDate.of(2019, 10, 10));
        assertThat(again.items().get(0).dueChanges())
                .extracting(OrderItem.DueChange::reason)
                .containsExactly("suspended from 2019-09-10 to 2019-09-20");
        assertThat(again.overdue(FIRST_LATE)).isEmpty();
    }

    @Test
    void a_new_term_after_a_rejection_is_for_each_open_item_lies_ahead_and_keeps_the_old_date() {
        RectificationOrder rejected = Orders.rejected();
        refused("order.items-incomplete", () -> renew(rejected, Pursuit.NONE, "2019-10-18", FIRST, SECOND));
        refused("order.invalid", () -> renew(rejected, Pursuit.NONE, "2019-09-10"));
        refused("order.proceeding-open", () -> renew(rejected, Pursuit.PROCEEDING_OPEN, "2019-10-18"));
        RectificationOrder renewed = renew(rejected, Pursuit.NONE, "2019-10-18").order();
        assertThat(renewed.items().get(1).dueOn()).isEqualTo(LocalDate.of(2019, 10, 18));
        assertThat(renewed.items().get(1).dueChanges())
                .containsExactly(new OrderItem.DueChange(
                        LocalDate.of(2019, 9, 30), LocalDate.of(2019, 10, 18), "two are left", IN_TIME));
        // what passed stays passed, and a failure to rectify is established only when the new date passes, too
        assertThat(renewed.openItems()).extracting(OrderItem::itemId).containsExactly(SECOND);
        assertThat(renewed.refusalEstablished()).isFalse();
        // the first item's date passes meanwhile, and it was put right long before
        assertThat(renewed.overdue(FIRST_LATE)).isEmpty();
        assertThat(renewed.overdue(Instant.parse("2019-10-18T16:00:00Z"))
                        .orElseThrow()
                        .order()
                        .refusalEstablished())
                .isTrue();
    }

    private static Change<? extends OrderEvent> renew(RectificationOrder order, Pursuit pursuit, String day) {
        List<UUID> open = order.openItems().stream().map(OrderItem::itemId).toList();
        return renew(order, pursuit, day, open.toArray(UUID[]::new));
    }

    private static Change<? extends OrderEvent> renew(
            RectificationOrder order, Pursuit pursuit, String day, UUID... items) {
        List<Wish> days = Stream.of(items)
                .map(item -> new Wish(item, LocalDate.parse(day)))
                .toList();
        return RejectionSteps.renew(
                order, new OrderNote.TermRenewed(days, "two are left", "anna", IN_TIME), pursuit, CALENDAR);
    }

    @Test
    void an_interview_was_held_and_its_duty_lies_ahead() {
        refused(
                "order.interview-dates",
                () -> OrderSteps.interview(Orders.ordered(), interview("2019-09-11", "2019-09-20"), CALENDAR));
        refused(
                "order.interview-dates",
                () -> OrderSteps.interview(Orders.ordered(), interview("2019-09-10", "2019-09-10"), CALENDAR));
    }

    private static OrderNote.Interviewed interview(String heldOn, String dueOn) {
        return new OrderNote.Interviewed(
                LocalDate.parse(heldOn), "change the passwords", LocalDate.parse(dueOn), "anna", IN_TIME);
    }

    private static Change<? extends OrderEvent> ask(RectificationOrder order, UUID item, String day, Instant at) {
        return OrderSteps.requestExtension(order, List.of(new Wish(item, LocalDate.parse(day))), "hard to get", at);
    }

    private static Change<? extends OrderEvent> decide(RectificationOrder order, boolean granted, OfficerId officer) {
        return OrderSteps.decideExtension(order, decided(granted, officer), Pursuit.NONE, CALENDAR);
    }

    private static OrderNote.ExtensionDecided decided(boolean granted, OfficerId officer) {
        return new OrderNote.ExtensionDecided(granted, "as asked", officer.value(), IN_TIME);
    }

    private static void refused(String code, Supplier<?> step) {
        assertThatThrownBy(step::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
