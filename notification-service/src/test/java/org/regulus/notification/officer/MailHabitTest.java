package org.regulus.notification.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.notification.officer.MailHabit.Mode;

class MailHabitTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "quiet {0} to {1}: what is ready at {2} goes out at {3}")
    @CsvSource({
        "20:00, 07:00, 2019-06-03T11:59:59Z, 2019-06-03T11:59:59Z",
        "20:00, 07:00, 2019-06-03T12:00:00Z, 2019-06-03T23:00:00Z",
        "20:00, 07:00, 2019-06-03T17:00:00Z, 2019-06-03T23:00:00Z",
        "20:00, 07:00, 2019-06-03T23:00:00Z, 2019-06-03T23:00:00Z",
        "12:00, 13:30, 2019-06-03T04:30:00Z, 2019-06-03T05:30:00Z",
        "12:00, 13:30, 2019-06-03T05:30:00Z, 2019-06-03T05:30:00Z",
        ", , 2019-06-03T17:00:00Z, 2019-06-03T17:00:00Z"
    })
    void nothing_goes_out_in_quiet_hours(LocalTime from, LocalTime until, Instant ready, Instant out) {
        assertThat(new MailHabit(Mode.EACH, null, from, until, BEIJING).notBefore(ready))
                .isEqualTo(out);
    }

    @ParameterizedTest(name = "at {0}, asked at {1}: {2}")
    @CsvSource({
        "08:00, 2019-06-02T23:59:59Z, 2019-06-03T00:00:00Z",
        "08:00, 2019-06-03T00:00:00Z, 2019-06-04T00:00:00Z",
        "08:00, 2019-06-03T10:00:00Z, 2019-06-04T00:00:00Z"
    })
    void the_mail_of_a_day_comes_at_its_time(LocalTime at, Instant now, Instant next) {
        assertThat(new MailHabit(Mode.DAILY, at, null, null, BEIJING).nextDigest(now))
                .isEqualTo(next);
    }

    /** In a zone with summer time, across both changes. */
    @Property(tries = 2000)
    void what_waits_comes_out_of_the_quiet_hours_within_a_day(
            @ForAll @IntRange(max = 86_399) int from,
            @ForAll @IntRange(max = 86_399) int until,
            @ForAll @IntRange(max = 31_536_000) int second) {
        if (from == until) {
            return;
        }
        MailHabit habit = new MailHabit(
                Mode.DAILY,
                LocalTime.ofSecondOfDay(until),
                LocalTime.ofSecondOfDay(from),
                LocalTime.ofSecondOfDay(until),
                ZoneId.of("Europe/Paris"));
        Instant ready = Instant.parse("2019-01-01T00:00:00Z").plusSeconds(second);
        Instant out = habit.notBefore(ready);
        assertThat(out).isBetween(ready, ready.plus(Duration.ofHours(25)));
        assertThat(habit.nextDigest(ready)).isAfter(ready).isBeforeOrEqualTo(ready.plus(Duration.ofHours(25)));
        assertThat(habit.flaws()).isEmpty();
    }

    @Test
    void times_are_whole_seconds_so_that_no_database_rounds_them_to_the_end_of_the_day() {
        LocalTime fine = LocalTime.of(23, 59, 59, 999_999_900);
        MailHabit habit = new MailHabit(Mode.DAILY, fine, LocalTime.of(22, 0), fine, BEIJING);
        assertThat(habit.quietUntil()).isEqualTo("23:59:59");
        assertThat(habit.digestAt()).isEqualTo("23:59:59");
        assertThat(codes(new MailHabit(Mode.EACH, null, fine.withNano(0), fine, BEIJING)))
                .containsExactly("/quietUntil");
    }

    @Test
    void all_that_is_wrong_is_named() {
        LocalTime eight = LocalTime.of(8, 0);
        LocalTime nine = LocalTime.of(9, 0);
        assertThat(codes(new MailHabit(Mode.DAILY, null, eight, null, BEIJING)))
                .containsExactly("/quietUntil", "/digestAt");
        assertThat(codes(new MailHabit(Mode.EACH, null, eight, eight, BEIJING))).containsExactly("/quietUntil");
        assertThat(codes(new MailHabit(Mode.DAILY, eight, eight, nine, BEIJING)))
                .containsExactly("/digestAt");
        assertThat(codes(new MailHabit(Mode.DAILY, nine, eight, nine, BEIJING))).isEmpty();
        assertThat(codes(new MailHabit(Mode.NONE, null, null, null, BEIJING))).isEmpty();
    }

    private static java.util.List<String> codes(MailHabit habit) {
        return habit.flaws().stream().map(Flaw::pointer).toList();
    }
}
