package org.regulus.common.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.app.Things;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OutboxIT {

    @Inject
    Things things;

    @Test
    void a_rolled_back_change_leaves_no_event() throws Throwable {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> things.makeThenFail(id, "never")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count("thing", "id", id)).isZero();
        assertThat(count("outbox", "aggregateid", id)).isZero();
    }

    @Test
    void a_committed_change_leaves_exactly_one_event_and_it_reaches_the_topic() throws Throwable {
        UUID id = UUID.randomUUID();

        VertxContextSupport.subscribeAndAwait(() -> things.make(id, "lamp"));

        assertThat(count("thing", "id", id)).isOne();
        assertThat(count("outbox", "aggregateid", id)).isOne();
        var event = TestTopics.await(Things.TOPIC, Things.MADE, id);
        assertThat(event.json()).isEqualTo("{\"id\":\"%s\",\"name\":\"lamp\"}".formatted(id));
        assertThat(event.attributes())
                .containsEntry("specversion", "1.0")
                .containsEntry("source", "/regulus/common-test")
                .containsEntry("subject", id.toString())
                .containsEntry("time", "2019-06-03T01:00:00Z")
                .containsEntry("authority", "MIIT")
                .containsEntry("sequence", "1")
                .containsEntry("aggregatetype", "thing")
                .containsEntry("correlationid", event.id().toString())
                .doesNotContainKey("causationid");
    }

    @Test
    void an_event_without_a_transaction_is_impossible() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> things.announceWithoutTransaction(id)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs the caller's transaction");
    }

    @Test
    void one_version_of_an_aggregate_announces_one_event() throws Throwable {
        UUID id = UUID.randomUUID();
        VertxContextSupport.subscribeAndAwait(() -> things.announce(id, id, 1, "first"));

        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> things.announce(id, id, 1, "again")))
                .hasStackTraceContaining("outbox_aggregateid_sequence_key");
    }

    private long count(String table, String column, UUID id) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> things.count(table, column, id));
    }
}
