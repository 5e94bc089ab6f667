package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Where an order stands. A state has a method for each exit there is; an exit without a method does not exist. */
public sealed interface OrderState {

    /** Not fulfilled yet: the operator's time can be stopped. */
    sealed interface Open extends OrderState {
        default Suspended suspend(LocalDate on, Instant at) {
            return new Suspended(this, on, at);
        }
    }

    /** Waiting for the operator's report. */
    record Ordered(Instant at) implements Open {
        Reported report(boolean late, Instant at) {
            return new Reported(late, at);
        }

        Overdue overdue(Set<UUID> items, Instant at) {
            return new Overdue(items, at);
        }
    }

    /** At least one item's date has passed without a report. A report is still taken, and is late. */
    record Overdue(Set<UUID> items, Instant at) implements Open {
        public Overdue {
            items = Set.copyOf(items);
        }

        Reported report(Instant at) {
            return new Reported(true, at);
        }

        /** These got another date: no delay is left of them. */
        Open without(Set<UUID> extended, Instant at) {
            Set<UUID> left = new TreeSet<>(items);
            left.removeAll(extended);
            return left.isEmpty() ? new Ordered(at) : new Overdue(left, at);
        }

        /** The date of further items has passed, too. */
        Overdue overdue(Set<UUID> more, Instant at) {
            Set<UUID> all = new TreeSet<>(items);
            all.addAll(more);
            return new Overdue(all, at);
        }
    }

    record Reported(boolean late, Instant at) implements Open {
        Verified verify(Instant at) {
            return new Verified(at);
        }

        Rejected reject(Set<UUID> items, Instant at) {
            return new Rejected(items, at);
        }
    }

    /** At least one item was found not to be put right. It may be reported again; its dates no longer matter. */
    record Rejected(Set<UUID> items, Instant at) implements Open {
        public Rejected {
            items = Set.copyOf(items);
        }

        Reported report(boolean late, Instant at) {
            return new Reported(late, at);
        }

        /** A new term: it waits for the operator again. */
        Ordered renew(Instant at) {
            return new Ordered(at);
        }

        Referred refer(Instant at) {
            return new Referred(items, at);
        }
    }

    /** Rejected, and handed over to those who pursue it. Only a new term brings it back. */
    record Referred(Set<UUID> items, Instant at) implements OrderState {
        public Referred {
            items = Set.copyOf(items);
        }

        Ordered renew(Instant at) {
            return new Ordered(at);
        }
    }

    /** Everything is put right. */
    record Verified(Instant at) implements OrderState {}

    /** The operator cannot be inspected. Nothing is due meanwhile; afterwards it goes on where it stopped. */
    record Suspended(Open before, LocalDate on, Instant at) implements OrderState {
        Open resume() {
            return before;
        }
    }
}
