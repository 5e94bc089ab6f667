package org.regulus.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTest {

    private static final Instant DEADLINE = Instant.parse("2019-07-15T16:00:00Z");

    @TempDir
    Path folder;

    @Test
    void all_services_that_share_the_file_move_at_once() {
        MovableClock one = new MovableClock(Optional.of(folder.resolve("clock")));
        MovableClock other = new MovableClock(Optional.of(folder.resolve("clock")));

        one.moveTo(DEADLINE);

        assertThat(Duration.between(DEADLINE, other.instant())).isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }

    @Test
    void without_a_file_it_moves_alone() {
        MovableClock clock = new MovableClock(Optional.empty());

        clock.moveTo(DEADLINE);

        assertThat(Duration.between(DEADLINE, clock.instant())).isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }
}
