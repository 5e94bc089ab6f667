package org.regulus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server as a child process on a loopback port: started with a log file, awaited with a bound, ended with its parent. */
public final class Server implements AutoCloseable {

    /** How a server is asked to end: PostgreSQL waits for its clients on TERM and ends at once, but cleanly, on INT. */
    enum Ending {
        TERM,
        INT
    }

    public static final String HOST = "127.0.0.1";
    private static final Duration ENDING = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private static final Deque<Server> LIVING = new ConcurrentLinkedDeque<>();
    private static volatile Runnable atExit = Server::endAll;
    private static volatile Path pids;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> atExit.run(), "end-servers"));
    }

    private final Process process;
    private final Path log;
    private final Ending ending;

    private Server(Process process, Path log, Ending ending) {
        this.process = process;
        this.log = log;
        this.ending = ending;
        LIVING.push(this);
        pidFile().write(process.toHandle());
    }

    /** From now on each server's pid is noted in the folder, so that they can be ended also after their parent was killed. */
    public static void notePidsIn(Path folder) {
        pids = folder;
    }

    /** What to do instead of ending all servers, last started first, when this process is asked to end. */
    public static void atExit(Runnable orderly) {
        atExit = orderly;
    }

    public static Server start(Path log, Map<String, String> environment, List<String> command) {
        return start(log, environment, command, Ending.TERM);
    }

    static Server start(Path log, Map<String, String> environment, List<String> command, Ending ending) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new Server(builder.start(), log, ending);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start " + command.get(0), failure);
        }
    }

    /** Runs a command to its end and fails with its output when it fails. */
    public static void run(Path log, Map<String, String> environment, List<String> command) {
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

    /** Waits until something listens on the port. */
    void awaitPort(int port, Duration atMost) {
        await("listen on " + port, atMost, () -> listening(port));
    }

    /** Waits until the address answers 200. */
    public void awaitHttp(URI address, Duration atMost) {
        await("answer at " + address, atMost, () -> answers(address));
    }

    private void await(String what, Duration atMost, BooleanSupplier reached) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                close();
                throw new IllegalStateException("The server ended at once; see " + log);
            }
            if (reached.getAsBoolean()) {
                return;
            }
            pause();
        }
        close();
        throw new IllegalStateException(
                "The server did not %s within %d s; see %s".formatted(what, atMost.toSeconds(), log));
    }

    public static boolean listening(int port) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(HOST, port), 200);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    public static boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) ANSWER.toMillis());
            connection.setReadTimeout((int) ANSWER.toMillis());
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException no) {
            return false;
        }
    }

    /** Between two looks at something that will soon be so. */
    public static void pause() {
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

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What it wrote, for a person to read. */
    public Path log() {
        return log;
    }

    /** Ends every server that this process started, the last started first. */
    public static void endAll() {
        LIVING.forEach(Server::close);
    }

    @Override
    public void close() {
        LIVING.remove(this);
        try {
            ask();
            if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            pidFile().delete();
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        if (ending == Ending.TERM || !process.isAlive()) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + ending, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException noKill) {
            process.destroy();
        }
    }

    private PidFile pidFile() {
        return PidFile.of(pids, log.getFileName().toString().replace(".log", ""));
    }
}
