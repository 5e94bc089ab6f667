package org.regulus.campaign.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.regulus.campaign.bench.Surge.Filed;

/** Holds what the operators were told against what they did. */
final class SurgeFindings {

    /** The business clock is read over HTTP before the start, and answers take their way back. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(1);

    private final PrintStream out;
    private final Instant startedAt;
    private final Instant dueAt;

    /** @param startedAt what the business clock showed at the start */
    SurgeFindings(PrintStream out, Instant startedAt, Instant dueAt) {
        this.out = out;
        this.startedAt = startedAt;
        this.dueAt = dueAt;
    }

    /** @param submitted how many filings of these cases the service shows as submitted */
    boolean tell(List<Filed> filed, long submitted) {
        long late = filed.stream().filter(Filed::late).count();
        long numbers = filed.stream()
                .map(one -> one.receipt().path("number").asText())
                .distinct()
                .count();
        long wronglyMarked = filed.stream().filter(this::wronglyMarked).count();
        long wronglyTimed = filed.stream().filter(this::wronglyTimed).count();
        out.printf(
                "received in time %d, late %d; lost %d; marked wrongly %d; timed wrongly %d%n",
                filed.size() - late, late, filed.size() - Math.min(numbers, submitted), wronglyMarked, wronglyTimed);
        return numbers == filed.size() && submitted == filed.size() && wronglyMarked + wronglyTimed == 0;
    }

    /** By its own receipt, or because the operator held the answer in its hands before the deadline. */
    private boolean wronglyMarked(Filed one) {
        boolean answeredInTime = at(one.answered()).plus(CLOCKS_APART).isBefore(dueAt);
        return one.late() == one.receivedAt().isBefore(dueAt) || (one.late() && answeredInTime);
    }

    /** A receipt names an instant between the first try and the answer. */
    private boolean wronglyTimed(Filed one) {
        return one.receivedAt().isBefore(at(one.submitting()).minus(CLOCKS_APART))
                || one.receivedAt().isAfter(at(one.answered()).plus(CLOCKS_APART));
    }

    private Instant at(long nanosSinceStart) {
        return startedAt.plusNanos(nanosSinceStart);
    }
}
