package org.regulus.local.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regulus.local.KafkaBroker;
import org.regulus.local.Parts;
import org.regulus.local.PostgresServer;
import org.regulus.local.Server;

/** The parts of a local stack and how each is started. */
final class StackParts {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final String USER = "regulus";

    /** Any password opens it: it trusts loopback, where alone it listens. */
    private static final String PASSWORD = "regulus-local";

    private final Layout layout;
    private final Ports ports;
    private final Progress progress;

    StackParts(Layout layout, Ports ports, Progress progress) {
        this.layout = layout;
        this.ports = ports;
        this.progress = progress;
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>(List.of(postgres(), kafka(), keycloak(), mail()));
        Ports.SERVICES.keySet().stream()
                .filter(name -> Files.exists(layout.root().resolve(name)))
                .map(this::service)
                .forEach(parts::add);
        return parts;
    }

    private Part postgres() {
        return new Part(
                "postgres",
                Server.HOST + ":" + ports.postgres(),
                () -> {},
                List.of(),
                this::startPostgres,
                Optional.empty());
    }

    private Part.Running startPostgres() {
        PostgresServer server = PostgresServer.start(
                layout.data().resolve("postgres"),
                ports.postgres(),
                PostgresServer.Durability.DURABLE,
                layout.log("postgres"));
        server.createDatabase("keycloak");
        Ports.SERVICES.keySet().forEach(name -> server.createDatabase(database(name)));
        return new Part.Running() {
            @Override
            public boolean alive() {
                return server.alive();
            }

            @Override
            public long pid() {
                return server.pid();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private Part kafka() {
        return new Part(
                "kafka", Server.HOST + ":" + ports.kafka(), () -> {}, List.of(), this::startKafka, Optional.empty());
    }

    private Part.Running startKafka() {
        KafkaBroker broker = KafkaBroker.start(layout.data().resolve("kafka"), ports.kafka(), layout.log("kafka"));
        Topics.create(broker.bootstrapServers());
        return new Part.Running() {
            @Override
            public boolean alive() {
                return broker.alive();
            }

            @Override
            public long pid() {
                return broker.pid();
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }

    private Part keycloak() {
        Keycloak keycloak = new Keycloak(layout, ports);
        return new Part(
                "keycloak",
                ports.url(ports.keycloak()),
                () -> keycloak.install(progress::say),
                List.of("postgres"),
                () -> Part.running(keycloak.start(USER, PASSWORD)),
                Optional.of(keycloak.realm()));
    }

    private Part mail() {
        URI alive = URI.create(ports.url(ports.mailApi()) + "/api/service/readiness");
        List<String> command = new ArrayList<>(Jvm.java(128));
        command.addAll(List.of(
                "-Dgreenmail.smtp.hostname=" + Server.HOST,
                "-Dgreenmail.smtp.port=" + ports.smtp(),
                "-Dgreenmail.api.hostname=" + Server.HOST,
                "-Dgreenmail.api.port=" + ports.mailApi(),
                "-Dgreenmail.auth.disabled",
                "-jar",
                Parts.part("mail/greenmail.jar").toString()));
        return new Part(
                "mail",
                "%s:%d, read at %s".formatted(Server.HOST, ports.smtp(), ports.url(ports.mailApi())),
                () -> {},
                List.of(),
                () -> started("mail", Map.of(), command, alive),
                Optional.of(alive));
    }

    private Part service(String name) {
        String url = ports.url(ports.service(name));
        List<String> command = new ArrayList<>(Jvm.java(224));
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                layout.root()
                        .resolve(name)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        return new Part(
                name,
                url,
                () -> {},
                List.of("postgres", "kafka"),
                () -> started(name, environment(name), command, URI.create(url + "/q/health/ready")),
                Optional.of(URI.create(url + "/q/health/live")));
    }

    private Part.Running started(String name, Map<String, String> environment, List<String> command, URI ready) {
        Server server = Server.start(layout.log(name), environment, command);
        server.awaitHttp(ready, PATIENCE);
        return Part.running(server);
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "demo");
        environment.put("QUARKUS_HTTP_HOST", Server.HOST);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.service(service)));
        environment.put("REGULUS_DB", "%s:%d/%s".formatted(Server.HOST, ports.postgres(), database(service)));
        environment.put("REGULUS_DB_USER", USER);
        environment.put("REGULUS_DB_PASSWORD", PASSWORD);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Server.HOST + ":" + ports.kafka());
        environment.put("REGULUS_OIDC_URL", ports.url(ports.keycloak()) + "/realms/regulus");
        environment.put("REGULUS_CLOCK_FILE", clock().toString());
        environment.put(
                "REGULUS_RECEIPTS_KEYS_FILE",
                SigningKeys.in(layout.data().resolve("receipt-keys.json")).toString());
        environment.put(
                "REGULUS_LEDGER_KEYS_FILE",
                SigningKeys.in(layout.data().resolve("ledger-keys.json")).toString());
        environment.put(
                "REGULUS_EVIDENCE_DIRECTORY", layout.data().resolve("evidence").toString());
        environment.putAll(doorstep());
        environment.put("REGULUS_MAIL_HOST", Server.HOST);
        environment.put("REGULUS_MAIL_PORT", String.valueOf(ports.smtp()));
        return environment;
    }

    /** Where the partner and the postal service of a play are reached. */
    private Map<String, String> doorstep() {
        return Map.of(
                "REGULUS_WEBHOOKS_PRIVATE_HOSTS",
                Server.HOST,
                "REGULUS_GATEWAYS_POST_URL",
                ports.url(ports.doorstep()) + "/letters",
                "REGULUS_GATEWAYS_POST_SECRET",
                PASSWORD,
                "REGULUS_GATEWAYS_POST_CALLBACK_SECRET",
                PASSWORD);
    }

    private Path clock() {
        return layout.data().resolve("clock");
    }

    private static String database(String service) {
        return service.replace("-service", "");
    }
}
