package org.regulus.inspection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.regulus.common.problem.Refusal;

/** When an interview can be: within one half of a working day, in the regulator's zone, so that normal operation is not disturbed. */
public record OfficeHours(ZoneId zone, Predicate<LocalDate> workingDay) {

    /** From a start to an end, the end excluded. */
    public record Slot(Instant startsAt, Instant endsAt) {
        public boolean overlaps(Slot other) {
            return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
        }
    }

    private record Half(LocalTime from, LocalTime until) {}

    private static final List<Half> HALVES = List.of(
            new Half(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Half(LocalTime.of(13, 30), LocalTime.of(17, 30)));

    private static final Duration GRID = Duration.ofMinutes(30);
    public static final Duration SHORTEST = Duration.ofMinutes(30);
    public static final Duration LONGEST = Duration.ofHours(4);

    /** @throws Refusal INVALID {@code interview.duration}, {@code interview.not-a-working-day}, {@code interview.outside-hours} */
    public void check(Slot slot) {
        Duration length = Duration.between(slot.startsAt(), slot.endsAt());
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw Refusal.invalid("interview.duration", "An interview takes half an hour to four hours");
        }
        ZonedDateTime start = slot.startsAt().atZone(zone);
        if (!workingDay.test(start.toLocalDate())) {
            throw Refusal.invalid("interview.not-a-working-day", start.toLocalDate() + " is a day off");
        }
        if (HALVES.stream().noneMatch(half -> within(half, start, slot))) {
            throw Refusal.invalid("interview.outside-hours", "Between 09:00 and 12:00 or 13:30 and 17:30 in " + zone);
        }
    }

    private boolean within(Half half, ZonedDateTime start, Slot slot) {
        LocalDate day = start.toLocalDate();
        return !slot.startsAt().isBefore(day.atTime(half.from()).atZone(zone).toInstant())
                && !slot.endsAt().isAfter(day.atTime(half.until()).atZone(zone).toInstant());
    }

    /** Slots of that length which begin on the half hour, start after {@code now} and overlap no engagement. */
    public List<Slot> free(LocalDate from, int days, Duration length, List<Slot> engaged, Instant now) {
        List<Slot> free = new ArrayList<>();
        from.datesUntil(from.plusDays(days))
                .filter(workingDay)
                .forEach(day -> HALVES.forEach(half -> {
                    Instant until = day.atTime(half.until()).atZone(zone).toInstant();
                    Instant start = day.atTime(half.from()).atZone(zone).toInstant();
                    for (; !start.plus(length).isAfter(until); start = start.plus(GRID)) {
                        Slot slot = new Slot(start, start.plus(length));
                        if (start.isAfter(now) && engaged.stream().noneMatch(slot::overlaps)) {
                            free.add(slot);
                        }
                    }
                }));
        return free;
    }
}
