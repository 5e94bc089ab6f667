package org.regulus.sanctions.ruleset;

import java.time.LocalDate;
import java.util.Arrays;
import org.regulus.sanctions.RegulatorCalendar;

/** A length of time that the law names, in the days it counts. The day on which it starts is not counted. */
public record Period(int days, Unit unit, Provenance provenance) {

    /** Which days count. */
    public enum Unit {
        /** All days; a period that would end on a day off ends on the next working day. */
        CALENDAR("calendar-days"),
        WORKING("working-days");

        private final String code;

        Unit(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Unit of(String code) {
            return Arrays.stream(values())
                    .filter(unit -> unit.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown unit of a period: " + code));
        }
    }

    public Period {
        if (days < 1) {
            throw new IllegalArgumentException("A period has at least one day, not " + days);
        }
    }

    /** The last day of the period that starts on {@code start}. */
    public LocalDate lastDay(LocalDate start, RegulatorCalendar calendar) {
        return switch (unit) {
            case CALENDAR -> calendar.rollForward(start.plusDays(days));
            case WORKING -> calendar.plusWorkingDays(start, days);
        };
    }
}
