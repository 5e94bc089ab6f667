package org.regulus.notification.edge;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The scheduler's clock has seconds, and most tests wait for one of its ticks: here the same work is done between them, too, as a second instance
 * would. Whoever pauses the scheduler pauses that.
 */
public final class Pace implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 100;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    public Pace(Scheduler scheduler, Supplier<Uni<Void>> work) {
        thread.scheduleWithFixedDelay(
                () -> {
                    if (scheduler.isRunning()) {
                        done(work);
                    }
                },
                BETWEEN_MILLIS,
                BETWEEN_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** What goes wrong goes wrong in the scheduler's own look, too, and is told there. */
    private static void done(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable told) {
            return;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
