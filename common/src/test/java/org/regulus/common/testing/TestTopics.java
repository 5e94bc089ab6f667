package org.regulus.common.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.regulus.common.event.EventHeaders;
import org.regulus.common.outbox.AggregateVersion;

/** Writes events to real topics as another service would, and reads what the service under test announced. */
public final class TestTopics {

    static final String BROKERS = "regulus.test.brokers";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();

    private TestTopics() {}

    /** @param data a record or map to be written as JSON, or the JSON itself as a string or bytes */
    public static UUID send(
            String topic, String type, UUID key, String authority, AggregateVersion aggregate, Object data) {
        return send(UUID.randomUUID(), topic, type, key, authority, aggregate, data);
    }

    public static UUID send(
            UUID eventId,
            String topic,
            String type,
            UUID key,
            String authority,
            AggregateVersion aggregate,
            Object data) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", eventId.toString());
        attributes.put("type", type);
        attributes.put("source", "/regulus/test");
        attributes.put("subject", key.toString());
        attributes.put("time", Instant.now().toString());
        attributes.put("authority", authority);
        attributes.put("aggregatetype", aggregate.type());
        attributes.put("aggregateid", aggregate.id().toString());
        attributes.put("sequence", String.valueOf(aggregate.sequence()));
        attributes.put("correlationid", eventId.toString());
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key.toString(), bytes(data));
        EventHeaders.write(attributes, message.headers());
        send(message);
        return eventId;
    }

    /** Any record at all, such as one that is no event. */
    public static void send(ProducerRecord<String, byte[]> message) {
        try {
            Producing.PRODUCER.send(message).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** The first event of that type and key, from the beginning of the topic; waits for it. */
    public static Received await(String topic, String type, UUID key) {
        return Awaitility.await(type + " for " + key)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> all(topic, type, key), found -> !found.isEmpty())
                .get(0);
    }

    public static int count(String topic, String type, UUID key) {
        return all(topic, type, key).size();
    }

    /** An event as it stands on the topic. */
    public record Received(UUID id, Map<String, String> attributes, byte[] data) {
        public String json() {
            return new String(data, StandardCharsets.UTF_8);
        }

        public com.fasterxml.jackson.databind.JsonNode tree() {
            try {
                return JSON.readTree(json());
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    public static List<Received> all(String topic, String type, UUID key) {
        return records(topic).stream()
                .filter(message -> key.toString().equals(message.key()))
                .map(message -> Map.entry(EventHeaders.read(message.headers()), message))
                .filter(read -> type.equals(read.getKey().get("type")))
                .map(read -> new Received(
                        UUID.fromString(read.getKey().get("id")),
                        read.getKey(),
                        read.getValue().value()))
                .toList();
    }

    /** Everything that is on the topic now. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return READERS.computeIfAbsent(topic, Reader::new).all();
    }

    /** One for all tests: to begin one takes longer than what is sent with it. */
    private static final class Producing {
        static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Topics only grow: each look reads what is new, and keeps it, instead of all from the beginning. */
    private static final class Reader {
        private final String topic;
        private final KafkaConsumer<String, byte[]> consumer;
        private final List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();

        Reader(String topic) {
            this.topic = topic;
            this.consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", brokers(), "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
        }

        synchronized List<ConsumerRecord<String, byte[]>> all() {
            Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            if (!partitions.equals(consumer.assignment())) {
                found.clear();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return List.copyOf(found);
        }
    }

    private static byte[] bytes(Object data) {
        if (data instanceof byte[] ready) {
            return ready;
        }
        if (data instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String brokers() {
        return System.getProperty(BROKERS);
    }
}
