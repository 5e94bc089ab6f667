package org.regulus.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.notification.duty.DutyRule.Step;

class DutyRuleTest {

    private final DutyRule filing = new DutyRule(
            "filing",
            null,
            Map.of("opened", "filingDueAt"),
            Map.of("extended", "until"),
            List.of("submitted"),
            List.of("returned"),
            Map.of("resolved", "changed"),
            List.of(7),
            true,
            "penalty");

    @Test
    void each_event_takes_the_step_that_the_rule_gives_it() {
        assertThat(filing.step("opened")).contains(Step.OPENED);
        assertThat(filing.step("extended")).contains(Step.MOVED);
        assertThat(filing.step("submitted")).contains(Step.MET);
        assertThat(filing.step("returned")).contains(Step.REOPENED);
        assertThat(filing.step("resolved")).contains(Step.REDUCED);
        assertThat(filing.step("other")).isEmpty();
        assertThat(filing.dueField("extended")).isEqualTo("until");
    }

    @Test
    void an_event_with_the_field_that_tells_of_others_is_passed_over() {
        assertThat(filing.excepts(Set.of("until", "penalty")::contains)).isTrue();
        assertThat(filing.excepts(Set.of("until")::contains)).isFalse();
    }

    @Test
    void events_and_fields_that_nobody_announces_are_flaws() {
        assertThat(filing.flaws(type -> Set.of("filingDueAt", "until", "changed")))
                .isEmpty();
        assertThat(filing.flaws(type -> type.equals("opened") ? Set.of("dueAt") : Set.of()))
                .containsExactlyInAnyOrder(
                        "filing: opened has no filingDueAt",
                        "filing: extended has no until",
                        "filing: resolved has no changed",
                        "filing: there is no event submitted",
                        "filing: there is no event returned");
    }

    @Test
    void an_event_that_begins_or_moves_a_duty_without_saying_which_is_a_flaw() {
        DutyRule order = new DutyRule(
                "order",
                "orderId",
                Map.of("ordered", "dueAt"),
                Map.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                null);
        assertThat(order.flaws(type -> Set.of("dueAt", "orderId"))).isEmpty();
        assertThat(order.flaws(type -> Set.of("dueAt"))).containsExactly("order: ordered has no orderId");
    }
}
