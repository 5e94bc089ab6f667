package org.regulus.common.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.app.Things;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DeadlineIT {

    private static final String KIND = "thing-due";
    private static final Instant DUE = Instant.parse("2019-07-15T16:00:00Z");

    /** As in application.properties. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Writes to the database that it was called, so that twice would be seen. */
    @ApplicationScoped
    static class ThingDue implements DeadlineHandler {

        static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();

        private final Things things;

        ThingDue(Things things) {
            this.things = things;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Uni<Void> due(Deadline deadline) {
            Uni<Void> taken = things.take(deadline.subject());
            return BROKEN.contains(deadline.subject())
                    ? taken.chain(() -> Uni.createFrom().failure(new IllegalStateException("broken")))
                    : taken;
        }
    }

    @Inject
    Deadlines deadlines;

    @Inject
    Things things;

    @Inject
    InstantSource clock;

    @Inject
    MovableClock movable;

    @Inject
    DeadlineLimits limits;

    @Inject
    @Any
    Instance<DeadlineHandler> handlers;

    @BeforeEach
    void the_day_before() {
        movable.moveTo(DUE.minus(Duration.ofDays(1)));
    }

    @AfterEach
    void back_to_now() {
        movable.reset();
        ThingDue.BROKEN.clear();
    }

    @Test
    void a_deadline_is_not_acted_on_before_what_came_in_time_can_be_done() {
        UUID subject = set(DUE);
        movable.moveTo(DUE.plus(GRACE).minusMillis(1000));

        sweep();

        assertThat(taken(subject)).isZero();
    }

    @Test
    void three_instances_fire_a_deadline_once() {
        List<UUID> subjects = List.of(set(DUE), set(DUE), set(DUE), set(DUE), set(DUE));
        movable.moveTo(DUE.plus(GRACE));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(this::sweep),
                        CompletableFuture.runAsync(this::sweep),
                        CompletableFuture.runAsync(this::sweep))
                .join();
        sweep();

        assertThat(subjects).allSatisfy(subject -> assertThat(taken(subject)).isOne());
    }

    @Test
    void a_deadline_that_came_during_downtime_fires_afterwards_and_once() {
        UUID subject = set(DUE);
        movable.moveTo(DUE.plus(Duration.ofDays(40)));

        sweep();
        sweep();

        assertThat(taken(subject)).isOne();
    }

    @Test
    void a_deadline_whose_handler_fails_stops_no_other_and_leaves_nothing_half_done() {
        UUID broken = set(DUE.minusSeconds(10));
        UUID sound = set(DUE);
        ThingDue.BROKEN.add(broken);
        movable.moveTo(DUE.plus(GRACE));

        sweep();

        assertThat(taken(broken)).isZero();
        assertThat(taken(sound)).isOne();
    }

    @Test
    void a_cancelled_deadline_does_not_fire_and_a_moved_one_fires_at_its_new_time() {
        UUID cancelled = set(DUE);
        UUID moved = set(DUE);
        await(() -> Panache.withTransaction(() -> deadlines.cancel(KIND, cancelled)));
        set(moved, DUE.plusSeconds(3_600));
        movable.moveTo(DUE.plusSeconds(60));

        sweep();
        assertThat(taken(cancelled)).isZero();
        assertThat(taken(moved)).isZero();

        movable.moveTo(DUE.plusSeconds(3_600).plus(GRACE));
        sweep();
        assertThat(taken(moved)).isOne();
    }

    @Test
    void many_are_set_at_once() {
        List<NewDeadline> many = java.util.stream.Stream.generate(UUID::randomUUID)
                .limit(50)
                .map(subject -> new NewDeadline(KIND, subject, subject, DUE))
                .toList();
        await(() -> Panache.withTransaction(() -> deadlines.setAll(many)));
        movable.moveTo(DUE.plus(GRACE));

        sweep();

        assertThat(many)
                .allSatisfy(deadline -> assertThat(taken(deadline.subject())).isOne());
    }

    private UUID set(Instant dueAt) {
        return set(UUID.randomUUID(), dueAt);
    }

    private UUID set(UUID subject, Instant dueAt) {
        await(() -> Panache.withTransaction(() -> deadlines.set(new NewDeadline(KIND, subject, subject, dueAt))));
        return subject;
    }

    private DeadlineSweep instance() {
        return new DeadlineSweep(clock, limits, handlers);
    }

    private void sweep() {
        await(() -> instance().sweep());
    }

    private long taken(UUID id) {
        return await(() -> things.taken(id));
    }

    private static <T> T await(java.util.function.Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
