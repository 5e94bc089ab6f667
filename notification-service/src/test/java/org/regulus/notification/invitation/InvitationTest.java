package org.regulus.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.regulus.notification.invitation.Invitation.Method;
import org.regulus.notification.invitation.Invitation.Person;

class InvitationTest {

    private static final UUID INTERVIEW = UUID.fromString("01976a2e-5c00-7000-8000-000000000008");
    private static final Instant JULY = Instant.parse("2019-07-18T02:00:00Z");
    private static final Instant NINE_IN_BEIJING = Instant.parse("2019-08-05T01:00:00Z");
    private static final Person AUTHORITY = new Person("MIIT", "regulus@regulator.example");
    private static final Person OPERATOR = new Person("演示云 0042", "notices@operator.example");

    @Test
    void a_request_says_who_is_asked_to_be_where_when() {
        Invitation request =
                new Invitation(Method.REQUEST, INTERVIEW, 1, JULY, NINE_IN_BEIJING, NINE_IN_BEIJING.plusSeconds(7200));
        assertThat(request.text("现场检查 A-1", "One; two,\nthree", AUTHORITY, OPERATOR))
                .isEqualTo(
                        """
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Regulus//notification-service//EN
                        CALSCALE:GREGORIAN
                        METHOD:REQUEST
                        BEGIN:VTIMEZONE
                        TZID:Asia/Shanghai
                        BEGIN:STANDARD
                        DTSTART:19910915T010000
                        TZOFFSETFROM:+0900
                        TZOFFSETTO:+0800
                        TZNAME:CST
                        END:STANDARD
                        END:VTIMEZONE
                        BEGIN:VEVENT
                        UID:01976a2e-5c00-7000-8000-000000000008@regulus
                        DTSTAMP:20190718T020000Z
                        SEQUENCE:1
                        STATUS:CONFIRMED
                        DTSTART;TZID=Asia/Shanghai:20190805T090000
                        DTEND;TZID=Asia/Shanghai:20190805T110000
                        SUMMARY:现场检查 A-1
                        DESCRIPTION:One\\; two\\,\\nthree
                        ORGANIZER;CN="MIIT":mailto:regulus@regulator.example
                        ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN="演示
                         云 0042":mailto:notices@operator.example
                        END:VEVENT
                        END:VCALENDAR
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void a_cancellation_need_not_say_when_it_would_have_ended() {
        String cancelled = new Invitation(Method.CANCEL, INTERVIEW, 2, JULY, NINE_IN_BEIJING, null)
                .text("s", "d", AUTHORITY, OPERATOR);
        assertThat(cancelled)
                .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:2\r\n")
                .doesNotContain("DTEND");
    }

    @Property(tries = 300)
    void no_words_break_a_line_or_make_one(@ForAll String words) {
        String written = new Invitation(Method.CANCEL, INTERVIEW, 0, JULY, NINE_IN_BEIJING, null)
                .text(words, words, AUTHORITY, new Person(words, "a" + words + "@b.example"));
        for (String line : written.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(written.replace("\r\n ", "").split("\r\n")).hasSize(26);
    }
}
