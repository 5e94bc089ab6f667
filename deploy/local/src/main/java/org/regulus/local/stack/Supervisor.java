package org.regulus.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.regulus.local.Server;

/** Starts the parts, each as soon as what it needs is ready, keeps them up, and ends them in order when it is asked to end. */
final class Supervisor implements Progress {

    static final String READY = "ready";

    private final Layout layout;
    private final Ports ports;
    private final long began = System.nanoTime();
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private boolean stopped;

    Supervisor(Layout layout, Ports ports) {
        this.layout = layout;
        this.ports = ports;
    }

    /** Returns only when a part could not be started for the first time. */
    void run() throws InterruptedException {
        try (FileChannel channel = FileChannel.open(
                        layout.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new Sorry("Another deploy/up is at work.");
            }
            layout.supervisor().write(ProcessHandle.current());
            Server.notePidsIn(layout.run());
            Server.atExit(this::stop);
            layout.write(layout.addresses(), Addresses.of(ports));
            for (Part part : new StackParts(layout, ports, this).all()) {
                keepers.put(part.name(), new Keeper(part, Keeper.Pace.USUAL, Server::answers, this));
            }
            keepers.values().forEach(keeper -> keeper.keep(needs(keeper.part())));
            awaitAll();
            layout.write(layout.outcome(), READY);
            Thread.currentThread().join();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private CompletableFuture<?> needs(Part part) {
        return CompletableFuture.allOf(
                part.after().stream().map(name -> keepers.get(name).ready()).toArray(CompletableFuture[]::new));
    }

    private void awaitAll() {
        for (Keeper keeper : keepers.values()) {
            keeper.ready().whenComplete((ready, failure) -> {
                if (failure != null) {
                    fail(keeper, failure instanceof CompletionException ? failure.getCause() : failure);
                }
            });
        }
        CompletableFuture.allOf(keepers.values().stream().map(Keeper::ready).toArray(CompletableFuture[]::new))
                .exceptionally(told -> null)
                .join();
    }

    /** The first to fail tells why; that others then fail for want of it tells nothing. */
    private synchronized void fail(Keeper keeper, Throwable why) {
        if (stopped || layout.read(layout.outcome()).startsWith("failed")) {
            return;
        }
        layout.write(
                layout.outcome(),
                "failed: %s could not be started. %s".formatted(keeper.part().name(), why.getMessage()));
        new Thread(() -> System.exit(1), "give-up").start();
    }

    @Override
    public synchronized void say(String line) {
        System.out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
    }

    @Override
    public synchronized void changed() {
        StringBuilder states = new StringBuilder();
        keepers.values()
                .forEach(keeper -> states.append("%s\t%s\t%d\t%d\t%s%n"
                        .formatted(
                                keeper.part().name(),
                                keeper.state().name().toLowerCase(Locale.ROOT),
                                keeper.pid(),
                                keeper.restarts(),
                                keeper.part().address())));
        layout.write(layout.states(), states.toString());
    }

    /** Those that stand on others first. */
    private void stop() {
        synchronized (this) {
            stopped = true;
        }
        say("stopping");
        List<Thread> endings = new ArrayList<>();
        for (Keeper keeper : keepers.values()) {
            if (!List.of("postgres", "kafka").contains(keeper.part().name())) {
                Thread ending = new Thread(keeper::end);
                ending.start();
                endings.add(ending);
            }
        }
        try {
            for (Thread ending : endings) {
                ending.join();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        List.of("kafka", "postgres").forEach(name -> {
            if (keepers.containsKey(name)) {
                keepers.get(name).end();
            }
        });
        Server.endAll();
        layout.supervisor().delete();
        say("stopped");
    }
}
