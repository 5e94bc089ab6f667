package org.regulus.notification.officer;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * When an officer is written to. Times are those of the officer's zone; a time that a change of clocks leaves out counts as the next one
 * that exists. Times are whole seconds: a finer one is cut, because a database may round it up to an hour that no clock shows.
 *
 * @param digestAt when the one mail of a day goes out; needed for {@link Mode#DAILY}
 * @param quietFrom nothing goes out from then on
 * @param quietUntil until then; both or neither, and before {@code quietFrom} means on the next day
 */
public record MailHabit(Mode mode, LocalTime digestAt, LocalTime quietFrom, LocalTime quietUntil, ZoneId zone) {

    public MailHabit {
        digestAt = whole(digestAt);
        quietFrom = whole(quietFrom);
        quietUntil = whole(quietUntil);
    }

    /** Mails at once, without quiet hours: of what an officer said that cannot be read any more, nothing is held back. */
    public static MailHabit unheld(ZoneId zone) {
        return new MailHabit(Mode.EACH, null, null, null, zone);
    }

    private static LocalTime whole(LocalTime time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    public enum Mode {
        /** A mail for each message. */
        EACH,
        /** One mail a day that tells of all. */
        DAILY,
        NONE;

        public static Mode of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Everything that is wrong with it. */
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if ((quietFrom == null) != (quietUntil == null)) {
            flaws.add(new Flaw("/quietUntil", "mail-settings.quiet-hours", "Quiet hours have a beginning and an end"));
        } else if (quietFrom != null && quietFrom.equals(quietUntil)) {
            flaws.add(new Flaw("/quietUntil", "mail-settings.quiet-hours", "Quiet hours end before they begin again"));
        }
        if (mode == Mode.DAILY && digestAt == null) {
            flaws.add(new Flaw("/digestAt", "mail-settings.digest-at", "Say when the one mail of a day is to come"));
        } else if (mode == Mode.DAILY && flaws.isEmpty() && isQuiet(digestAt)) {
            flaws.add(new Flaw("/digestAt", "mail-settings.digest-at", "The one mail of a day comes in quiet hours"));
        }
        return flaws;
    }

    /** When what is ready now goes out. */
    public Instant notBefore(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return isQuiet(local.toLocalTime()) ? next(quietUntil, local) : now;
    }

    /** When the next mail of a day goes out. */
    public Instant nextDigest(Instant now) {
        return next(digestAt, now.atZone(zone));
    }

    private boolean isQuiet(LocalTime time) {
        if (quietFrom == null) {
            return false;
        }
        boolean afterBegin = !time.isBefore(quietFrom);
        boolean beforeEnd = time.isBefore(quietUntil);
        return quietFrom.isBefore(quietUntil) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }

    private Instant next(LocalTime time, ZonedDateTime local) {
        ZonedDateTime today = local.toLocalDate().atTime(time).atZone(zone);
        ZonedDateTime next = today.isAfter(local)
                ? today
                : local.toLocalDate().plusDays(1).atTime(time).atZone(zone);
        return next.toInstant();
    }
}
