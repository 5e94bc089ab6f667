package org.regulus.filing;

import java.time.Instant;

/** Where a filing stands. A state has a method for each exit; an exit without a method does not exist. */
public sealed interface FilingState {

    record Draft() implements FilingState {
        Submitted submit(Instant at, boolean late) {
            return new Submitted(1, at, late);
        }
    }

    /** @param late whether the <em>first</em> submission came after the deadline; a correction does not change it */
    record Submitted(int submission, Instant at, boolean late) implements FilingState {
        Returned sendBack(Instant at) {
            return new Returned(submission, at, late);
        }

        Accepted accept(Instant at) {
            return new Accepted(submission, at, late);
        }

        Withdrawn withdraw(Instant at) {
            return new Withdrawn(submission, at);
        }
    }

    /** Taken back by the operator before the deadline: as if nothing had been filed. */
    record Withdrawn(int submission, Instant at) implements FilingState {
        Submitted submit(Instant at, boolean late) {
            return new Submitted(submission + 1, at, late);
        }
    }

    record Returned(int submission, Instant at, boolean late) implements FilingState {
        Submitted submit(Instant at) {
            return new Submitted(submission + 1, at, late);
        }
    }

    record Accepted(int submission, Instant at, boolean late) implements FilingState {}

    /** The state as it stands in the API and in the database. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    static FilingState of(String word, int submission, Instant at, boolean late) {
        return switch (word) {
            case "draft" -> new Draft();
            case "submitted" -> new Submitted(submission, at, late);
            case "withdrawn" -> new Withdrawn(submission, at);
            case "returned" -> new Returned(submission, at, late);
            case "accepted" -> new Accepted(submission, at, late);
            default -> throw new IllegalStateException("No such filing state: " + word);
        };
    }
}
