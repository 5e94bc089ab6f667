package org.regulus.campaign.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says every few seconds how far something is, and notices when it does not get on. */
final class Pulse {

    private static final Duration SAID_EVERY = Duration.ofSeconds(3);

    private final String what;
    private final Duration patience;
    private final LongSupplier nanos;
    private final PrintStream out;
    private final long start;
    private long said;
    private long moved;
    private long reached;

    /** @param patience for how long it may stand still */
    Pulse(String what, Duration patience, LongSupplier nanos, PrintStream out) {
        this.what = what;
        this.patience = patience;
        this.nanos = nanos;
        this.out = out;
        this.start = nanos.getAsLong();
        this.said = start;
        this.moved = start;
    }

    void at(long done, long of) {
        long now = nanos.getAsLong();
        if (done > reached) {
            reached = done;
            moved = now;
        }
        if (now - moved > patience.toNanos()) {
            throw new IllegalStateException("%s: stands at %d of %d for %s".formatted(what, done, of, patience));
        }
        if (now - said >= SAID_EVERY.toNanos()) {
            said = now;
            out.println(
                    String.format(Locale.ROOT, "  %s: %d of %d, %.0f/s", what, done, of, done / ((now - start) / 1e9)));
        }
    }

    double seconds() {
        return (nanos.getAsLong() - start) / 1e9;
    }
}
