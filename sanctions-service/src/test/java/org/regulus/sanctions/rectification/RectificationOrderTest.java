package org.regulus.sanctions.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.sanctions.rectification.Orders.ALL_LATE;
import static org.regulus.sanctions.rectification.Orders.FIRST;
import static org.regulus.sanctions.rectification.Orders.FIRST_LATE;
import static org.regulus.sanctions.rectification.Orders.IN_TIME;
import static org.regulus.sanctions.rectification.Orders.SECOND;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.rectification.OrderState.Overdue;
import org.regulus.sanctions.rectification.OrderState.Reported;

class RectificationOrderTest {

    private static final Map<String, Supplier<RectificationOrder>> IN_STATE = Map.of(
            "Ordered", Orders::ordered,
            "Overdue", Orders::overdue,
            "Reported", Orders::reported,
            "Rejected", Orders::rejected,
            "Verified", Orders::verified,
            "Referred", Orders::referred,
            "Suspended", Orders::suspended);

    @ParameterizedTest(name = "{0}: report {1}, due {2}, verify {3}, reject {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from   | report   | due     | verify   | reject
            Ordered  | Reported | Overdue | -        | -
            Overdue  | Reported | Overdue | -        | -
            Reported | -        | quiet   | Verified | Rejected
            Rejected | Reported | quiet   | -        | -
            Verified | -        | quiet   | -        | -
            Suspended | -       | quiet   | -        | -
            Referred | -        | quiet   | -        | -
            """)
    void every_move_from_every_state(String from, String report, String due, String verify, String reject) {
        RectificationOrder order = IN_STATE.get(from).get();
        outcome(report, order, () -> order.report(Orders.all(order), Pursuit.NONE, IN_TIME)
                .order());
        outcome(verify, order, () -> order.judge(Orders.verdicts(true, true), Pursuit.NONE, IN_TIME)
                .order());
        outcome(reject, order, () -> order.judge(Orders.verdicts(false, true), Pursuit.NONE, IN_TIME)
                .order());
        if (due.equals("quiet")) {
            assertThat(order.overdue(ALL_LATE)).isEmpty();
        } else {
            outcome(due, order, () -> order.overdue(ALL_LATE).orElseThrow().order());
        }
    }

    private static void outcome(String expected, RectificationOrder before, Supplier<RectificationOrder> move) {
        if (expected.equals("-")) {
            assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                    .isEqualTo("order.move-not-allowed"));
            return;
        }
        RectificationOrder after = move.get();
        assertThat(after.state().getClass().getSimpleName()).isEqualTo(expected);
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void the_matrix_has_a_row_for_every_state() {
        assertThat(IN_STATE.keySet())
                .isEqualTo(Stream.concat(
                                Arrays.stream(OrderState.Open.class.getPermittedSubclasses()),
                                Stream.of(
                                        OrderState.Verified.class,
                                        OrderState.Suspended.class,
                                        OrderState.Referred.class))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
        assertThat(OrderState.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        OrderState.Open.class,
                        OrderState.Verified.class,
                        OrderState.Suspended.class,
                        OrderState.Referred.class);
        IN_STATE.forEach((state, order) ->
                assertThat(order.get().state().getClass().getSimpleName()).isEqualTo(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ordered", "Overdue", "Rejected"})
    void nothing_is_reported_while_a_penalty_is_pursued(String state) {
        RectificationOrder order = IN_STATE.get(state).get();
        refused("order.proceeding-open", () -> order.report(Orders.all(order), Pursuit.PROCEEDING_OPEN, IN_TIME));
    }

    @Test
    void nothing_is_verified_while_a_penalty_is_pursued() {
        refused("order.proceeding-open", () -> Orders.reported()
                .judge(Orders.verdicts(true, true), Pursuit.PROCEEDING_OPEN, IN_TIME));
    }

    @Test
    void an_item_is_late_from_the_end_of_its_day_on() {
        assertThat(Orders.ordered().overdue(FIRST_LATE.minusNanos(1_000))).isEmpty();
        assertThat(Orders.ordered().overdue(FIRST_LATE)).isPresent();
    }

    @Test
    void it_is_overdue_item_by_item() {
        var first = Orders.ordered().overdue(FIRST_LATE).orElseThrow();
        assertThat(first.event().items()).containsExactly(FIRST);
        assertThat(first.event().dueAt()).isEqualTo(FIRST_LATE);

        var second = first.order().overdue(ALL_LATE).orElseThrow();
        assertThat(second.event().items()).containsExactly(SECOND);
        assertThat(second.event().dueAt()).isEqualTo(ALL_LATE);
        assertThat(((Overdue) second.order().state()).items()).isEqualTo(Set.of(FIRST, SECOND));
    }

    @Test
    void asked_late_it_says_all_that_is_overdue_once() {
        var change = Orders.ordered().overdue(ALL_LATE).orElseThrow();
        assertThat(change.event().items()).containsExactly(FIRST, SECOND);
        assertThat(change.event().dueAt()).isEqualTo(FIRST_LATE);
        assertThat(change.order().overdue(ALL_LATE)).isEmpty();
    }

    @Test
    void a_late_report_is_still_recorded_and_can_be_verified() {
        RectificationOrder late = Orders.overdue();
        var reported = late.report(Orders.all(late), Pursuit.NONE, ALL_LATE).order();
        assertThat(((Reported) reported.state()).late()).isTrue();
        assertThat(reported.judge(Orders.verdicts(true, true), Pursuit.NONE, ALL_LATE)
                        .order()
                        .fulfilled())
                .isTrue();
        assertThat(((Reported) Orders.reported().state()).late()).isFalse();
    }

    @Test
    void only_what_was_rejected_is_reported_again() {
        RectificationOrder rejected = Orders.rejected();
        assertThat(rejected.openItems()).extracting(OrderItem::itemId).containsExactly(SECOND);
        refused(
                "order.items-incomplete",
                () -> rejected.report(Map.of(FIRST, said("again"), SECOND, said("now")), Pursuit.NONE, IN_TIME));
        var again = rejected.report(Map.of(SECOND, said("now")), Pursuit.NONE, IN_TIME)
                .order();
        assertThat(again.judge(Map.of(SECOND, Orders.verdict(true)), Pursuit.NONE, IN_TIME)
                        .order()
                        .fulfilled())
                .isTrue();
        assertThat(again.items().get(1).statements())
                .extracting(OrderItem.Statement::text)
                .containsExactly("done", "now");
    }

    @Test
    void a_report_names_each_open_item_and_no_other_and_hears_all_flaws_at_once() {
        assertThatThrownBy(() -> Orders.ordered().report(Map.of(Orders.id(9), said("what")), Pursuit.NONE, IN_TIME))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.flaws())
                        .extracting(Refusal.Flaw::code)
                        .containsExactly("order.item-unknown", "order.item-missing", "order.item-missing"));
    }

    @Test
    void a_refusal_to_rectify_is_established_by_overdue_or_rejection_only() {
        assertThat(List.of(Orders.overdue(), Orders.rejected(), Orders.referred()))
                .allMatch(RectificationOrder::refusalEstablished);
        assertThat(List.of(Orders.ordered(), Orders.reported(), Orders.verified()))
                .noneMatch(RectificationOrder::refusalEstablished);
    }

    @Test
    void a_referral_is_about_what_was_rejected() {
        assertThat(((OrderState.Referred) Orders.referred().state()).items()).containsExactly(SECOND);
    }

    @Test
    void its_number_is_what_people_call_it() {
        assertThat(Orders.ordered().number()).hasToString("MIIT-2019-R-000001");
        assertThatThrownBy(() -> new OrderNumber("MIIT", 2019, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(String code, Supplier<?> move) {
        assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }

    private static OrderItem.Statement said(String text) {
        return new OrderItem.Statement(text, List.of(), IN_TIME);
    }
}
