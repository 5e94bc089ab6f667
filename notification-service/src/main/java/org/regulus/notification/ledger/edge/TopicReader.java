package org.regulus.notification.ledger.edge;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.regulus.common.event.EventHeaders;
import org.regulus.notification.ledger.Offsets.Seen;

/** Reads a producer's topic again, beside the service's own consumer: it names that one's group to ask how far it is, and joins nothing. */
public final class TopicReader implements AutoCloseable {

    public static final List<String> PRODUCERS = List.of("filing", "inspection", "sanctions", "notification");

    private static final Duration POLL = Duration.ofMillis(500);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private Map<TopicPartition, Long> ends = Map.of();

    public TopicReader(Map<String, Object> broker, String producer) {
        topic = "regulus.%s.events".formatted(producer);
        consumer =
                new KafkaConsumer<>(settings(broker, producer), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** @param broker everything that is configured as {@code kafka.*}: addresses, TLS, SASL */
    static Map<String, Object> settings(Map<String, Object> broker, String producer) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "notification-service." + producer);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /** Up to which offset our consumer has gone, for each partition of which it has read anything. */
    Map<TopicPartition, Long> consumed() {
        return consumer.committed(partitions()).entrySet().stream()
                .filter(committed -> committed.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, committed -> committed.getValue().offset()));
    }

    private Set<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
    }

    /** The first offset of each partition that still holds something. */
    public Map<TopicPartition, Long> beginnings() {
        return consumer.beginningOffsets(partitions());
    }

    /** Where each partition ends at this moment. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions());
    }

    public void start(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> consumed) {
        ends = consumed;
        consumer.assign(starts.entrySet().stream()
                .filter(start -> start.getValue() < consumed.get(start.getKey()))
                .map(Map.Entry::getKey)
                .toList());
        consumer.assignment().forEach(partition -> consumer.seek(partition, starts.get(partition)));
    }

    /** Whether any partition has not been read to its end as it was given. */
    public boolean more() {
        return consumer.assignment().stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition));
    }

    public ConsumerRecords<String, byte[]> poll() {
        return consumer.poll(POLL);
    }

    static Seen seen(ConsumerRecord<String, byte[]> message) {
        String id = EventHeaders.read(message.headers()).get("id");
        try {
            return new Seen(message.offset(), id == null ? null : UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return new Seen(message.offset(), null);
        }
    }

    /** How far a partition was read. */
    public long position(TopicPartition partition) {
        return Math.min(consumer.position(partition), ends.get(partition));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
