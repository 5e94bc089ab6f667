package org.regulus.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.regulus.notification.duty.Reminders.Planned;

class RemindersTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** The duty can be met until the end of 15 July in Beijing. */
    private static final Instant DUE = Instant.parse("2019-07-15T16:00:00Z");

    private static final Instant JUNE = Instant.parse("2019-06-03T01:00:00Z");

    @Example
    void a_reminder_is_in_the_morning_so_many_days_before_the_last_day_or_after_it() {
        assertThat(Reminders.of(DUE, List.of(7, 1, -2), JUNE, BEIJING))
                .containsExactly(
                        new Planned(7, Instant.parse("2019-07-08T01:00:00Z")),
                        new Planned(1, Instant.parse("2019-07-14T01:00:00Z")),
                        new Planned(-2, Instant.parse("2019-07-17T01:00:00Z")));
    }

    @Example
    void one_that_would_have_been_before_the_duty_was_made_is_not_planned() {
        assertThat(Reminders.of(DUE, List.of(7, 1), Instant.parse("2019-07-08T01:00:00Z"), BEIJING))
                .extracting(Planned::days)
                .containsExactly(1);
    }

    @Property(tries = 200)
    void no_distance_is_planned_twice_and_none_before_it_was_made(
            @ForAll @Size(max = 10) List<@IntRange(min = -60, max = 60) Integer> distances,
            @ForAll @IntRange(min = -90, max = 90) int made) {
        Instant madeAt = DUE.plusSeconds(made * 86_400L);
        assertThat(Reminders.of(DUE, distances, madeAt, BEIJING))
                .doesNotHaveDuplicates()
                .allSatisfy(one -> assertThat(one.at()).isAfter(madeAt));
    }

    @Example
    void a_reminder_of_a_day_that_is_past_is_overtaken_but_not_one_that_tells_so() {
        assertThat(Reminders.overtaken(1, DUE, DUE)).isTrue();
        assertThat(Reminders.overtaken(1, DUE, DUE.minusMillis(1))).isFalse();
        assertThat(Reminders.overtaken(-1, DUE, DUE.plusSeconds(90_000))).isFalse();
    }
}
