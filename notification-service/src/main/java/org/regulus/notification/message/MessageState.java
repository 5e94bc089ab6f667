package org.regulus.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Where a message stands. A state has a method for each exit there is; an exit without a method does not exist. Instants named {@code
 * now}, {@code dueAt} and {@code until} are of the real clock, which pauses and leases need; {@code at} is of the business clock.
 */
public sealed interface MessageState {

    /** The directory has not told an address yet. */
    record Waiting(Instant until) implements MessageState {
        Planned addressKnown(Instant now) {
            return new Planned(0, now);
        }

        Failed giveUp(Instant at) {
            return new Failed(0, Failure.NO_ADDRESS, at);
        }
    }

    /** To be sent at {@code dueAt}, after so many attempts. */
    record Planned(int attempts, Instant dueAt) implements MessageState {
        Sending claim(Instant now, Duration lease) {
            return new Sending(attempts + 1, now.plus(lease));
        }

        Served acceptLate(Instant at) {
            return new Served(attempts, at);
        }
    }

    /** In the hands of one sender until its lease ends. */
    record Sending(int attempt, Instant until) implements MessageState {
        Served accept(Instant at) {
            return new Served(attempt, at);
        }

        Planned retry(Instant now, Duration pause) {
            return new Planned(attempt, now.plus(pause));
        }

        Failed giveUp(Failure why, Instant at) {
            return new Failed(attempt, why, at);
        }

        Unknown lose(Instant at) {
            return new Unknown(attempt, at);
        }
    }

    /** The mail server took it. */
    record Served(int attempts, Instant at) implements MessageState {
        Bounced bounce(Instant at) {
            return new Bounced(attempts, at);
        }
    }

    /** It came back: whoever the mail server gave it to could not deliver it. */
    record Bounced(int attempts, Instant at) implements MessageState {}

    record Failed(int attempts, Failure why, Instant at) implements MessageState {}

    enum Failure {
        /** None was told in time. */
        NO_ADDRESS,
        /** Too often. */
        REFUSED,
        /** It is none that anything could be sent to, however often. */
        ADDRESS_UNUSABLE;

        public static Failure of(String word) {
            return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
        }

        public String word() {
            return name().replace('_', '-').toLowerCase(Locale.ROOT);
        }
    }

    /** It may have been taken, and is not sent again. What comes back later was. */
    record Unknown(int attempts, Instant at) implements MessageState {
        Bounced bounce(Instant at) {
            return new Bounced(attempts, at);
        }
    }
}
