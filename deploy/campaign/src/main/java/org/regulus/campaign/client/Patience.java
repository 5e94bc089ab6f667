package org.regulus.campaign.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes by events, by looking again and again, never longer than its bound. */
public final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private Patience() {}

    /** @param state what to tell the user when it does not come */
    public static void await(String what, Duration atMost, BooleanSupplier come, Supplier<String> state) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Waited %d s in vain for: %s. %s".formatted(atMost.toSeconds(), what, state.get()));
            }
            pause(BETWEEN_LOOKS);
        }
    }

    public static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException asked) {
            throw Http.interrupted(asked);
        }
    }
}
