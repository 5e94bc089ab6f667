package org.regulus.common.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Real PostgreSQL and Kafka for a module's tests, started once per JVM, and a signing key that stands for the realm's. Where they come
 * from is said by {@code -Dinfra=containers|embedded|auto}; the tests are the same.
 */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "regulus_test";
    private static Backends running;

    /** The part that differs between containers and embedded servers. */
    interface Backends extends AutoCloseable {
        String databaseAddress();

        String user();

        String password();

        String brokers();

        /** It keeps its connections, and answers nothing, until it is let go. */
        void holdKafka();

        void letKafkaGo();

        @Override
        void close();
    }

    @Override
    public Map<String, String> start() {
        Backends backends = shared();
        System.setProperty(TestTopics.BROKERS, backends.brokers());
        Map<String, String> config = new HashMap<>();
        String database = backends.databaseAddress() + "/" + DATABASE;
        config.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + database);
        config.put("quarkus.datasource.reactive.url", "postgresql://" + database);
        config.put("quarkus.datasource.username", backends.user());
        config.put("quarkus.datasource.password", backends.password());
        config.put("quarkus.flyway.clean-at-start", "true");
        config.put("kafka.bootstrap.servers", backends.brokers());
        config.put("quarkus.oidc.auth-server-url", "");
        config.put("quarkus.oidc.public-key", Tokens.publicKey());
        config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    /** What is done while Kafka does not answer, which it does not for so long at least. */
    public static void withoutKafka(Duration away, Runnable work) {
        Instant end = Instant.now().plus(away);
        shared().holdKafka();
        try {
            work.run();
            Awaitility.await("Kafka is away").atMost(away.plusSeconds(1)).until(() -> Instant.now()
                    .isAfter(end));
        } finally {
            shared().letKafkaGo();
        }
    }

    private static synchronized Backends shared() {
        if (running == null) {
            running = switch (System.getProperty("infra", "auto")) {
                case "containers" -> new ContainerBackends(DATABASE);
                case "embedded" -> new EmbeddedBackends(DATABASE);
                case "auto" -> ContainerBackends.available()
                        ? new ContainerBackends(DATABASE)
                        : new EmbeddedBackends(DATABASE);
                default -> throw new IllegalArgumentException("-Dinfra takes containers, embedded or auto");
            };
            System.out.println("infra: " + running.getClass().getSimpleName());
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return running;
    }

    /** Kept running for the next test class: starting them is what costs. They end with the JVM. */
    @Override
    public void stop() {}
}
