package org.regulus.notification.partner.edge;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes the topics of partners, and looks what is last on them. It waits for Kafka: not for the event loop. */
@ApplicationScoped
class PartnerTopicDesk {

    private final Map<String, Object> settings;
    private final PartnerTopicLimits limits;
    private final Admin admin;

    /** Those that this instance has made or found. */
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    PartnerTopicDesk(@Identifier("default-kafka-broker") Map<String, Object> broker, PartnerTopicLimits limits) {
        this.limits = limits;
        int patience = Math.toIntExact(limits.answer().toMillis());
        settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        admin = Admin.create(settings);
    }

    /** One partition: its order is the ledger's. */
    void make(String topic) throws InterruptedException {
        if (there.contains(topic)) {
            return;
        }
        NewTopic wanted = new NewTopic(topic, Optional.of(1), limits.replication())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(limits.retention().toMillis())));
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException fault) {
            if (!(fault.getCause() instanceof TopicExistsException)) {
                throw (KafkaException) fault.getCause();
            }
        }
        there.add(topic);
    }

    /** Somebody may have deleted it. */
    void forget(String topic) {
        there.remove(topic);
    }

    Optional<ConsumerRecord<String, byte[]>> last(String topic) {
        TopicPartition partition = new TopicPartition(topic, PartnerTopics.PARTITION);
        List<TopicPartition> alone = List.of(partition);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            long end = consumer.endOffsets(alone).get(partition);
            if (end <= consumer.beginningOffsets(alone).get(partition)) {
                return Optional.empty();
            }
            consumer.assign(alone);
            consumer.seek(partition, end - 1);
            var found = consumer.poll(limits.answer()).records(partition);
            if (found.isEmpty()) {
                throw new KafkaException("The last record of %s did not come in time".formatted(topic));
            }
            return Optional.of(found.get(found.size() - 1));
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
