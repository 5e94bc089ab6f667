package org.regulus.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.regulus.common.app.ThingEvents;
import org.regulus.common.app.Things;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class EventConsumptionIT {

    private static final String DEAD = "regulus.test.dead-letters";

    @Inject
    Things things;

    /** All records of a test share one key, so that they stand in one partition: the later one proves that the earlier was handled. */
    private final UUID key = UUID.randomUUID();

    @Test
    void an_event_delivered_twice_has_one_effect() {
        UUID id = UUID.randomUUID();
        UUID eventId = UUID.randomUUID();

        deliver(eventId, ThingEvents.TAKEN, id);
        deliver(eventId, ThingEvents.TAKEN, id);
        deliverAndAwaitAnother();

        assertThat(taken(id)).isOne();
    }

    @Test
    void a_record_that_is_no_event_goes_to_the_dead_letters_and_the_next_one_is_handled() {
        byte[] rubbish = ("rubbish " + key).getBytes(StandardCharsets.UTF_8);

        TestTopics.send(new ProducerRecord<>(ThingEvents.INBOUND, key.toString(), rubbish));
        deliverAndAwaitAnother();

        ConsumerRecord<String, byte[]> letter = deadLetter();
        assertThat(letter.value()).isEqualTo(rubbish);
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo("event.unreadable");
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(ThingEvents.INBOUND);
        assertThat(header(letter, DeadLetters.CONSUMER)).isEqualTo("test.things");
    }

    @Test
    void data_that_cannot_be_read_goes_to_the_dead_letters_with_its_headers() {
        UUID eventId = UUID.randomUUID();

        TestTopics.send(
                eventId,
                ThingEvents.INBOUND,
                ThingEvents.TAKEN,
                key,
                "MIIT",
                new AggregateVersion("thing", key, 1),
                "{\"id\": 7");
        deliverAndAwaitAnother();

        assertThat(header(deadLetter(), "ce_id")).isEqualTo(eventId.toString());
    }

    @Test
    void an_impossible_event_leaves_nothing_behind_but_its_dead_letter() {
        UUID id = UUID.randomUUID();

        deliver(UUID.randomUUID(), ThingEvents.IMPOSSIBLE, id);
        deliverAndAwaitAnother();

        assertThat(taken(id)).isZero();
        assertThat(header(deadLetter(), DeadLetters.REASON)).isEqualTo("thing.impossible");
    }

    @Test
    void a_fault_that_passes_is_tried_again_and_has_one_effect() {
        deliver(UUID.randomUUID(), ThingEvents.PASSING, UUID.randomUUID());

        await().until(() -> taken(key) == 1);
        deliverAndAwaitAnother();
        assertThat(taken(key)).isOne();
    }

    @Test
    void an_unknown_type_is_passed_over() {
        deliver(UUID.randomUUID(), "regulus.test.thing-invented-later.v1", UUID.randomUUID());
        deliverAndAwaitAnother();

        assertThat(TestTopics.records(DEAD)).noneMatch(letter -> key.toString().equals(letter.key()));
    }

    @Test
    void an_event_announced_in_a_reaction_names_its_cause() {
        UUID eventId = UUID.randomUUID();

        deliver(eventId, ThingEvents.ANSWERED, UUID.randomUUID());

        var answer = TestTopics.await(Things.TOPIC, Things.MADE, key);
        assertThat(answer.attributes())
                .containsEntry("causationid", eventId.toString())
                .containsEntry("correlationid", eventId.toString());
    }

    private void deliver(UUID eventId, String type, UUID id) {
        TestTopics.send(
                eventId,
                ThingEvents.INBOUND,
                type,
                key,
                "MIIT",
                new AggregateVersion("thing", id, 1),
                new ThingEvents.Data(id));
    }

    private void deliverAndAwaitAnother() {
        UUID another = UUID.randomUUID();
        deliver(UUID.randomUUID(), ThingEvents.TAKEN, another);
        await().until(() -> taken(another) == 1);
    }

    private long taken(UUID id) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> things.taken(id));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private ConsumerRecord<String, byte[]> deadLetter() {
        return TestTopics.records(DEAD).stream()
                .filter(letter -> key.toString().equals(letter.key()))
                .findFirst()
                .orElseThrow();
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
