package org.regulus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A real Kafka of one node (KRaft: broker and controller) with its log in a folder, on two loopback ports. */
public final class KafkaBroker implements AutoCloseable {

    /** One fixed id, so that a folder that was formatted once is known again. */
    private static final String CLUSTER = "cmVndWx1cy1sb2NhbC0wMQ";

    private static final String OPEN = "PLAINTEXT";

    /** Only the broker itself comes in at the controller's port, as ANONYMOUS. */
    private static final String GUARDED =
            """
            sasl.enabled.mechanisms=PLAIN
            sasl.mechanism.inter.broker.protocol=PLAIN
            listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
              username="admin" password="%1$s"%2$s;
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User:admin;User:ANONYMOUS
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server;
    private final int port;

    private KafkaBroker(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** @param port where to listen on 127.0.0.1, or 0 for a free one; the controller listens on the next port, or a free one */
    public static KafkaBroker start(Path dataDir, int port) {
        return start(dataDir, port, dataDir.toAbsolutePath().resolve("kafka.log"));
    }

    public static KafkaBroker start(Path dataDir, int port, Path log) {
        return start(dataDir, port, log, OPEN, "");
    }

    /**
     * Where nobody may do anything that no ACL allows, but {@code admin}: for tests of who may what.
     *
     * @param passwords by user; each logs in with SASL PLAIN
     */
    public static KafkaBroker startGuarded(Path dataDir, Map<String, String> passwords) {
        String users = passwords.entrySet().stream()
                .map(user -> " user_%s=\"%s\"".formatted(user.getKey(), user.getValue()))
                .collect(Collectors.joining());
        Path log = dataDir.toAbsolutePath().resolve("kafka.log");
        return start(dataDir, 0, log, "SASL_PLAINTEXT", GUARDED.formatted(passwords.get("admin"), users));
    }

    private static KafkaBroker start(Path dataDir, int port, Path log, String listener, String more) {
        try {
            Path data = Files.createDirectories(dataDir.toAbsolutePath());
            int client = Server.free(port);
            int controller = port == 0 ? Server.free(0) : port + 1;
            Path properties = data.resolve("server.properties");
            Files.writeString(properties, properties(data.resolve("log"), client, controller, listener) + more);
            if (!Files.exists(data.resolve("log/meta.properties"))) {
                Server.run(
                        log,
                        Map.of(),
                        java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", properties.toString()));
            }
            Server server = Server.start(log, Map.of(), java("kafka.Kafka", properties.toString()));
            server.awaitPort(client, PATIENCE);
            return new KafkaBroker(server, client);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Dlog4j2.level=WARN",
                "-cp",
                Parts.part("kafka") + "/*",
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String properties(Path log, int client, int controller, String listener) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=%4$s://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=%4$s://127.0.0.1:%1$d
                listener.security.protocol.map=%4$s:%4$s,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=%4$s
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                num.partitions=12
                auto.create.topics.enable=true
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                min.insync.replicas=1
                group.initial.rebalance.delay.ms=0
                log.retention.ms=-1
                """
                .formatted(client, controller, log, listener);
    }

    public String bootstrapServers() {
        return Server.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return server.pid();
    }

    public boolean alive() {
        return server.alive();
    }

    @Override
    public void close() {
        server.close();
    }
}
