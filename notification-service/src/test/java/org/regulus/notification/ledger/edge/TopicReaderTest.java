package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    @Test
    void it_speaks_to_a_cluster_as_that_is_configured_and_never_moves_the_consumers_it_asks_about() {
        Map<String, Object> broker = Map.of("bootstrap.servers", "kafka.example:9093", "security.protocol", "SSL");
        assertThat(TopicReader.settings(broker, "filing"))
                .containsAllEntriesOf(broker)
                .containsEntry("enable.auto.commit", false)
                .containsEntry("group.id", "notification-service.filing");
    }
}
