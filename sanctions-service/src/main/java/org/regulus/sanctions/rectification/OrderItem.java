package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One thing to put right, by its own date.
 *
 * @param dueAt the first instant at which it is late: the end of {@code dueOn} in the regulator's zone
 * @param statements what the operator said was done, in order
 * @param dueChanges how its date was moved, in order
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
        List<DueChange> dueChanges) {

    /** What the operator says was done, and the digests of what shows it. */
    public record Statement(String text, List<Evidence> evidence, Instant at) {
        public Statement {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    /** @param sha256 of the file, which stays with who has it */
    public record Evidence(String sha256, String description) {}

    /** What the authority found of it. */
    public record Verdict(boolean passed, String remark, Place place, Instant at) {}

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
        return new OrderItem(itemId, findingId, measure, dueOn, dueAt, List.of(), List.of(), List.of());
    }

    public boolean isPassed() {
        return verdicts.stream().anyMatch(Verdict::passed);
    }

    public boolean isLate(Instant at) {
        return !at.isBefore(dueAt);
    }

    OrderItem with(Statement statement) {
        return new OrderItem(
                itemId, findingId, measure, dueOn, dueAt, plus(statements, statement), verdicts, dueChanges);
    }

    OrderItem with(Verdict verdict) {
        return new OrderItem(itemId, findingId, measure, dueOn, dueAt, statements, plus(verdicts, verdict), dueChanges);
    }

    /** With another date; {@code end} is the end of that day. */
    OrderItem movedTo(LocalDate day, Instant end, String reason, Instant at) {
        return new OrderItem(
                itemId,
                findingId,
                measure,
                day,
                end,
                statements,
                verdicts,
                plus(dueChanges, new DueChange(dueOn, day, reason, at)));
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
