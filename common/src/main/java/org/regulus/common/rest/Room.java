package org.regulus.common.rest;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Room for so many requests at once. Who finds none is told when it is worth coming again: the more come than are served, the later, and
 * not all at the same instant, so that turning a crowd away does not become the work. Times are {@link System#nanoTime()}.
 */
final class Room {

    private static final long SECOND = 1_000_000_000L;
    private static final double FASTEST_CHANGE = 2;
    private static final double SLOWEST_CHANGE = 0.8;

    private final int max;
    private final int longestWaitSeconds;
    private int inside;
    private long second;
    private int came;
    private int left;
    private int turnedAway;
    private double waitSeconds = 1;

    Room(int max, int longestWaitSeconds) {
        this.max = max;
        this.longestWaitSeconds = longestWaitSeconds;
    }

    /** Whether there was room; who got in leaves again. */
    synchronized boolean enter(long now) {
        pass(now);
        came++;
        if (inside == max) {
            turnedAway++;
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave(long now) {
        pass(now);
        inside--;
        left++;
    }

    synchronized int inside() {
        return inside;
    }

    synchronized int comeAgainInSeconds() {
        return (int) Math.ceil(waitSeconds * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
    }

    /**
     * With n waiting and s served in a second, a wait of n/s lets as many come as can be served. Each second corrects the last one's guess:
     * longer by how many more came than left, shorter when nobody was turned away.
     */
    private void pass(long now) {
        long current = Math.floorDiv(now, SECOND);
        if (current == second) {
            return;
        }
        double change = turnedAway == 0 ? SLOWEST_CHANGE : Math.min((double) came / Math.max(1, left), FASTEST_CHANGE);
        waitSeconds = current > second + 1 ? 1 : Math.max(1, Math.min(waitSeconds * change, longestWaitSeconds));
        came = 0;
        left = 0;
        turnedAway = 0;
        second = current;
    }
}
