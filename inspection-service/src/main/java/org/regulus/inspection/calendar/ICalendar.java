package org.regulus.inspection.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.OfficeHours.Slot;

/** Writes a calendar of interviews: lines of at most 75 bytes, ended by CRLF, texts escaped (RFC 5545, 3.1 and 3.3.11). */
public final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_BYTES = 75;

    /** @param sequence how often it was moved: a calendar program takes the higher one */
    public record Entry(UUID interviewId, long sequence, Slot slot, String summary, String place) {}

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    public static String of(List<Entry> entries, Instant at) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Regulus//inspection-service//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        entries.forEach(entry -> calendar.event(entry, at));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Entry entry, Instant at) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.interviewId() + "@regulus");
        line("DTSTAMP:" + UTC.format(at));
        line("SEQUENCE:" + entry.sequence());
        line("DTSTART:" + UTC.format(entry.slot().startsAt()));
        line("DTEND:" + UTC.format(entry.slot().endsAt()));
        line("SUMMARY:" + escaped(entry.summary()));
        line("LOCATION:" + escaped(entry.place()));
        line("END:VEVENT");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Folded between characters, never within one. */
    private void line(String content) {
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            int character = content.codePointAt(at);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE_BYTES) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(one);
            bytes += size;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
