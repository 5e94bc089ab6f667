package org.regulus.inspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.inspection.OfficeHours.Slot;

class ICalendarTest {

    private static final Instant NINE = Instant.parse("2019-08-05T01:00:00Z");

    @Test
    void an_interview_is_an_event_with_its_times_in_utc() {
        assertThat(calendar("Room 1").split("\r\n"))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "UID:00000000-0000-0001-0000-000000000002@regulus",
                        "SEQUENCE:3",
                        "DTSTART:20190805T010000Z",
                        "DTEND:20190805T030000Z",
                        "LOCATION:Room 1",
                        "END:VEVENT")
                .endsWith("END:VCALENDAR");
    }

    @Test
    void a_text_can_end_no_line_and_start_no_property() {
        assertThat(calendar("a,b;c\\d\r\nATTENDEE:x")).contains("LOCATION:a\\,b\\;c\\\\d\\nATTENDEE:x\r\n");
    }

    @Test
    void long_lines_are_folded_between_characters() {
        String place = "北京市西城区西长安街十三号".repeat(12) + "🏢";
        String calendar = calendar(place);
        assertThat(calendar.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains("LOCATION:" + place + "\r\n");
    }

    private static String calendar(String place) {
        var entry = new ICalendar.Entry(
                new UUID(1, 2), 3, new Slot(NINE, NINE.plusSeconds(7_200)), "Interview MIIT-2019-NS-000042", place);
        return ICalendar.of(List.of(entry), NINE);
    }
}
