package org.regulus.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.regulus.local.Parts;

/** Starts the stack in the background and shows how it comes up. */
final class Up {

    private static final long LOOK_MILLIS = 100;

    private final Layout layout;
    private final Options options;

    Up(Layout layout, Options options) {
        this.layout = layout;
        this.options = options;
    }

    void run() throws InterruptedException {
        Optional<ProcessHandle> running = layout.supervisor().living();
        if (running.isPresent()) {
            alreadyRunning();
            return;
        }
        endLeftovers();
        Ports ports = new Ports(options.portOffset());
        ports.requireFree();
        List.of("kafka", "postgres", "keycloak", "mail").forEach(Parts::part);
        if (options.fresh()) {
            layout.wipe();
        }
        layout.create();
        layout.turnLogs();
        layout.write(layout.outcome(), "");
        if (options.foreground()) {
            new Supervisor(layout, ports).run();
            return;
        }
        follow(supervise());
        new Status(layout).showAll();
    }

    private void alreadyRunning() {
        if (options.fresh()) {
            throw new Sorry("The stack is running. End it first: deploy/down");
        }
        System.out.println("The stack is running already (deploy/down ends it).");
        new Status(layout).showAll();
    }

    /** A supervisor that was killed leaves its parts running, unwatched, on the very ports that are wanted. */
    private void endLeftovers() {
        List<ProcessHandle> left = layout.livingParts();
        if (!left.isEmpty()) {
            System.out.printf("Ending %d parts that a killed supervisor left behind%n", left.size());
            Down.end(left);
        }
    }

    private Process supervise() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        } else {
            command.add("nohup");
        }
        command.addAll(Jvm.java(48));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dregulus.root=" + layout.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Stack.class.getName(),
                "supervise",
                "--port-offset",
                String.valueOf(options.portOffset())));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(layout.log("supervisor").toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void follow(Process supervisor) throws InterruptedException {
        int shown = 0;
        while (true) {
            boolean ended = !supervisor.isAlive();
            String outcome = layout.read(layout.outcome());
            String log = layout.read(layout.log("supervisor"));
            System.out.print(log.substring(shown));
            shown = log.length();
            if (outcome.equals(Supervisor.READY)) {
                return;
            }
            if (ended) {
                throw new Sorry(
                        outcome.isEmpty()
                                ? "The supervisor ended; see " + layout.shown(layout.log("supervisor"))
                                : outcome.replaceFirst("failed: ", "Not started: "));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
