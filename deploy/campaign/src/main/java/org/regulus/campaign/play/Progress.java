package org.regulus.campaign.play;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One line for each step: how long the play has run, what day it is in it, what happened. */
public final class Progress {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private final PrintStream out;
    private final long start = System.nanoTime();
    private volatile Instant day;

    public Progress(PrintStream out) {
        this.out = out;
    }

    void itIs(Instant now) {
        day = now;
    }

    public void say(String what, Object... values) {
        String date = day == null ? "          " : DAY.format(day);
        out.printf("%6.1f s  %s  %s%n", seconds(), date, what.formatted(values));
    }

    public void plain(String line) {
        out.println(line);
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
