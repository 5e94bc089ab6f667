package org.regulus.campaign.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long seconds;

    private final Pulse pulse = new Pulse(
            "verified",
            Duration.ofSeconds(60),
            () -> TimeUnit.SECONDS.toNanos(seconds),
            new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void it_says_every_few_seconds_how_far_it_is_and_how_fast() {
        for (seconds = 1; seconds <= 7; seconds++) {
            pulse.at(seconds * 100, 1000);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  verified: 300 of 1000, 100/s", "  verified: 600 of 1000, 100/s");
    }

    @Test
    void what_stands_still_for_too_long_is_given_up() {
        pulse.at(5, 10);
        seconds = 60;
        pulse.at(5, 10);
        seconds = 61;
        assertThatThrownBy(() -> pulse.at(5, 10)).hasMessage("verified: stands at 5 of 10 for PT1M");
    }
}
