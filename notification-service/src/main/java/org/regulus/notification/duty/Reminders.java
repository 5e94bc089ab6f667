package org.regulus.notification.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** When one is reminded of a duty. */
public final class Reminders {

    /** In the morning of the day: nobody is served by a reminder at midnight. */
    public static final LocalTime HOUR = LocalTime.of(9, 0);

    /** @param days before the last day of the duty; after it, when negative */
    public record Planned(int days, Instant at) {}

    private Reminders() {}

    /**
     * Those that are still to come when the duty is made or moved. One that would have been before is not made up for: what was told then
     * told another day.
     *
     * @param dueAt the first instant at which the duty is late
     * @param madeAt when the duty was made, moved or reopened
     */
    public static List<Planned> of(Instant dueAt, Collection<Integer> distances, Instant madeAt, ZoneId zone) {
        LocalDate lastDay = dueAt.minusNanos(1).atZone(zone).toLocalDate();
        return distances.stream()
                .distinct()
                .map(days -> new Planned(
                        days, lastDay.minusDays(days).atTime(HOUR).atZone(zone).toInstant()))
                .filter(reminder -> reminder.at().isAfter(madeAt))
                .toList();
    }

    /** Whether a reminder that comes late, after downtime, would tell of a day that is past: then the notice of that tells it. */
    public static boolean overtaken(int days, Instant dueAt, Instant now) {
        return days >= 0 && !now.isBefore(dueAt);
    }
}
