package org.regulus.common.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Counts working days: Monday to Friday, except the days off that the State Council publishes, plus the weekend days it declares
 * worked in exchange. A date after the last published year is counted by weekdays alone and is {@linkplain #provisional provisional}.
 */
public final class WorkingDays {

    private final Map<LocalDate, Boolean> published;
    private final int lastPublishedYear;

    /** @param published per listed date whether it is a day off; all other dates follow their weekday */
    public WorkingDays(Map<LocalDate, Boolean> published) {
        this.published = Map.copyOf(published);
        this.lastPublishedYear =
                published.keySet().stream().mapToInt(LocalDate::getYear).max().orElse(0);
    }

    public boolean isWorkingDay(LocalDate day) {
        Boolean off = published.get(day);
        return off != null ? !off : day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    /** The {@code days}-th working day after {@code start}; the start itself is not counted (Civil Procedure Law, Art. 85). */
    public LocalDate plus(LocalDate start, int days) {
        LocalDate day = start;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /** {@code day}, or the next working day when it is a day off: a period in calendar days does not end on a day off. */
    public LocalDate rollForward(LocalDate day) {
        LocalDate rolled = day;
        while (!isWorkingDay(rolled)) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    /** Whether the holidays of that year had not been published when this calendar was made, so that the date may still move. */
    public boolean provisional(LocalDate day) {
        return day.getYear() > lastPublishedYear;
    }
}
