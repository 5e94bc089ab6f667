package org.regulus.sanctions.ruleset;

import java.time.LocalDate;
import java.util.Arrays;
import org.regulus.sanctions.RegulatorCalendar;

/** A length of time that the law names, in the days or months it counts. The day on which it starts is not counted. */
public record Period(int length, Unit unit, Provenance provenance) {

    /** What is counted. */
    public enum Unit {
        /** All days; a period that would end on a day off ends on the next working day. */
        CALENDAR("calendar-days", "日", "days"),
        WORKING("working-days", "个工作日", "working days"),
        /** Whole months; the end rolls forward as that of calendar days does. */
        MONTHS("months", "个月", "months"),
        /** Whole months that end on their day, be it a day off: no one has to act on it, so nothing is gained by waiting. */
        EXACT_MONTHS("exact-months", "个月", "months");

        private final String code;
        private final String zh;
        private final String en;

        Unit(String code, String zh, String en) {
            this.code = code;
            this.zh = zh;
            this.en = en;
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
        if (length < 1) {
            throw new IllegalArgumentException("A period has at least one unit, not " + length);
        }
    }

    /** On a Chinese paper: {@code 10个工作日}. */
    public String zh() {
        return length + unit.zh;
    }

    /** On an English one: {@code 10 working days}. */
    public String en() {
        return length + " " + unit.en;
    }

    /** The last day of the period that starts on {@code start}. */
    public LocalDate lastDay(LocalDate start, RegulatorCalendar calendar) {
        return switch (unit) {
            case CALENDAR -> calendar.rollForward(start.plusDays(length));
            case WORKING -> calendar.plusWorkingDays(start, length);
            case EXACT_MONTHS -> start.plusMonths(length);
            case MONTHS -> calendar.rollForward(start.plusMonths(length));
        };
    }
}
