package org.regulus.sanctions;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** The regulator's calendar around the National Day of 2019: 1 to 7 October off, Sunday 29 September and Saturday 12 October worked. */
public final class Autumn2019 implements RegulatorCalendar {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<LocalDate> WORKED = Set.of(LocalDate.of(2019, 9, 29), LocalDate.of(2019, 10, 12));

    @Override
    public LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }

    @Override
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        LocalDate day = start;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            counted += isWorked(day) ? 1 : 0;
        }
        return day;
    }

    @Override
    public LocalDate rollForward(LocalDate day) {
        return isWorked(day) ? day : rollForward(day.plusDays(1));
    }

    private static boolean isWorked(LocalDate day) {
        boolean nationalDay = day.getYear() == 2019 && day.getMonthValue() == 10 && day.getDayOfMonth() <= 7;
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return WORKED.contains(day) || !weekend && !nationalDay;
    }
}
