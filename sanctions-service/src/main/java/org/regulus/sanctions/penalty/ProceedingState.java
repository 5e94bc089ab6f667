package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Where a proceeding stands. A state has a method for each exit there is; an exit without a method does not exist. */
public sealed interface ProceedingState
        permits ProceedingState.Undecided,
                Standing,
                ProceedingState.Revoked,
                ProceedingState.Transferred,
                ProceedingState.Withdrawn {

    /** A proceeding that nothing was decided in yet may be given up. */
    sealed interface Undecided extends ProceedingState {
        default Withdrawn withdraw(Instant at) {
            return new Withdrawn(at);
        }

        /** What turns out to be a crime goes to those who pursue crimes (Art. 27). */
        default Transferred transfer(Instant at) {
            return new Transferred(at);
        }
    }

    /** The operator was given notice: it may be decided once {@link #decidableFrom} has come. */
    sealed interface Heard extends Undecided {

        /** From when on a decision is lawful; empty: at once. */
        Optional<Instant> decidableFrom();

        default Standing.Decided decide(Decision decision, Instant at) {
            return new Standing.Decided(decision, at);
        }
    }

    /** The time to answer runs, and with it the time to ask for a hearing. */
    sealed interface Answering extends Heard {
        Instant noticedAt();

        Instant defenceUntil();

        /** With more time to answer. */
        Answering until(Instant later);

        default HearingRequested requestHearing(Instant at) {
            return new HearingRequested(at);
        }
    }

    /** The case is filed (Art. 54): it is investigated. */
    record Filed(Instant at) implements Undecided {
        Investigated closeInvestigation(Instant at) {
            return new Investigated(at);
        }
    }

    /** Somebody says what a penalty may follow from. */
    sealed interface Proposable extends Undecided {
        default Proposed propose(Instant at) {
            return new Proposed(at);
        }
    }

    /** The investigation is closed, and its report lies in the file. */
    record Investigated(Instant at) implements Proposable {}

    record Proposed(Instant at) implements Undecided {
        /** Where no legal review is due. */
        Noticed notice(Instant defenceUntil, Instant at) {
            return new Noticed(defenceUntil, at);
        }

        Approved approve(Instant at) {
            return new Approved(at);
        }

        Returned giveBack(Instant at) {
            return new Returned(at);
        }
    }

    record Returned(Instant at) implements Proposable {}

    record Approved(Instant at) implements Undecided {
        Noticed notice(Instant defenceUntil, Instant at) {
            return new Noticed(defenceUntil, at);
        }
    }

    /** @param defenceUntil the first instant after the defence period */
    record Noticed(Instant defenceUntil, Instant at) implements Answering {
        @Override
        public Optional<Instant> decidableFrom() {
            return Optional.of(defenceUntil);
        }

        @Override
        public Instant noticedAt() {
            return at;
        }

        @Override
        public Noticed until(Instant later) {
            return new Noticed(later, at);
        }

        Defended defend(String statement, Instant answeredAt) {
            return new Defended(statement, at, defenceUntil, answeredAt);
        }

        Waived waive(Instant at) {
            return new Waived(at);
        }
    }

    /** The period runs on: until it ends the operator may still ask for a hearing. */
    record Defended(String statement, Instant noticedAt, Instant defenceUntil, Instant at) implements Answering {
        @Override
        public Optional<Instant> decidableFrom() {
            return Optional.of(defenceUntil);
        }

        @Override
        public Defended until(Instant later) {
            return new Defended(statement, noticedAt, later, at);
        }
    }

    /** The operator expressly gave up its right to answer (Art. 45, 62). */
    record Waived(Instant at) implements Heard {
        @Override
        public Optional<Instant> decidableFrom() {
            return Optional.empty();
        }
    }

    /** Nothing is decided before the hearing was held. */
    record HearingRequested(Instant at) implements Undecided {
        HearingCalled call(String chair, LocalDate heldOn, Instant at) {
            return new HearingCalled(chair, heldOn, at);
        }
    }

    record HearingCalled(String chair, LocalDate heldOn, Instant at) implements Undecided {
        /** With another chair or day. */
        HearingCalled callAgain(String otherChair, LocalDate otherDay, Instant at) {
            return new HearingCalled(otherChair, otherDay, at);
        }

        HearingHeld hold(Instant at) {
            return new HearingHeld(at);
        }
    }

    record HearingHeld(Instant at) implements Heard {
        @Override
        public Optional<Instant> decidableFrom() {
            return Optional.empty();
        }
    }

    record Revoked(Outcome outcome, Instant at) implements ProceedingState {}

    record Transferred(Instant at) implements ProceedingState {}

    record Withdrawn(Instant at) implements ProceedingState {}
}
