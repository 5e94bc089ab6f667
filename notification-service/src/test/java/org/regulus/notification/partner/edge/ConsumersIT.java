package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;
import org.slf4j.Logger;

/** The sample consumers of the documentation read a real feed, each where its runtime is present. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ConsumersIT {

    private static final String SUBJECT = "sample-consumers";
    private static final long SECONDS_MAX = 60;

    @TestHTTPResource("/")
    URI service;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @TempDir
    Path folder;

    private final Told told = Told.anew("SMPL");

    @ParameterizedTest
    @CsvSource({"python3, read_events.py", "node, read_events.mjs", "java, ReadEvents.java"})
    void a_sample_prints_each_event_once_and_goes_on_where_it_stopped(String runtime, String sample) throws Exception {
        assumeTrue(present(runtime, "--version"), runtime + " is not here");
        Partner.of(SUBJECT).grant("SMPL");
        UUID first = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        assertThat(run(runtime, sample)).contains(first + " regulus.filing.case-opened.v1");
        UUID second = told.tell("sanctions.penalty-decided");
        told.awaitTimeline(2);
        assertThat(run(runtime, sample)).contains(second.toString()).doesNotContain(first.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "python3 -c 'import confluent_kafka', python3, read_topic.py",
        "node -e 'require(\"kafkajs\")', node, read_topic.mjs",
        "java --version, java, ReadTopic.java"
    })
    void a_sample_prints_each_event_on_a_partners_topic_once_and_goes_on_where_it_stopped(
            String presence, String runtime, String sample) throws Exception {
        assumeTrue(present("sh", "-c", presence), sample + " has not what it needs here");
        Partner partner = Partner.anew();
        partner.grant("SMPL");
        String id = partner.create(Map.of("kind", "topic")).path("id");
        UUID first = told.tell("filing.case-opened");
        delivered(partner, id, 1);
        assertThat(topic(runtime, sample, partner)).contains(first + " regulus.filing.case-opened.v1");
        UUID second = told.tell("sanctions.penalty-decided");
        delivered(partner, id, 2);
        assertThat(topic(runtime, sample, partner))
                .contains(second + " regulus.sanctions.penalty-decided.v1")
                .doesNotContain(first.toString());
        assertThat(topic(runtime, sample, partner)).doesNotContain("regulus");
        partner.asks().delete("/subscriptions/" + id).then().statusCode(204);
    }

    private static void delivered(Partner partner, String id, int events) {
        Told.await("on the topic").until(() -> partner.subscription(id).getInt("delivered") == events);
    }

    private String topic(String runtime, String sample, Partner partner) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(runtime));
        if (runtime.equals("java")) {
            command.addAll(List.of("-cp", jar(KafkaConsumer.class) + File.pathSeparator + jar(Logger.class)));
        }
        command.add("../docs/consumers/" + sample);
        return run(command, Map.of("KAFKA_BOOTSTRAP_SERVERS", brokers, "REGULUS_SUBJECT", partner.subject()));
    }

    private static String jar(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static boolean present(String... command) throws InterruptedException {
        try {
            Process version =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            version.getInputStream().readAllBytes();
            return version.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private String run(String runtime, String sample) throws IOException, InterruptedException {
        return run(
                List.of(
                        runtime,
                        "../docs/consumers/" + sample,
                        folder.resolve("cursor").toString()),
                Map.of(
                        "REGULUS_URL",
                        service.toString().replaceAll("/$", ""),
                        "REGULUS_TOKEN",
                        Tokens.as(SUBJECT).roles("partner").sign()));
    }

    private String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
