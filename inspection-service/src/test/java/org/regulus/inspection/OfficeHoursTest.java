package org.regulus.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.OfficeHours.Slot;

class OfficeHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2019, 8, 5);
    private final OfficeHours hours =
            new OfficeHours(ZONE, day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2019-08-05T09:00, 2019-08-05T12:00, -",
        "2019-08-05T13:30, 2019-08-05T17:30, -",
        "2019-08-05T08:59, 2019-08-05T10:00, interview.outside-hours",
        "2019-08-05T11:00, 2019-08-05T12:01, interview.outside-hours",
        "2019-08-05T11:30, 2019-08-05T14:00, interview.outside-hours",
        "2019-08-05T09:00, 2019-08-05T09:29, interview.duration",
        "2019-08-05T09:00, 2019-08-05T08:00, interview.duration",
        "2019-08-04T09:00, 2019-08-04T10:00, interview.not-a-working-day"
    })
    void an_interview_is_within_one_half_of_a_working_day(LocalDateTime from, LocalDateTime until, String code) {
        Slot slot = new Slot(at(from), at(until));
        if (code.equals("-")) {
            hours.check(slot);
        } else {
            assertThatThrownBy(() -> hours.check(slot))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
        }
    }

    @Test
    void free_slots_begin_on_the_half_hour_avoid_engagements_and_the_past() {
        Slot engaged = new Slot(at(MONDAY.atTime(10, 0)), at(MONDAY.atTime(11, 0)));
        List<Slot> free = hours.free(MONDAY, 1, Duration.ofHours(1), List.of(engaged), at(MONDAY.atTime(8, 0)));
        assertThat(free)
                .extracting(slot -> LocalDateTime.ofInstant(slot.startsAt(), ZONE)
                        .toLocalTime()
                        .toString())
                .containsExactly("09:00", "11:00", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30");
        assertThat(hours.free(MONDAY, 1, Duration.ofHours(1), List.of(), at(MONDAY.atTime(16, 0))))
                .hasSize(1);
        assertThat(hours.free(MONDAY.minusDays(2), 2, Duration.ofHours(1), List.of(), Instant.EPOCH))
                .isEmpty();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
