package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;

/** It is decided, and the decision stands. */
public sealed interface Standing extends ProceedingState {
    Decision decision();

    default ProceedingState.Revoked revoke(Instant at) {
        return new ProceedingState.Revoked(decision().outcome(), at);
    }

    /** A fine may be paid. */
    sealed interface Payable extends Standing {
        default Paid pay(LocalDate paidOn, Instant at) {
            return new Paid(decision(), paidOn, at);
        }

        /** With the last part of what was decided. */
        default Closed close(Instant at) {
            return new Closed(decision(), at);
        }
    }

    record Decided(Decision decision, Instant at) implements Payable {
        Served serve(Decision payableFromService, Instant at) {
            return new Served(payableFromService, at);
        }
    }

    /** The operator has it: its periods run. */
    record Served(Decision decision, Instant at) implements Payable {
        /** There is more time to pay. */
        Served payable(Decision longer) {
            return new Served(longer, at);
        }

        /** A challenge made the fine smaller. */
        Served change(Decision smaller, Instant at) {
            return new Served(smaller, at);
        }
    }

    record Paid(Decision decision, LocalDate paidOn, Instant at) implements Standing {
        Closed close(Instant at) {
            return new Closed(decision, at);
        }
    }

    /** What is revoked or made smaller now was carried out: what is given back is outside this system. */
    record Closed(Decision decision, Instant at) implements Standing {
        Closed change(Decision smaller) {
            return new Closed(smaller, at);
        }
    }
}
