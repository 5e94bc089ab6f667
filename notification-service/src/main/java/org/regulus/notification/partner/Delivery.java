package org.regulus.notification.partner;

import java.time.Duration;
import java.time.Instant;

/**
 * How the deliveries of a subscription fare.
 *
 * @param failures in a row
 * @param failingSince the first of them, or null when the last delivery was taken
 * @param dueAt when the next is tried
 * @param disabled given up: nothing more is sent until its owner says so
 */
public record Delivery(int failures, Instant failingSince, Instant dueAt, boolean disabled) {

    private static final int DOUBLINGS_MAX = 30;

    /** What the receiver answered. */
    public enum Answer {
        TAKEN,
        REFUSED,
        /** 410: it wants no more. */
        GONE
    }

    /**
     * @param pause after the first failure; it doubles with each further one
     * @param giveUp after failing for so long
     */
    public record Patience(Duration pause, Duration longestPause, Duration giveUp) {}

    public static Delivery fresh(Instant now) {
        return new Delivery(0, null, now, false);
    }

    /** @param jitter from 0 to 1: receivers that failed together are not tried together again */
    public Delivery after(Answer answer, Instant now, double jitter, Patience patience) {
        if (answer == Answer.TAKEN) {
            return fresh(now);
        }
        Instant since = failingSince == null ? now : failingSince;
        boolean givenUp = answer == Answer.GONE || !now.isBefore(since.plus(patience.giveUp()));
        Duration grown = patience.pause().multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
        Duration pause = grown.compareTo(patience.longestPause()) < 0 ? grown : patience.longestPause();
        Duration half = pause.dividedBy(2);
        return new Delivery(failures + 1, since, now.plus(half).plusNanos((long) (half.toNanos() * jitter)), givenUp);
    }
}
