package org.regulus.campaign.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.regulus.campaign.client.Stack;

/** The limit to compare with: the same two rows in one transaction, written by PostgreSQL's own benchmark into the same server. */
final class Pgbench {

    record Result(double perSecond, Percentiles latency) {}

    private static final String DATABASE = "bench";
    private static final String USER = "regulus";
    private static final String SCHEMA =
            """
            drop table if exists business, outbox;
            create table business (id uuid primary key, body text not null);
            create table outbox (position bigint generated always as identity, id uuid primary key, aggregateid uuid not null,
              sequence bigint not null, type text not null, payload bytea not null, created_at timestamptz not null default clock_timestamp(),
              sent_at timestamptz, unique (aggregateid, sequence));
            create index outbox_unsent on outbox (position) where sent_at is null;
            alter table business alter body set storage external;
            alter table outbox alter payload set storage external;
            """;

    private final Stack stack;

    Pgbench(Stack stack) {
        this.stack = stack;
    }

    static boolean present() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    /** The settings that decide what a commit is worth. */
    String settings() {
        try (Connection connection = connect("postgres")) {
            return "PostgreSQL %s, fsync=%s, synchronous_commit=%s, full_page_writes=%s"
                    .formatted(
                            show(connection, "server_version"),
                            show(connection, "fsync"),
                            show(connection, "synchronous_commit"),
                            show(connection, "full_page_writes"));
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL of the stack does not answer", failure);
        }
    }

    void prepare() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The database for the comparison could not be made", failure);
        }
    }

    /** @param businessBytes and outboxBytes the sizes of the rows that a submission writes */
    Result run(int clients, int seconds, int businessBytes, int outboxBytes) {
        try {
            Path folder = Files.createTempDirectory("regulus-bench");
            try {
                return run(folder, clients, seconds, script(businessBytes, outboxBytes));
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String script(int businessBytes, int outboxBytes) {
        return """
                begin;
                insert into business values (gen_random_uuid(), repeat('x', %d));
                insert into outbox (id, aggregateid, sequence, type, payload)
                  values (gen_random_uuid(), gen_random_uuid(), 1, 'regulus.filing.filing-submitted.v1', convert_to(repeat('x', %d), 'UTF8'));
                commit;
                """
                .formatted(businessBytes, outboxBytes);
    }

    private Result run(Path folder, int clients, int seconds, String script) throws IOException {
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        } catch (SQLException failure) {
            throw new IllegalStateException("The tables for the comparison could not be made", failure);
        }
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        List<String> command = List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-h",
                Stack.HOST,
                "-p",
                String.valueOf(stack.postgresPort()),
                "-U",
                USER,
                "-c",
                String.valueOf(clients),
                "-j",
                String.valueOf(Math.min(2, clients)),
                "-T",
                String.valueOf(seconds),
                "-f",
                file.toString(),
                "-l",
                "--log-prefix",
                folder.resolve("times").toString(),
                DATABASE);
        Path output = folder.resolve("output");
        Process pgbench = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await(pgbench, seconds, output);
        List<Double> millis = new ArrayList<>();
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.filter(one -> one.getFileName().toString().startsWith("times"))
                    .toList()) {
                // client, transaction, microseconds, …
                Files.readAllLines(log).forEach(line -> millis.add(Double.parseDouble(line.split(" ")[2]) / 1000));
            }
        }
        return new Result(millis.size() / (double) seconds, Percentiles.of(millis));
    }

    private static void await(Process pgbench, int seconds, Path output) throws IOException {
        try {
            if (!pgbench.waitFor(seconds + 30L, TimeUnit.SECONDS)) {
                pgbench.destroyForcibly();
                throw new IllegalStateException("pgbench did not end");
            }
            if (pgbench.exitValue() != 0) {
                throw new IllegalStateException("pgbench failed: " + Files.readString(output));
            }
        } catch (InterruptedException asked) {
            pgbench.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", asked);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(Stack.HOST, stack.postgresPort(), database), USER, USER);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
