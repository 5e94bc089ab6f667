package org.regulus.common.event;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.regulus.common.problem.Refusal;

/**
 * Events that could not be taken, kept whole with their reason in {@code regulus.<service>.dead-letters}. {@code
 * deploy/replay-dead-letters} sends them to their topic again once the reason is gone; the inbox makes that safe.
 */
@ApplicationScoped
class DeadLetters {

    static final String REASON = "regulus-dead-reason";
    static final String DETAIL = "regulus-dead-detail";
    static final String TOPIC = "regulus-dead-topic";
    static final String PARTITION = "regulus-dead-partition";
    static final String OFFSET = "regulus-dead-offset";
    static final String CONSUMER = "regulus-dead-consumer";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;

    DeadLetters(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    Uni<Void> bury(String consumer, ConsumerRecord<String, byte[]> message, Throwable reason) {
        String code = reason instanceof Refusal refusal
                ? refusal.code()
                : reason.getClass().getSimpleName();
        LOG.errorf(
                "%s: %s-%d@%d to the dead letters: %s",
                consumer, message.topic(), message.partition(), message.offset(), code);
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic(consumer), message.key(), message.value());
        message.headers().forEach(letter.headers()::add);
        add(letter, REASON, code);
        add(letter, DETAIL, String.valueOf(reason.getMessage()));
        add(letter, TOPIC, message.topic());
        add(letter, PARTITION, String.valueOf(message.partition()));
        add(letter, OFFSET, String.valueOf(message.offset()));
        add(letter, CONSUMER, consumer);
        return Uni.createFrom()
                .emitter(taken -> producer.send(letter, (metadata, failure) -> {
                    if (failure == null) {
                        taken.complete(null);
                    } else {
                        taken.fail(failure);
                    }
                }));
    }

    static String topic(String consumer) {
        return "regulus." + consumer.substring(0, consumer.indexOf('.')) + ".dead-letters";
    }

    private static void add(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
