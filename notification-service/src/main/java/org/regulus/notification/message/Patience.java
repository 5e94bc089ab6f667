package org.regulus.notification.message;

import java.time.Duration;

/**
 * How often, and how long.
 *
 * @param attemptsMax after so many refusals a message has failed
 * @param pause after the first refusal; it doubles with each further one
 * @param longestPause that a pause grows to
 * @param lease how long a message is left to the sender that claimed it
 * @param contact how long a message waits for an address
 * @param resendsUnknown whether a mail goes out again of which nobody knows whether it was taken
 */
public record Patience(
        int attemptsMax,
        Duration pause,
        Duration longestPause,
        Duration lease,
        Duration contact,
        boolean resendsUnknown) {

    private static final int DOUBLINGS_MAX = 30;

    Duration pauseAfter(int attempt) {
        Duration grown = pause.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS_MAX));
        return grown.compareTo(longestPause) < 0 ? grown : longestPause;
    }
}
