package org.regulus.local.stack;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps one part up: starts it when what it needs is ready, and again whenever it died or stopped being well. */
final class Keeper {

    /** The paces of keeping; a test has shorter ones. */
    record Pace(
            Duration look,
            Duration healthEvery,
            int sickLooks,
            Duration firstBackoff,
            Duration mostBackoff,
            Duration settled) {

        static final Pace USUAL = new Pace(
                Duration.ofMillis(300),
                Duration.ofSeconds(5),
                6,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
    }

    enum State {
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        FAILED,
        STOPPED
    }

    private final Part part;
    private final Pace pace;
    private final Predicate<URI> well;
    private final Progress progress;
    private final CompletableFuture<Void> prepared = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    private volatile State state = State.WAITING;
    private volatile Part.Running running;
    private volatile int restarts;
    private Thread thread;

    Keeper(Part part, Pace pace, Predicate<URI> well, Progress progress) {
        this.part = part;
        this.pace = pace;
        this.well = well;
        this.progress = progress;
    }

    Part part() {
        return part;
    }

    CompletableFuture<Void> prepared() {
        return prepared;
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    State state() {
        return state;
    }

    int restarts() {
        return restarts;
    }

    long pid() {
        Part.Running now = running;
        return now == null ? 0 : now.pid();
    }

    void keep(CompletableFuture<?> needed) {
        thread = new Thread(() -> first(needed), "keep-" + part.name());
        thread.start();
    }

    private void first(CompletableFuture<?> needed) {
        try {
            part.prepare().run();
            prepared.complete(null);
            needed.join();
            start();
            ready.complete(null);
        } catch (RuntimeException failure) {
            become(State.FAILED);
            prepared.completeExceptionally(failure);
            ready.completeExceptionally(failure);
            return;
        }
        keepUp();
    }

    private void start() {
        if (ending.getCount() == 0) {
            throw new IllegalStateException("The stack is being stopped");
        }
        become(State.STARTING);
        running = part.start().get();
        become(State.READY);
        progress.say("%s ready at %s".formatted(part.name(), part.address()));
    }

    private void keepUp() {
        Duration backoff = pace.firstBackoff();
        while (true) {
            long since = System.nanoTime();
            String ended = watch();
            if (ending.getCount() == 0) {
                return;
            }
            if (System.nanoTime() - since > pace.settled().toNanos()) {
                backoff = pace.firstBackoff();
            }
            restarts++;
            become(State.RESTARTING);
            progress.say("%s %s; starting it again".formatted(part.name(), ended));
            backoff = again(backoff);
            if (backoff == null) {
                return;
            }
        }
    }

    /** @return the next backoff, or null when the stack ends */
    private Duration again(Duration backoff) {
        Duration wait = backoff;
        while (!endsWithin(wait)) {
            wait = wait.multipliedBy(2).compareTo(pace.mostBackoff()) > 0 ? pace.mostBackoff() : wait.multipliedBy(2);
            try {
                running.close();
                start();
                return wait;
            } catch (RuntimeException failure) {
                become(State.RESTARTING);
                progress.say("%s did not come back (%s); trying again in %d s"
                        .formatted(part.name(), failure.getMessage(), wait.toSeconds()));
            }
        }
        return null;
    }

    /** Returns when the part is no longer fit to be kept, with the reason. */
    private String watch() {
        long nextHealth = System.nanoTime() + pace.healthEvery().toNanos();
        int sick = 0;
        while (!endsWithin(pace.look())) {
            if (!running.alive()) {
                return "ended";
            }
            if (part.live().isPresent() && System.nanoTime() > nextHealth) {
                sick = well.test(part.live().get()) ? 0 : sick + 1;
                if (sick >= pace.sickLooks()) {
                    return "is not well";
                }
                nextHealth = System.nanoTime() + pace.healthEvery().toNanos();
            }
        }
        return "stopped";
    }

    private boolean endsWithin(Duration time) {
        try {
            return ending.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the part and keeps it no longer. */
    void end() {
        ending.countDown();
        Part.Running last = running;
        if (last != null) {
            last.close();
        }
        become(State.STOPPED);
    }

    private void become(State next) {
        state = next;
        progress.changed();
    }
}
