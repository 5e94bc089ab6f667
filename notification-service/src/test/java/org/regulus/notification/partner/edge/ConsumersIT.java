package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** The sample consumers of the documentation read a real feed, each where its runtime is present. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ConsumersIT {

    private static final String SUBJECT = "sample-consumers";
    private static final long SECONDS_MAX = 60;

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path folder;

    private final Told told = Told.anew("SMPL");

    @ParameterizedTest
    @CsvSource({"python3, read_events.py", "node, read_events.mjs", "java, ReadEvents.java"})
    void a_sample_prints_each_event_once_and_goes_on_where_it_stopped(String runtime, String sample) throws Exception {
        assumeTrue(present(runtime), runtime + " is not here");
        Partner.of(SUBJECT).grant("SMPL");
        UUID first = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        assertThat(run(runtime, sample)).contains(first + " regulus.filing.case-opened.v1");
        UUID second = told.tell("sanctions.penalty-decided");
        told.awaitTimeline(2);
        assertThat(run(runtime, sample)).contains(second.toString()).doesNotContain(first.toString());
    }

    private static boolean present(String runtime) throws InterruptedException {
        try {
            Process version = new ProcessBuilder(runtime, "--version")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
            return version.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private String run(String runtime, String sample) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                runtime, "../docs/consumers/" + sample, folder.resolve("cursor").toString());
        builder.environment().put("REGULUS_URL", service.toString().replaceAll("/$", ""));
        builder.environment()
                .put("REGULUS_TOKEN", Tokens.as(SUBJECT).roles("partner").sign());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
