package org.regulus.campaign.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static String calendar(String method, String uid, int sequence, String start) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//test//EN",
                "METHOD:" + method,
                "BEGIN:VEVENT",
                "UID:" + uid,
                "SEQUENCE:" + sequence,
                "DTSTAMP:20190726T010000Z",
                "DTSTART:" + start,
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    @Test
    void the_newest_edition_counts_in_whatever_order_they_come() {
        Agenda agenda = Agenda.of(List.of(
                calendar("REQUEST", "a", 1, "20190806T010000Z"),
                calendar("REQUEST", "a", 0, "20190805T010000Z"),
                calendar("REQUEST", "a", 2, "20190807T010000Z")));

        assertThat(agenda.starts()).containsExactly(Instant.parse("2019-08-07T01:00:00Z"));
        assertThat(agenda.replaced()).isOne();
    }

    @Test
    void what_was_cancelled_is_in_it_no_more() {
        Agenda agenda = Agenda.of(List.of(
                calendar("REQUEST", "a", 0, "20190805T010000Z"),
                calendar("CANCEL", "a", 1, "20190805T010000Z"),
                calendar("REQUEST", "b", 0, "20190805T060000Z")));

        assertThat(agenda.starts()).containsExactly(Instant.parse("2019-08-05T06:00:00Z"));
    }
}
