package org.regulus.common.time;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The regulator's zone and the instant at which a day ends there. */
public final class Zones {

    /** All MIIT dates are dates in this zone; it has had no daylight saving since 1991. */
    public static final ZoneId REGULATOR = ZoneId.of("Asia/Shanghai");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private Zones() {}

    /**
     * On a date or an instant that somebody sends: of the years 2000 to 2100 in the regulator's zone, so that no calendar, database or
     * addition of days comes to its end. What is absent is right.
     */
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {OfDate.class, OfInstant.class})
    public @interface ThisCentury {
        String message() default "must be of the years 2000 to 2100";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static class OfDate implements ConstraintValidator<ThisCentury, LocalDate> {
        @Override
        public boolean isValid(LocalDate date, ConstraintValidatorContext context) {
            return date == null || date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
        }
    }

    public static class OfInstant implements ConstraintValidator<ThisCentury, Instant> {
        @Override
        public boolean isValid(Instant instant, ConstraintValidatorContext context) {
            return instant == null || !instant.isBefore(first(FIRST_YEAR)) && instant.isBefore(first(LAST_YEAR + 1));
        }

        private static Instant first(int year) {
            return LocalDate.of(year, 1, 1).atStartOfDay(REGULATOR).toInstant();
        }
    }

    /** The first instant after {@code day} in the regulator's zone: a duty due on that day is met strictly before it. */
    public static Instant endOf(LocalDate day) {
        return endOf(day, REGULATOR);
    }

    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
