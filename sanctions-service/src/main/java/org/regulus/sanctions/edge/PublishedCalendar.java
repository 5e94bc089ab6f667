package org.regulus.sanctions.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.regulus.common.time.WorkingDays;
import org.regulus.common.time.Zones;
import org.regulus.sanctions.RegulatorCalendar;

/** The regulator's calendar as the State Council publishes it. */
@ApplicationScoped
public class PublishedCalendar implements RegulatorCalendar {

    private final WorkingDays workingDays;

    public PublishedCalendar(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    @Override
    public LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, Zones.REGULATOR);
    }

    @Override
    public Instant endOf(LocalDate day) {
        return Zones.endOf(day);
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        return workingDays.plus(start, days);
    }

    @Override
    public LocalDate rollForward(LocalDate day) {
        return workingDays.rollForward(day);
    }
}
