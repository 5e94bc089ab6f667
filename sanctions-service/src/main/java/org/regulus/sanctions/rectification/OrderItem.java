package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;

/**
 * One thing to put right, by its own date.
 *
 * @param dueAt the first instant at which it is late: the end of {@code dueOn} in the regulator's zone
 * @param statements what the operator said was done, in order
 * @param dueChanges how its date was moved, in order
 * @param daysFromService how long it has from service on, as long as the order was not served; until then {@code dueOn} is what it would be if
 *     it were served on the day on which it was made
 * @param verdicts what was found of it, in order; once passed an item stays passed
 */
public record OrderItem(
        UUID itemId,
        UUID findingId,
        String measure,
        LocalDate dueOn,
        Instant dueAt,
        List<Statement> statements,
        List<Verdict> verdicts,
        List<DueChange> dueChanges,
        Optional<Integer> daysFromService) {

    /** What the operator says was done, and the digests of what shows it. */
    public record Statement(String text, List<Evidence> evidence, Instant at) {
        public Statement {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    /** @param sha256 of the file, which stays with who has it */
    public record Evidence(String sha256, String description) {}

    /** What the authority found of it. @param by who found it; null in what was stored before that was noted */
    public record Verdict(boolean passed, String remark, Place place, String by, Instant at) {

        Optional<OfficerId> officer() {
            return Optional.ofNullable(by).map(OfficerId::new);
        }
    }

    /** Where it was verified. */
    public enum Place {
        ON_SITE,
        ON_PAPER
    }

    /** A date that was moved: the old value stays, with the reason. */
    public record DueChange(LocalDate from, LocalDate to, String reason, Instant at) {}

    public OrderItem {
        dueChanges = dueChanges == null ? List.of() : List.copyOf(dueChanges);
        statements = List.copyOf(statements);
        verdicts = List.copyOf(verdicts);
    }

    public static OrderItem of(UUID itemId, UUID findingId, String measure, LocalDate dueOn, Instant dueAt) {
        return new OrderItem(
                itemId, findingId, measure, dueOn, dueAt, List.of(), List.of(), List.of(), Optional.empty());
    }

    /** With a time that begins with service. */
    OrderItem fromService(int days) {
        return new OrderItem(
                itemId, findingId, measure, dueOn, dueAt, statements, verdicts, dueChanges, Optional.of(days));
    }

    public boolean isPassed() {
        return verdicts.stream().anyMatch(Verdict::passed);
    }

    /** Its time has not begun: the operator does not have the order yet. */
    public boolean awaitsService() {
        return daysFromService.isPresent();
    }

    public boolean isLate(Instant at) {
        return !awaitsService() && !at.isBefore(dueAt);
    }

    OrderItem with(Statement statement) {
        return new OrderItem(
                itemId,
                findingId,
                measure,
                dueOn,
                dueAt,
                plus(statements, statement),
                verdicts,
                dueChanges,
                daysFromService);
    }

    OrderItem with(Verdict verdict) {
        return new OrderItem(
                itemId,
                findingId,
                measure,
                dueOn,
                dueAt,
                statements,
                plus(verdicts, verdict),
                dueChanges,
                daysFromService);
    }

    /** With another date, which is one from then on; {@code end} is the end of that day. */
    OrderItem movedTo(LocalDate day, Instant end, String reason, Instant at) {
        return new OrderItem(
                itemId,
                findingId,
                measure,
                day,
                end,
                statements,
                verdicts,
                plus(dueChanges, new DueChange(dueOn, day, reason, at)),
                Optional.empty());
    }

    /** Its days are counted from that day, which is not counted; a date that was told never becomes an earlier one. */
    OrderItem served(LocalDate on, RegulatorCalendar calendar, Instant at) {
        if (!awaitsService()) {
            return this;
        }
        int days = daysFromService.orElseThrow();
        LocalDate day = calendar.rollForward(on.plusDays(days));
        return day.isAfter(dueOn)
                ? movedTo(day, calendar.endOf(day), "%d days from receipt on %s".formatted(days, on), at)
                : new OrderItem(
                        itemId, findingId, measure, dueOn, dueAt, statements, verdicts, dueChanges, Optional.empty());
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
