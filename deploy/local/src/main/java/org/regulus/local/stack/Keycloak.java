package org.regulus.local.stack;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.regulus.local.Parts;
import org.regulus.local.Server;

/** Keycloak with the realm {@code regulus}: unpacked and built once, then a plain Java process. */
final class Keycloak {

    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "regulus-local";
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    /** Decided when it is built; all else when it is started. */
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    private final Layout layout;
    private final Ports ports;

    Keycloak(Layout layout, Ports ports) {
        this.layout = layout;
        this.ports = ports;
    }

    URI realm() {
        return URI.create(ports.url(ports.keycloak()) + "/realms/regulus");
    }

    /** Unpacks and builds it, unless that was done for the same distribution and the same options. */
    void install(Consumer<String> progress) {
        try {
            Path zip = Parts.part("keycloak/keycloak.zip");
            Path home = home(zip);
            Path built = home.resolve("built-for");
            if (Files.exists(built) && Files.readString(built).equals(BUILD.toString())) {
                return;
            }
            progress.accept("Keycloak is unpacked and built, once (half a minute or more)");
            unpack(zip, home);
            Server.run(
                    home.resolve("build.log"),
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    concat(List.of("bash", home.resolve("bin/kc.sh").toString()), BUILD));
            Files.writeString(built, BUILD.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Not by its shell script, which would be one more process to watch and to end. */
    Server start(String databaseUser, String databasePassword) {
        try {
            Path home = home(Parts.part("keycloak/keycloak.zip"));
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.copy(layout.realm(), realms.resolve("regulus-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            Server server =
                    Server.start(layout.log("keycloak"), environment(databaseUser, databasePassword), command(home));
            server.awaitHttp(realm(), PATIENCE);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> environment(String databaseUser, String databasePassword) {
        return Map.ofEntries(
                entry("KC_DB_URL", "jdbc:postgresql://%s:%d/keycloak".formatted(Server.HOST, ports.postgres())),
                entry("KC_DB_USERNAME", databaseUser),
                entry("KC_DB_PASSWORD", databasePassword),
                entry("KC_DB_POOL_MAX_SIZE", "15"),
                entry("KC_CACHE", "local"),
                entry("KC_HTTP_ENABLED", "true"),
                entry("KC_HTTP_HOST", Server.HOST),
                entry("KC_HTTP_PORT", String.valueOf(ports.keycloak())),
                entry("KC_HOSTNAME", ports.url(ports.keycloak())),
                entry("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN),
                entry("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD));
    }

    private static List<String> command(Path home) {
        List<String> java = Jvm.java(320);
        return concat(
                java,
                List.of(
                        "-XX:MaxMetaspaceSize=256m",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.security.egd=file:/dev/urandom",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--import-realm"));
    }

    private static Path home(Path zip) throws IOException {
        return zip.resolveSibling("home-" + Files.size(zip));
    }

    private static void unpack(Path zip, Path home) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                String inside = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = home.resolve(inside).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("An entry leaves the archive: " + entry);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream content = archive.getInputStream(entry)) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}
