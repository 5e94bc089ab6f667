package org.regulus.sanctions;

import java.time.Instant;
import java.time.LocalDate;

/** The regulator's dates: all in its own zone, with the State Council's days off and make-up days. */
public interface RegulatorCalendar {

    LocalDate dateOf(Instant at);

    /** The first instant after {@code day}: a duty due on that day is met strictly before it. */
    Instant endOf(LocalDate day);

    /** The {@code days}-th working day after {@code start}, which itself is not counted. */
    LocalDate plusWorkingDays(LocalDate start, int days);

    /** {@code day}, or the next working day when it is a day off. */
    LocalDate rollForward(LocalDate day);
}
