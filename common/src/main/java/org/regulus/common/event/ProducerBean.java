package org.regulus.common.event;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one Kafka producer of a service: idempotent, acknowledged by all in-sync replicas, for the relay and the dead letters. */
@Dependent
class ProducerBean {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** Shorter than the relay's wait for an acknowledgement, so that the relay never gives up on a record still on its way. */
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;

    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int LINGER_MILLIS = 2;

    @Produces
    @Singleton
    Producer<String, byte[]> producer(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
                        ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(CLOSING);
    }
}
