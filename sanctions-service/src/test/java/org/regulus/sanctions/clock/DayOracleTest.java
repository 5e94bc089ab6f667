package org.regulus.sanctions.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.regulus.common.time.HolidayFiles;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.edge.PublishedCalendar;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.Provenance;

/**
 * The published vectors of the deadlines, and any others against an oracle that was written apart: it walks day by day through the holiday
 * files and shares no code with what it checks.
 */
class DayOracleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RegulatorCalendar CALENDAR = new PublishedCalendar(HolidayFiles.load(JSON));
    private static final Map<LocalDate, Boolean> LISTED = listed();

    @Example
    void the_published_vectors() {
        working(5, "2019-07-15", "2019-07-22");
        working(5, "2019-04-26", "2019-05-06");
        working(3, "2019-09-26", "2019-09-30");
        working(5, "2019-09-27", "2019-10-10");
        working(5, "2019-09-30", "2019-10-12");
        working(3, "2018-12-28", "2019-01-03");
        working(7, "2025-09-26", "2025-10-13");
        working(5, "2026-09-18", "2026-09-24");
        working(7, "2026-02-13", "2026-03-02");
        working(7, "2026-09-28", "2026-10-13");
        calendar(15, "2019-09-20", "2019-10-08");
        calendar(15, "2026-02-02", "2026-02-24");
        calendar(15, "2026-09-22", "2026-10-08");
        calendar(90, "2026-01-05", "2026-04-07");
    }

    @Property(tries = 500)
    void working_days(@ForAll @IntRange(max = 3200) int startsAfter, @ForAll @IntRange(min = 1, max = 60) int length) {
        LocalDate start = LocalDate.of(2018, 1, 1).plusDays(startsAfter);
        LocalDate day = start;
        int left = length;
        while (left > 0) {
            day = day.plusDays(1);
            if (worked(day)) {
                left--;
            }
        }
        assertThat(period(length, Period.Unit.WORKING).lastDay(start, CALENDAR)).isEqualTo(day);
    }

    @Property(tries = 500)
    void calendar_days(
            @ForAll @IntRange(max = 3200) int startsAfter, @ForAll @IntRange(min = 1, max = 120) int length) {
        LocalDate start = LocalDate.of(2018, 1, 1).plusDays(startsAfter);
        LocalDate day = start;
        for (int i = 0; i < length; i++) {
            day = day.plusDays(1);
        }
        while (!worked(day)) {
            day = day.plusDays(1);
        }
        assertThat(period(length, Period.Unit.CALENDAR).lastDay(start, CALENDAR))
                .isEqualTo(day);
    }

    @Property(tries = 200)
    void months(@ForAll @IntRange(max = 2800) int startsAfter, @ForAll @IntRange(min = 1, max = 12) int length) {
        LocalDate start = LocalDate.of(2018, 1, 1).plusDays(startsAfter);
        int month = start.getMonthValue() - 1 + length;
        int year = start.getYear() + month / 12;
        int longest = LocalDate.of(year, month % 12 + 1, 1).lengthOfMonth();
        LocalDate day = LocalDate.of(year, month % 12 + 1, Math.min(start.getDayOfMonth(), longest));
        assertThat(period(length, Period.Unit.EXACT_MONTHS).lastDay(start, CALENDAR))
                .isEqualTo(day);
        while (!worked(day)) {
            day = day.plusDays(1);
        }
        assertThat(period(length, Period.Unit.MONTHS).lastDay(start, CALENDAR)).isEqualTo(day);
    }

    private static void working(int length, String start, String last) {
        assertThat(period(length, Period.Unit.WORKING).lastDay(LocalDate.parse(start), CALENDAR))
                .isEqualTo(LocalDate.parse(last));
    }

    private static void calendar(int length, String start, String last) {
        assertThat(period(length, Period.Unit.CALENDAR).lastDay(LocalDate.parse(start), CALENDAR))
                .isEqualTo(LocalDate.parse(last));
    }

    private static Period period(int length, Period.Unit unit) {
        return new Period(length, unit, new Provenance("a test", true));
    }

    private static boolean worked(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        return LISTED.getOrDefault(day, weekday < 6);
    }

    /** Straight from the files: a listed day is worked or off, all others follow their weekday. */
    private static Map<LocalDate, Boolean> listed() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (int year = 2018; year <= 2027; year++) {
            try (InputStream file = DayOracleTest.class.getResourceAsStream("/holidays/cn/%d.json".formatted(year))) {
                for (JsonNode day : JSON.readTree(file).get("days")) {
                    days.put(
                            LocalDate.parse(day.get("date").asText()),
                            !day.get("isOffDay").asBoolean());
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return days;
    }
}
