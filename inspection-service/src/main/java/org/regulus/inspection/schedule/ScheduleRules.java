package org.regulus.inspection.schedule;

import java.time.Duration;

/** What a plan must not do and what it should rather not, in points. What a pair of interviews does wrong counts once for each inspector they share. */
public final class ScheduleRules {

    /** Working days from the publication to the interview. */
    public static final int NOTICE_DAYS = 3;

    static final Duration TRAVEL_WITHIN_A_PROVINCE = Duration.ofMinutes(60);
    static final Duration TRAVEL_BETWEEN_PROVINCES = Duration.ofMinutes(240);

    static final int POINTS_FOR_TEN_MINUTES_OF_TRAVEL = 1;
    static final int POINTS_OTHER_PROVINCE_SAME_WEEK = 10;
    static final int POINTS_SAME_DAY = 5;
    static final int POINTS_SAME_WEEK = 1;
    static final int POINTS_NOT_PREFERRED = 20;
    static final int POINTS_CHANGED = 100;
    static final int POINTS_CHANGED_PER_DAY = 5;
    private static final int RISK_DIVISOR = 50;
    private static final int TEN = 10;

    private ScheduleRules() {}

    static Duration travel(Visit one, Visit other) {
        if (one.site().place().equals(other.site().place())) {
            return Duration.ZERO;
        }
        return one.site().province().equals(other.site().province())
                ? TRAVEL_WITHIN_A_PROVINCE
                : TRAVEL_BETWEEN_PROVINCES;
    }

    /** Two interviews at one place at a time. */
    public static boolean samePlace(Visit one, Term at, Visit other, Term then) {
        return at.day() == then.day() && one.site().place().equals(other.site().place()) && at.overlaps(then);
    }

    /** Nobody can be at both, or not in time. */
    public static boolean sameInspector(Visit one, Term at, Visit other, Term then) {
        return at.day() == then.day() && (at.overlaps(then) || at.gapTo(then).compareTo(travel(one, other)) < 0);
    }

    public static long travelPoints(Visit one, Term at, Visit other, Term then) {
        if (at.week() != then.week()) {
            return 0;
        }
        long points =
                at.day() == then.day() ? travel(one, other).toMinutes() / TEN * POINTS_FOR_TEN_MINUTES_OF_TRAVEL : 0;
        boolean far = !one.site().province().equals(other.site().province());
        return points + (far ? POINTS_OTHER_PROVINCE_SAME_WEEK : 0);
    }

    public static long loadPoints(Visit one, Term at, Visit other, Term then) {
        if (at.week() != then.week()) {
            return 0;
        }
        return POINTS_SAME_WEEK + (at.day() == then.day() ? POINTS_SAME_DAY : 0L);
    }

    public static long wishPoints(Visit visit, Term term) {
        return visit.wishes().met(term) ? 0 : POINTS_NOT_PREFERRED;
    }

    /** The riskier, the earlier. */
    public static long riskPoints(Visit visit, Term term) {
        return (long) visit.riskScore() * Math.max(0, term.day()) / RISK_DIVISOR;
    }

    /** What was announced stays, or moves little. */
    public static long changePoints(Visit visit, Term term) {
        Term announced = visit.announced();
        if (announced == null || announced.slot().equals(term.slot())) {
            return 0;
        }
        return POINTS_CHANGED + (long) POINTS_CHANGED_PER_DAY * Math.abs(announced.day() - term.day());
    }

    /** What the time costs whatever the other interviews do. */
    static long ownPoints(Visit visit, Term term) {
        return wishPoints(visit, term) + riskPoints(visit, term) + changePoints(visit, term);
    }
}
