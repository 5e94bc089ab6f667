package org.regulus.campaign.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics as any outsider can: without a consumer group, from a position to what is there now. */
public final class Topics implements AutoCloseable {

    public static final List<String> EVENTS = List.of(
            "regulus.filing.events",
            "regulus.inspection.events",
            "regulus.sanctions.events",
            "regulus.notification.events");

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;

    public Topics(Stack stack) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafka(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Where each partition ends now. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        return consumer.endOffsets(partitions(topics));
    }

    /** Every record that has not been read yet, up to where the partitions end at this moment; the first time from the beginning. */
    public void readOn(Collection<String> topics, Consumer<ConsumerRecord<String, byte[]>> reader) {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = partitions(topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!reached(ends)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("The topics could not be read to their ends within " + PATIENCE);
            }
            consumer.poll(POLL).forEach(reader);
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> Optional.ofNullable(consumer.partitionsFor(topic)).stream())
                .flatMap(List::stream)
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
    }

    /** A CloudEvents attribute or another header as text. */
    public static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
