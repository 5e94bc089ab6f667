package org.regulus.common.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.regulus.common.app.ThingEvents;
import org.regulus.common.app.Things;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;

/** The relay in its hard moments. The service's own relay is off here; the test plays several. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestProfile(OutboxRelayIT.WithoutOwnRelay.class)
class OutboxRelayIT {

    public static class WithoutOwnRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("regulus.outbox.relay.enabled", "false", "regulus.outbox.relay.batch-max", "7");
        }
    }

    private static final String SOURCE = "/regulus/common-test";

    @Inject
    Things things;

    @Inject
    AgroalDataSource database;

    @Inject
    Producer<String, byte[]> producer;

    @Inject
    RelayLimits limits;

    @Test
    void of_two_relays_at_once_one_is_active_nothing_is_lost_and_nothing_is_out_of_order() throws Throwable {
        List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> relays = new ArrayList<>();
            for (int relay = 0; relay < 2; relay++) {
                relays.add(two.submit(relayUntilIdle()));
            }
            for (int version = 1; version <= 20; version++) {
                for (UUID key : keys) {
                    long sequence = version;
                    VertxContextSupport.subscribeAndAwait(() -> things.announce(key, key, sequence, "v" + sequence));
                }
            }
            int sent = 0;
            for (Future<Integer> relay : relays) {
                sent += relay.get(60, TimeUnit.SECONDS);
            }
            assertThat(sent).isGreaterThanOrEqualTo(60);
        } finally {
            two.shutdownNow();
        }

        for (UUID key : keys) {
            assertThat(sequences(key))
                    .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 20)
                            .boxed()
                            .toList());
        }
    }

    /** Competes for the lock as two replicas do, and gives it up between batches, which a real one never does: the hardest case. */
    private Callable<Integer> relayUntilIdle() {
        return () -> {
            OutboxRelay relay = new OutboxRelay(producer, limits, SOURCE);
            int sent = 0;
            for (int idle = 0; idle < 20; ) {
                try (Connection connection = database.getConnection()) {
                    int now = relay.activate(connection) ? relay.relay(connection) : 0;
                    unlock(connection);
                    sent += now;
                    idle = now == 0 ? idle + 1 : 0;
                    if (now == 0) {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }
            }
            return sent;
        };
    }

    @Test
    void a_relay_killed_between_acknowledgement_and_mark_sends_twice_and_the_inbox_takes_it_once() throws Throwable {
        UUID id = UUID.randomUUID();
        VertxContextSupport.subscribeAndAwait(() -> things.announce(id, id, 1, "once"));

        try (Connection killed = database.getConnection()) {
            OutboxRelay relay = new OutboxRelay(producer, limits, SOURCE);
            relay.publish(relay.unsent(killed)); // … and dies here: nothing was marked
        }
        drain();

        List<TestTopics.Received> onTheWire = TestTopics.all(Things.TOPIC, Things.MADE, id);
        assertThat(onTheWire).hasSize(2);
        assertThat(onTheWire.get(0).id()).isEqualTo(onTheWire.get(1).id());
        UUID thing = UUID.randomUUID();
        for (TestTopics.Received copy : onTheWire) {
            TestTopics.send(
                    copy.id(),
                    ThingEvents.INBOUND,
                    ThingEvents.TAKEN,
                    thing,
                    "MIIT",
                    new AggregateVersion("thing", thing, 1),
                    new ThingEvents.Data(thing));
        }
        UUID last = UUID.randomUUID();
        TestTopics.send(
                ThingEvents.INBOUND,
                ThingEvents.TAKEN,
                thing,
                "MIIT",
                new AggregateVersion("thing", thing, 2),
                new ThingEvents.Data(last));
        org.awaitility.Awaitility.await().until(() -> taken(last) == 1);
        assertThat(taken(thing)).isOne();
    }

    @Test
    void a_key_whose_record_is_not_acknowledged_stops_and_the_others_go_on() throws Throwable {
        UUID stuck = UUID.randomUUID();
        UUID free = UUID.randomUUID();
        drain();
        for (long version = 1; version <= 3; version++) {
            long sequence = version;
            VertxContextSupport.subscribeAndAwait(() -> things.announce(stuck, stuck, sequence, "x".repeat(2_000_000)));
            VertxContextSupport.subscribeAndAwait(() -> things.announce(free, free, sequence, "small"));
        }

        try (Connection connection = database.getConnection()) {
            OutboxRelay relay = new OutboxRelay(producer, limits, SOURCE);
            List<UUID> acknowledged = relay.publish(relay.unsent(connection)); // Kafka refuses records over 1 MiB
            relay.mark(connection, acknowledged);
            assertThat(acknowledged).hasSize(3);
        }

        assertThat(sequences(free)).containsExactly(1L, 2L, 3L);
        assertThat(sequences(stuck)).isEmpty();
        try (Connection connection = database.getConnection();
                var delete = connection.prepareStatement("delete from outbox where message_key = ?")) {
            delete.setObject(1, stuck);
            delete.executeUpdate();
        }
    }

    @Test
    void keys_that_are_not_taken_fill_a_whole_batch_and_hold_up_nobody_behind_them() throws Throwable {
        drain();
        List<UUID> stuck =
                Stream.generate(UUID::randomUUID).limit(limits.batchMax() + 1).toList();
        for (UUID key : stuck) {
            VertxContextSupport.subscribeAndAwait(() -> things.announce(key, key, 1, "x".repeat(2_000_000)));
        }
        for (UUID key : stuck) {
            VertxContextSupport.subscribeAndAwait(() -> things.announce(key, key, 2, "small"));
        }
        UUID behind = UUID.randomUUID();
        VertxContextSupport.subscribeAndAwait(() -> things.announce(behind, behind, 1, "small"));

        try (Connection connection = database.getConnection()) {
            OutboxRelay relay = new OutboxRelay(producer, limits, SOURCE);
            assertThat(relay.relay(connection)).isZero();
            assertThat(relay.isPassingOver()).isTrue();
            relay.relay(connection); // what is behind the batch that failed
            assertThat(relay.isPassingOver()).isFalse();
            assertThat(sequences(behind)).containsExactly(1L);
            assertThat(sequences(stuck.get(0))).isEmpty();

            try (var taken =
                    connection.prepareStatement("update outbox set payload = '{}' where message_key = any(?)")) {
                taken.setArray(1, connection.createArrayOf("uuid", stuck.toArray()));
                taken.executeUpdate();
            }
        }
        drain();
        assertThat(stuck).allSatisfy(key -> assertThat(sequences(key)).containsExactly(1L, 2L));
    }

    private void drain() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            OutboxRelay relay = new OutboxRelay(producer, limits, SOURCE);
            assertThat(relay.activate(connection)).isTrue();
            while (relay.relay(connection) > 0) {}
            unlock(connection);
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }

    private static List<Long> sequences(UUID key) {
        return TestTopics.all(Things.TOPIC, Things.MADE, key).stream()
                .map(event -> Long.parseLong(event.attributes().get("sequence")))
                .toList();
    }

    private long taken(UUID id) throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> things.taken(id));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
