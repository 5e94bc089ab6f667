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
 * @param verdicts what was found of it, in order; once passed an item stays passed
 */
public record OrderItem(
        UUID itemId,
        UUID findingId,
        String measure,
        LocalDate dueOn,
        Instant dueAt,
        List<Statement> statements,
        List<Verdict> verdicts) {

    /** What the operator says was done. */
    public record Statement(String text, Instant at) {}

    /** What the authority found of it. */
    public record Verdict(boolean passed, String remark, Instant at) {}

    public OrderItem {
        statements = List.copyOf(statements);
        verdicts = List.copyOf(verdicts);
    }

    public static OrderItem of(UUID itemId, UUID findingId, String measure, LocalDate dueOn, Instant dueAt) {
        return new OrderItem(itemId, findingId, measure, dueOn, dueAt, List.of(), List.of());
    }

    public boolean isPassed() {
        return verdicts.stream().anyMatch(Verdict::passed);
    }

    public boolean isLate(Instant at) {
        return !at.isBefore(dueAt);
    }

    OrderItem with(Statement statement) {
        return new OrderItem(itemId, findingId, measure, dueOn, dueAt, plus(statements, statement), verdicts);
    }

    OrderItem with(Verdict verdict) {
        return new OrderItem(itemId, findingId, measure, dueOn, dueAt, statements, plus(verdicts, verdict));
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
