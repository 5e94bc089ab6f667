package org.regulus.campaign.play;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;

/** What a calendar program makes of the calendars that it is given: of each event the newest edition, unless it was cancelled. */
final class Agenda {

    static {
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    /** @param sequence the higher one counts */
    private record Edition(int sequence, boolean cancelled, Instant startsAt) {}

    private final Map<String, Edition> events = new HashMap<>();
    private int replaced;

    static Agenda of(List<String> calendars) {
        Agenda agenda = new Agenda();
        calendars.forEach(agenda::take);
        return agenda;
    }

    private void take(String text) {
        Calendar calendar = read(text);
        boolean cancelled = ImmutableMethod.CANCEL.equals(calendar.getMethod());
        for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
            String uid = event.getRequiredProperty("UID").getValue();
            int sequence =
                    Integer.parseInt(event.getRequiredProperty("SEQUENCE").getValue());
            Edition known = events.get(uid);
            if (known == null || known.sequence() <= sequence) {
                events.put(uid, new Edition(sequence, cancelled, starts(event)));
                replaced += known != null && known.sequence() < sequence ? 1 : 0;
            }
        }
    }

    private static Instant starts(VEvent event) {
        Temporal start = event.getDateTimeStart().getDate();
        return Instant.from(start);
    }

    private static Calendar read(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (ParserException notICalendar) {
            throw new IllegalStateException("Not a calendar: " + text, notICalendar);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** When each event that stands begins, in order. */
    List<Instant> starts() {
        return events.values().stream()
                .filter(edition -> !edition.cancelled())
                .map(Edition::startsAt)
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** How often a newer edition took the place of an older one. */
    int replaced() {
        return replaced;
    }
}
