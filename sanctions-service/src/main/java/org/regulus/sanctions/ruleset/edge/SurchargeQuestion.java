package org.regulus.sanctions.ruleset.edge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.time.Era;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.SurchargeRule.Pause;

/** What is asked of the calculator, once it makes sense. */
record SurchargeQuestion(Money fine, LocalDate dueOn, LocalDate on, List<Pause> pauses) {

    private static final long MOST_MINOR = 1_000_000_000_000_000L;
    private static final int MOST_YEARS = 10;
    private static final int MOST_PAUSES = 20;

    static SurchargeQuestion read(String fineMinor, String currency, String dueOn, String on, List<String> pauses) {
        List<Flaw> flaws = new ArrayList<>();
        Money fine = part(
                flaws,
                "fineMinor",
                "fineMinor is a whole number of minor units up to %d, currency one such as CNY".formatted(MOST_MINOR),
                () -> fine(fineMinor, currency));
        LocalDate due = part(flaws, "dueOn", "dueOn is a date such as 2026-01-05", () -> date(dueOn));
        LocalDate end = part(flaws, "on", "on is a date such as 2026-02-08", () -> date(on));
        List<Pause> paused = part(
                flaws,
                "pause",
                "pause is two dates in order such as 2026-01-10/2026-01-20, at most %d times".formatted(MOST_PAUSES),
                () -> pauses(pauses));
        if (due != null && end != null && end.isAfter(due.plusYears(MOST_YEARS))) {
            flaws.add(flaw("on", "on is at most %d years after dueOn".formatted(MOST_YEARS)));
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("surcharge.invalid", "The surcharge cannot be calculated from this", flaws);
        }
        return new SurchargeQuestion(fine, due, end, paused);
    }

    private static <T> T part(List<Flaw> flaws, String name, String wanted, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            flaws.add(flaw(name, wanted));
            return null;
        }
    }

    private static Flaw flaw(String name, String wanted) {
        return new Flaw("/" + name, "surcharge.parameter-invalid", wanted);
    }

    private static Money fine(String minor, String currency) {
        Money read = Money.of(Long.parseLong(present(minor)), present(currency));
        if (read.minor() > MOST_MINOR) {
            throw new IllegalArgumentException("More than any fine");
        }
        return read;
    }

    private static List<Pause> pauses(List<String> written) {
        if (written.size() > MOST_PAUSES) {
            throw new IllegalArgumentException("Too many pauses");
        }
        return written.stream().map(SurchargeQuestion::pause).toList();
    }

    private static Pause pause(String written) {
        String[] ends = written.split("/", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("Not two dates");
        }
        return new Pause(date(ends[0]), date(ends[1]));
    }

    private static LocalDate date(String written) {
        return Era.kept(LocalDate.parse(present(written)));
    }

    private static String present(String written) {
        if (written == null) {
            throw new IllegalArgumentException("Absent");
        }
        return written;
    }
}
