package org.regulus.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.regulus.campaign.client.Stack;
import org.regulus.campaign.client.Topics;

/**
 * Sends every dead letter of a consumer to its own topic again, with the key, the headers and the id that it had. The letters stay
 * where they are: replaying twice is safe, because every consumer takes an id once.
 */
public final class ReplayDeadLetters {

    private static final String USAGE = "usage: deploy/replay-dead-letters <consumer> [--dry-run] [--port-offset N]";
    private static final String OURS = "regulus-dead-";
    private static final int ACKNOWLEDGED_WITHIN_SECONDS = 30;

    private ReplayDeadLetters() {}

    public static void main(String[] line) {
        System.exit(Command.run(USAGE, () -> replay(line)));
    }

    private static int replay(String[] line) {
        Arguments arguments = Arguments.parse(line, Set.of("--port-offset"), Set.of("--dry-run"))
                .atMostWords(1);
        String consumer = arguments
                .word(0)
                .orElseThrow(() -> new Arguments.Wrong("whose dead letters? Name a service: filing, inspection, …"));
        Stack stack = Command.stack(arguments);
        String topic = "regulus." + consumer + ".dead-letters";
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        try (Topics topics = new Topics(stack)) {
            topics.readOn(List.of(topic), letters::add);
        }
        letters.forEach(letter -> System.out.println(told(letter)));
        if (arguments.has("--dry-run")) {
            System.out.printf("%d dead letters in %s; none was sent.%n", letters.size(), topic);
            return 0;
        }
        try (Producer<String, byte[]> producer = producer(stack)) {
            letters.forEach(letter -> send(producer, letter));
        }
        System.out.printf("%d dead letters of %s sent again.%n", letters.size(), topic);
        return 0;
    }

    private static String told(ConsumerRecord<String, byte[]> letter) {
        return "%s  %s  %s  %s: %s"
                .formatted(
                        header(letter, "ce_id"),
                        header(letter, "ce_type"),
                        header(letter, OURS + "topic"),
                        header(letter, OURS + "reason"),
                        header(letter, OURS + "detail"));
    }

    /** The record as it was before it died. */
    static ProducerRecord<String, byte[]> revived(ConsumerRecord<String, byte[]> letter) {
        String topic = Topics.header(letter.headers(), OURS + "topic")
                .orElseThrow(() -> new IllegalStateException("The letter at %d-%d does not say where it came from"
                        .formatted(letter.partition(), letter.offset())));
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, letter.key(), letter.value());
        letter.headers().forEach(header -> {
            if (!header.key().startsWith(OURS)) {
                message.headers().add(header);
            }
        });
        return message;
    }

    private static void send(Producer<String, byte[]> producer, ConsumerRecord<String, byte[]> letter) {
        try {
            producer.send(revived(letter)).get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Kafka did not take the letter " + header(letter, "ce_id"), failure);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", asked);
        }
    }

    private static Producer<String, byte[]> producer(Stack stack) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return Topics.header(letter.headers(), name).orElse("?").replaceAll("\\p{Cntrl}+", " ");
    }
}
