package org.regulus.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.local.Server;

/** With a real child process that does nothing but live. */
class KeeperTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final URI LIVE = URI.create("http://127.0.0.1:1/live");
    private static final Keeper.Pace QUICK = new Keeper.Pace(
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            3,
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicBoolean well = new AtomicBoolean(true);
    private final AtomicInteger refusals = new AtomicInteger();
    private Keeper keeper;

    @AfterEach
    void end() {
        keeper.end();
    }

    @Test
    void a_killed_part_comes_back_as_another_process() {
        long first = kept();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(BOUND).until(() -> keeper.restarts() == 1 && keeper.state() == Keeper.State.READY);
        assertThat(keeper.pid()).isNotEqualTo(first);
        assertThat(said).anyMatch(line -> line.contains("sleeper ended; starting it again"));
    }

    @Test
    void a_part_that_is_not_well_again_and_again_is_replaced() {
        long first = kept();

        well.set(false);
        await().atMost(BOUND).until(() -> keeper.restarts() >= 1);
        well.set(true);

        await().atMost(BOUND).until(() -> keeper.state() == Keeper.State.READY);
        assertThat(ProcessHandle.of(first)).isEmpty();
    }

    @Test
    void a_part_that_does_not_come_back_at_once_is_tried_again() {
        long first = kept();

        refusals.set(3);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(BOUND).until(() -> keeper.restarts() == 1 && keeper.state() == Keeper.State.READY);
        assertThat(said.stream().filter(line -> line.contains("did not come back")))
                .hasSize(3);
    }

    @Test
    void an_ended_part_stays_ended() {
        long first = kept();

        keeper.end();

        assertThat(ProcessHandle.of(first)).isEmpty();
        assertThat(keeper.state()).isEqualTo(Keeper.State.STOPPED);
        assertThat(keeper.restarts()).isZero();
    }

    @Test
    void the_first_start_that_fails_is_told() {
        refusals.set(1);
        keeper = keeper();

        keeper.keep(CompletableFuture.completedFuture(null));

        await().atMost(BOUND).until(() -> keeper.ready().isCompletedExceptionally());
        assertThat(keeper.state()).isEqualTo(Keeper.State.FAILED);
    }

    private long kept() {
        keeper = keeper();
        keeper.keep(CompletableFuture.completedFuture(null));
        await().atMost(BOUND).until(() -> keeper.ready().isDone());
        return keeper.pid();
    }

    private Keeper keeper() {
        Part part = new Part("sleeper", "nowhere", () -> {}, List.of(), this::sleeper, Optional.of(LIVE));
        return new Keeper(part, QUICK, address -> well.get(), new Progress() {
            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public void changed() {}
        });
    }

    private Part.Running sleeper() {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("not now");
        }
        return Part.running(Server.start(folder.resolve("sleeper.log"), Map.of(), List.of("sleep", "600")));
    }
}
