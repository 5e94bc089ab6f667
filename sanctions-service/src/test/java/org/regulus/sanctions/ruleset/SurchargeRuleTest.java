package org.regulus.sanctions.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.SurchargeRule.Pause;

class SurchargeRuleTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 5);
    private static final SurchargeRule RULE = Laws.SURCHARGE;

    @Example
    void three_per_cent_a_day_until_it_equals_the_fine() {
        assertThat(after(0, 30_000)).isEqualTo(Laws.yuan(0));
        assertThat(after(1, 30_000)).isEqualTo(Laws.yuan(900));
        assertThat(after(10, 30_000)).isEqualTo(Laws.yuan(9_000));
        assertThat(after(33, 30_000)).isEqualTo(Laws.yuan(29_700));
        assertThat(after(34, 30_000)).isEqualTo(Laws.yuan(30_000));
        assertThat(after(60, 30_000)).isEqualTo(Laws.yuan(30_000));
    }

    @Example
    void a_day_in_two_pauses_is_left_out_once_and_a_pause_before_the_due_day_changes_nothing() {
        var pauses = List.of(
                new Pause(DUE.minusDays(9), DUE),
                new Pause(DUE.plusDays(2), DUE.plusDays(5)),
                new Pause(DUE.plusDays(4), DUE.plusDays(6)));
        var surcharge = RULE.on(DUE.plusDays(10), Laws.yuan(30_000), DUE, pauses);
        assertThat(surcharge.daysLate()).isEqualTo(10);
        assertThat(surcharge.daysPaused()).isEqualTo(5);
        assertThat(surcharge.amount()).isEqualTo(Laws.yuan(4_500));
    }

    @Example
    void a_part_of_a_minor_unit_is_not_asked_for() {
        assertThat(RULE.on(DUE.plusDays(1), Money.of(99, "CNY"), DUE, List.of()).amount())
                .isEqualTo(Money.of(2, "CNY"));
    }

    @Example
    void a_rule_without_rate_or_cap_and_a_pause_that_ends_before_it_begins_are_none() {
        assertThatThrownBy(() -> new SurchargeRule(0, 1000, RULE.provenance()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SurchargeRule(30, 0, RULE.provenance()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pause(DUE, DUE.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void it_never_exceeds_the_cap_and_never_falls(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long fine, @ForAll @IntRange(max = 400) int days) {
        assertThat(after(days, fine).minor())
                .isLessThanOrEqualTo(Laws.yuan(fine).minor());
        assertThat(after(days + 1, fine).minor())
                .isGreaterThanOrEqualTo(after(days, fine).minor());
    }

    @Property
    void a_day_of_pause_adds_nothing(
            @ForAll @IntRange(min = 1, max = 60) int before, @ForAll @IntRange(min = 1, max = 60) int paused) {
        var pause = new Pause(DUE.plusDays(before + 1), DUE.plusDays(before + paused));
        var surcharge = RULE.on(DUE.plusDays(before + paused), Laws.yuan(30_000), DUE, List.of(pause));
        assertThat(surcharge.amount()).isEqualTo(after(before, 30_000));
    }

    private static Money after(int days, long yuan) {
        return RULE.on(DUE.plusDays(days), Laws.yuan(yuan), DUE, List.of()).amount();
    }
}
