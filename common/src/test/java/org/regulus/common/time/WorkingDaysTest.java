package org.regulus.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays calendar = HolidayFiles.load(new ObjectMapper());

    @ParameterizedTest(name = "{0} working days after {1} is {2}")
    @CsvSource({
        "5, 2019-07-15, 2019-07-22",
        "5, 2019-04-26, 2019-05-06",
        "3, 2019-09-26, 2019-09-30",
        "5, 2019-09-27, 2019-10-10",
        "5, 2019-09-30, 2019-10-12",
        "3, 2018-12-28, 2019-01-03",
        "7, 2025-09-26, 2025-10-13",
        "5, 2026-09-18, 2026-09-24",
        "7, 2026-02-13, 2026-03-02",
        "7, 2026-09-28, 2026-10-13"
    })
    void published_vectors_of_working_days(int days, LocalDate start, LocalDate expected) {
        assertThat(calendar.plus(start, days)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} calendar days after {1}, rolled forward, is {2}")
    @CsvSource({
        "15, 2019-09-20, 2019-10-08",
        "15, 2026-02-02, 2026-02-24",
        "15, 2026-09-22, 2026-10-08",
        "90, 2026-01-05, 2026-04-07"
    })
    void published_vectors_of_calendar_days(int days, LocalDate start, LocalDate expected) {
        assertThat(calendar.rollForward(start.plusDays(days))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} has {1} working days")
    @CsvSource({"2018, 250", "2019, 250", "2020, 249", "2024, 251", "2025, 248", "2026, 248"})
    void working_days_of_a_year(int year, int expected) {
        long count = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkingDay)
                .count();
        assertThat(count).isEqualTo(expected);
    }

    @Test
    void a_date_after_the_last_published_year_is_provisional() {
        assertThat(calendar.provisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(calendar.provisional(LocalDate.of(2027, 1, 4))).isTrue();
    }

    @Property(tries = 300)
    void the_nth_working_day_agrees_with_counting_day_by_day(
            @ForAll @IntRange(min = 0, max = 3_000) int offset, @ForAll @IntRange(max = 120) int days) {
        LocalDate start = LocalDate.of(2018, 6, 1).plusDays(offset);
        LocalDate end = calendar.plus(start, days);
        long counted = start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count();
        assertThat(counted).isEqualTo(days);
        assertThat(days == 0 || calendar.isWorkingDay(end)).isTrue();
    }
}
