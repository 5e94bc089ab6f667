package org.regulus.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.regulus.local.KafkaBroker;
import org.regulus.local.PostgresServer;

/** The real servers as child processes: no Docker needed. */
final class EmbeddedBackends implements Infrastructure.Backends {

    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    EmbeddedBackends(String database) {
        try {
            Path data = Files.createDirectories(Path.of("target", "infra"));
            Path run = Files.createTempDirectory(data, "run").toAbsolutePath();
            postgres = PostgresServer.start(run.resolve("postgres"), 0, PostgresServer.Durability.FAST);
            kafka = KafkaBroker.start(run.resolve("kafka"), 0);
            postgres.createDatabase(database);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String databaseAddress() {
        return "127.0.0.1:" + postgres.port();
    }

    @Override
    public String user() {
        return postgres.user();
    }

    @Override
    public String password() {
        return postgres.password();
    }

    @Override
    public String brokers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void holdKafka() {
        signal("-STOP");
    }

    @Override
    public void letKafkaGo() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", signal, String.valueOf(kafka.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + signal + ": " + exit);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
