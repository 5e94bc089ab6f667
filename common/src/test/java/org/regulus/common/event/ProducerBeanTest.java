package org.regulus.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerBeanTest {

    @Test
    void a_cluster_with_tls_and_passwords_is_spoken_to_as_it_is_configured() {
        Map<String, Object> broker = Map.of(
                "bootstrap.servers", "kafka.example:9093",
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.truststore.location", "/etc/kafka/ca.p12");
        assertThat(ProducerBean.settings(broker)).containsAllEntriesOf(broker);
    }

    @Test
    void what_the_promises_rest_on_cannot_be_configured_away() {
        assertThat(ProducerBean.settings(
                        Map.of("acks", "0", "enable.idempotence", false, "delivery.timeout.ms", 600_000)))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("delivery.timeout.ms", 10_000);
    }
}
