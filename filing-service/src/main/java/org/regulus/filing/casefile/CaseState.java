package org.regulus.filing.casefile;

import java.time.Instant;

/** Where a case stands. A state has a method for each exit; an exit without a method does not exist. */
public sealed interface CaseState {

    record Open() implements CaseState {
        Overdue fallOverdue(Instant at) {
            return new Overdue(at);
        }

        /** More time was asked for, or given: it is as open as before. */
        Open extend() {
            return this;
        }

        Open assign() {
            return this;
        }

        /** What it is asked was corrected. */
        Open correct() {
            return this;
        }

        Closed close(CaseOutcome outcome, Instant at) {
            return new Closed(outcome, at);
        }
    }

    record Overdue(Instant at) implements CaseState {
        Overdue assign() {
            return this;
        }

        Closed close(CaseOutcome outcome, Instant at) {
            return new Closed(outcome, at);
        }
    }

    record Closed(CaseOutcome outcome, Instant at) implements CaseState {}

    /** The state as it stands in the API and in the database. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    static CaseState of(String word, String outcome, Instant at) {
        return switch (word) {
            case "open" -> new Open();
            case "overdue" -> new Overdue(at);
            case "closed" -> new Closed(CaseOutcome.of(outcome), at);
            default -> throw new IllegalStateException("No such case state: " + word);
        };
    }
}
