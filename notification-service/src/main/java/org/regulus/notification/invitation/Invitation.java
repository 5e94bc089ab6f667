package org.regulus.notification.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;

/**
 * What a calendar program is told of one interview (RFC 5546, 3.2): the same UID as in the inspectors' feeds, and a SEQUENCE that grows
 * with each change, so that whatever order mails come in, the last change stays.
 *
 * @param stamp when what it tells of happened
 * @param endsAt null when a cancellation does not say it
 */
public record Invitation(
        Method method, UUID interviewId, long sequence, Instant stamp, Instant startsAt, Instant endsAt) {

    public enum Method {
        REQUEST("CONFIRMED", "interviewId", "startsAt", "endsAt"),
        CANCEL("CANCELLED", "interviewId", "startsAt");

        private final String status;
        private final Set<String> fields;

        Method(String status, String... fields) {
            this.status = status;
            this.fields = Set.of(fields);
        }

        /** What the event must say. */
        public Set<String> fields() {
            return fields;
        }
    }

    /** @param address without {@code mailto:} */
    public record Person(String name, String address) {
        String at() {
            return "CN=%s:mailto:%s".formatted(CalendarText.quoted(name), address.replaceAll("[\\s\\p{Cntrl}]", ""));
        }
    }

    /** The regulator's zone has had no summer time since 1991. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZONE);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The whole calendar. Nobody reads answers to it, so none is asked for. */
    public String text(String summary, String description, Person organizer, Person attendee) {
        CalendarText text = new CalendarText();
        text.line("BEGIN:VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//Regulus//notification-service//EN")
                .line("CALSCALE:GREGORIAN")
                .line("METHOD:" + method);
        zone(text);
        text.line("BEGIN:VEVENT")
                .line("UID:" + interviewId + "@regulus")
                .line("DTSTAMP:" + UTC.format(stamp))
                .line("SEQUENCE:" + sequence)
                .line("STATUS:" + method.status)
                .line("DTSTART;TZID=%s:%s".formatted(ZONE, LOCAL.format(startsAt)));
        if (endsAt != null) {
            text.line("DTEND;TZID=%s:%s".formatted(ZONE, LOCAL.format(endsAt)));
        }
        return text.line("SUMMARY:" + CalendarText.escaped(summary))
                .line("DESCRIPTION:" + CalendarText.escaped(description))
                .line("ORGANIZER;" + organizer.at())
                .line("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;" + attendee.at())
                .line("END:VEVENT")
                .line("END:VCALENDAR")
                .toString();
    }

    private static void zone(CalendarText text) {
        text.line("BEGIN:VTIMEZONE")
                .line("TZID:" + ZONE)
                .line("BEGIN:STANDARD")
                .line("DTSTART:19910915T010000")
                .line("TZOFFSETFROM:+0900")
                .line("TZOFFSETTO:+0800")
                .line("TZNAME:CST")
                .line("END:STANDARD")
                .line("END:VTIMEZONE");
    }
}
