package org.regulus.common.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The one Kafka producer of a service: idempotent, acknowledged by all in-sync replicas, for the relay and the dead letters. */
@Dependent
class ProducerBean {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** Shorter than the relay's wait for an acknowledgement, so that the relay never gives up on a record still on its way. */
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;

    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int LINGER_MILLIS = 2;

    /** @param broker everything that is configured as {@code kafka.*}: addresses, TLS, SASL */
    @Produces
    @Singleton
    Producer<String, byte[]> producer(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        return new KafkaProducer<>(settings(broker), new StringSerializer(), new ByteArraySerializer());
    }

    /** What the promises rest on cannot be configured away. */
    static Map<String, Object> settings(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        return settings;
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(CLOSING);
    }
}
