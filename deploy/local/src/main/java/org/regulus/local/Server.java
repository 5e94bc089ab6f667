package org.regulus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server as a child process on a loopback port: started with a log file, awaited with a bound, ended with its parent. */
final class Server implements AutoCloseable {

    static final String HOST = "127.0.0.1";
    private static final Duration ENDING = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Process process;
    private final Path log;
    private final Thread hook;

    private Server(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.hook = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Server start(Path log, Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new Server(builder.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start " + command.get(0), failure);
        }
    }

    /** Runs a command to its end and fails with its output when it fails. */
    static void run(Path log, Map<String, String> environment, List<String> command) {
        try (Server once = start(log, environment, command)) {
            int exit = once.process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("%s failed (%d):%n%s".formatted(command, exit, Files.readString(log)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** Waits until something listens on the port, or the process is gone, or the time is up. */
    void awaitPort(int port, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended at once; see " + log);
            }
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(HOST, port), 200);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        throw new IllegalStateException(
                "The server did not listen on %d within %s; see %s".formatted(port, atMost, log));
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    static int free(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook itself is ending the process
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
