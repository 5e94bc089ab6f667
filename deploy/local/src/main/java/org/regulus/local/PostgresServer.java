package org.regulus.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A real PostgreSQL with its data in a folder, on a loopback port. */
public final class PostgresServer implements AutoCloseable {

    /** Whether a crash may lose acknowledged commits: tests may be fast, everything else is durable. */
    public enum Durability {
        FAST,
        DURABLE
    }

    private static final String USER = "regulus";
    private static final String NOBODY = "65534";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server;
    private final int port;

    private PostgresServer(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** @param port where to listen on 127.0.0.1, or 0 for a free one */
    public static PostgresServer start(Path dataDir, int port, Durability durability) {
        return start(dataDir, port, durability, dataDir.toAbsolutePath().resolve("postgres.log"));
    }

    public static PostgresServer start(Path dataDir, int port, Durability durability, Path log) {
        try {
            Path home = unpacked();
            Path data = Files.createDirectories(dataDir.toAbsolutePath());
            Path cluster = data.resolve("cluster");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                Server.run(
                        log,
                        Map.of("LC_ALL", "C"),
                        unprivileged(
                                data,
                                List.of(
                                        home.resolve("bin/initdb").toString(),
                                        "-D",
                                        cluster.toString(),
                                        "-U",
                                        USER,
                                        "-A",
                                        "trust",
                                        "-E",
                                        "UTF8",
                                        "--no-locale",
                                        "--no-sync")));
            }
            forgetDeadServer(cluster.resolve("postmaster.pid"));
            int chosen = Server.free(port);
            Server server = Server.start(
                    log,
                    Map.of("LC_ALL", "C"),
                    unprivileged(data, command(home, cluster, chosen, durability)),
                    Server.Ending.INT);
            server.awaitPort(chosen, PATIENCE);
            PostgresServer postgres = new PostgresServer(server, chosen);
            postgres.awaitQueries();
            return postgres;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** After a crash the number in the file may by now belong to any process; only a PostgreSQL behind it counts. */
    private static void forgetDeadServer(Path note) throws IOException {
        if (!Files.exists(note)) {
            return;
        }
        String pid = Files.readAllLines(note).stream().findFirst().orElse("").strip();
        boolean living = pid.matches("[0-9]+")
                && ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
        if (living) {
            throw new IllegalStateException("Another PostgreSQL (process %s) uses %s".formatted(pid, note.getParent()));
        }
        Files.delete(note);
    }

    private static List<String> command(Path home, Path cluster, int port, Durability durability) {
        String sync = durability == Durability.DURABLE ? "on" : "off";
        List<String> command = new ArrayList<>(
                List.of(home.resolve("bin/postgres").toString(), "-D", cluster.toString(), "-p", String.valueOf(port)));
        Map.of(
                        "listen_addresses",
                        Server.HOST,
                        "unix_socket_directories",
                        "",
                        "max_connections",
                        "200",
                        "wal_level",
                        "logical",
                        "shared_buffers",
                        "64MB",
                        "fsync",
                        sync,
                        "synchronous_commit",
                        sync,
                        "full_page_writes",
                        sync)
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it does not see that it is; where none can be made (as in most
     * containers) it runs as nobody, who may still pass through folders that only root may.
     */
    private static List<String> unprivileged(Path data, List<String> command) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))
                || !System.getProperty("os.name").equals("Linux")) {
            return command;
        }
        List<String> wrapped = new ArrayList<>();
        if (succeeds("unshare", "-U", "true")) {
            wrapped.addAll(List.of("unshare", "-U"));
        } else {
            succeeds("chown", "-R", NOBODY + ":" + NOBODY, data.toString());
            wrapped.addAll(List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"));
        }
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** Unpacked once beside the jar. */
    private static synchronized Path unpacked() throws IOException {
        Path jar = Parts.part("postgres/postgres.jar");
        Path home = jar.resolveSibling("home-" + Files.size(jar));
        if (Files.exists(home)) {
            return home;
        }
        Path staging = Files.createTempDirectory(jar.getParent(), "unpacking");
        Path archive = staging.resolve("postgres.txz");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(file -> file.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(jar + " holds no .txz"));
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, archive);
            }
        }
        Path fresh = Files.createDirectory(staging.resolve("home"));
        Server.run(
                staging.resolve("tar.log"),
                Map.of(),
                List.of("tar", "-xJf", archive.toString(), "-C", fresh.toString()));
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException anotherWasFirst) {
            if (!Files.exists(home)) {
                throw anotherWasFirst;
            }
        }
        return home;
    }

    private void awaitQueries() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection ready = connect()) {
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > end || !server.alive()) {
                    throw new IllegalStateException("PostgreSQL takes no queries; see " + server.log(), notYet);
                }
                Server.pause();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/postgres".formatted(Server.HOST, port), USER, password());
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    /** None is needed: it listens on loopback only and trusts it. */
    public String password() {
        return USER;
    }

    public long pid() {
        return server.pid();
    }

    public boolean alive() {
        return server.alive();
    }

    /** Creates the database when it is not there yet. */
    public void createDatabase(String name) {
        try (Connection connection = connect();
                PreparedStatement look = connection.prepareStatement("select 1 from pg_database where datname = ?");
                Statement create = connection.createStatement()) {
            look.setString(1, name);
            if (!look.executeQuery().next()) {
                create.execute("create database \"" + name.replace("\"", "\"\"") + "\"");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create the database " + name, failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
