package org.regulus.sanctions.ruleset;

import java.time.LocalDate;
import org.regulus.sanctions.RegulatorCalendar;

/**
 * A time limit of the procedure: how long, from when, for whom, and what follows when it passes.
 *
 * @param from the code of what starts it
 * @param by who has to act: {@code authority} or {@code operator}
 * @param otherwise what follows when nothing is done, for people
 */
public record Limit(String code, Period period, String from, String by, String otherwise) {

    /** The limits that the procedure of this service counts; a rule set may name more, for people to read. */
    public static final String DEFENCE = "defence";

    public static final String PAYMENT = "payment";

    public LocalDate lastDay(LocalDate start, RegulatorCalendar calendar) {
        return period.lastDay(start, calendar);
    }
}
