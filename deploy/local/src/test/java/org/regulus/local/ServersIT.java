package org.regulus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers start, keep their data and end. */
class ServersIT {

    @TempDir
    Path folder;

    @Test
    void postgresql_keeps_its_data_and_knows_btree_gist() throws Exception {
        try (PostgresServer first = PostgresServer.start(folder, 0, PostgresServer.Durability.DURABLE)) {
            first.createDatabase("kept");
            first.createDatabase("kept");
        }
        try (PostgresServer again = PostgresServer.start(folder, 0, PostgresServer.Durability.DURABLE);
                var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/kept".formatted(again.port()), again.user(), again.password());
                var statement = connection.createStatement()) {
            statement.execute("create extension btree_gist");
            try (var fsync = statement.executeQuery("show fsync")) {
                fsync.next();
                assertThat(fsync.getString(1)).isEqualTo("on");
            }
        }
    }

    @Test
    void kafka_listens_and_ends() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0);
                Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", broker.port()), 1_000);
            assertThat(broker.alive()).isTrue();
        }
    }
}
