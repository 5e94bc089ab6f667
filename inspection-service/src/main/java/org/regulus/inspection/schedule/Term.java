package org.regulus.inspection.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.regulus.inspection.OfficeHours.Slot;

/**
 * A time at which an interview can be.
 *
 * @param day counted in days from the first of the period: two terms of the same day have the same
 * @param week the same for two terms of the same week, Monday to Sunday
 */
public record Term(Slot slot, int day, int week) {

    private static final int DAYS_OF_A_WEEK = 7;

    public static Term of(Slot slot, LocalDate first, ZoneId zone) {
        LocalDate date = slot.startsAt().atZone(zone).toLocalDate();
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        int day = (int) ChronoUnit.DAYS.between(first, date);
        return new Term(slot, day, Math.floorDiv((int) ChronoUnit.DAYS.between(monday, date), DAYS_OF_A_WEEK));
    }

    public Instant startsAt() {
        return slot.startsAt();
    }

    /** How long one has from the end of the earlier to the start of the later; negative when they overlap. */
    Duration gapTo(Term other) {
        return slot.startsAt().isBefore(other.slot.startsAt())
                ? Duration.between(slot.endsAt(), other.slot.startsAt())
                : Duration.between(other.slot.endsAt(), slot.startsAt());
    }

    boolean overlaps(Term other) {
        return slot.overlaps(other.slot);
    }
}
