package org.regulus.common.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The regulator's zone and the instant at which a day ends there. */
public final class Zones {

    /** All MIIT dates are dates in this zone; it has had no daylight saving since 1991. */
    public static final ZoneId REGULATOR = ZoneId.of("Asia/Shanghai");

    private Zones() {}

    /** The first instant after {@code day} in the regulator's zone: a duty due on that day is met strictly before it. */
    public static Instant endOf(LocalDate day) {
        return endOf(day, REGULATOR);
    }

    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
