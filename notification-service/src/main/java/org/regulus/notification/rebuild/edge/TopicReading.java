package org.regulus.notification.rebuild.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.edge.CanonicalEvents;
import org.regulus.notification.ledger.edge.TopicReader;
import org.regulus.notification.rebuild.edge.RebuildRecords.Event;

/**
 * The first stage of a rebuild from Kafka: the topics from their beginning to where they end now, with a consumer of its own that commits
 * nothing. Each page is kept together with how far it goes, so that another instance goes on there. {@link RebuildWork} writes the cases.
 */
@ApplicationScoped
class TopicReading {

    private static final Logger LOG = Logger.getLogger(TopicReading.class);

    private final AgroalDataSource database;
    private final RebuildLimits limits;
    private final Map<String, Object> broker;
    private final CanonicalEvents canonical;
    private final ObjectMapper json;

    TopicReading(
            AgroalDataSource database,
            RebuildLimits limits,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            CanonicalEvents canonical,
            ObjectMapper json) {
        this.database = database;
        this.limits = limits;
        this.broker = broker;
        this.canonical = canonical;
        this.json = json;
    }

    /** On a worker thread: it waits for Kafka and for the database. */
    @Scheduled(every = "{regulus.rebuild.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try (RebuildRecords records = new RebuildRecords(database.getConnection(), limits.lease())) {
            if (records.take()) {
                for (String producer : TopicReader.PRODUCERS) {
                    begin(records, producer);
                }
                for (String producer : TopicReader.PRODUCERS) {
                    topic(records, producer);
                }
                records.finish();
            }
        } catch (SQLException | RuntimeException away) {
            LOG.warnf("rebuild from Kafka: %s; it goes on where it stopped", away.getMessage());
        }
    }

    private void begin(RebuildRecords records, String producer) throws SQLException {
        try (TopicReader topic = new TopicReader(broker, producer)) {
            records.begin(topic.beginnings(), topic.ends());
        }
    }

    private void topic(RebuildRecords records, String producer) throws SQLException {
        try (TopicReader topic = new TopicReader(broker, producer)) {
            Map<TopicPartition, Long> ends = records.offsets(producer, "upto");
            topic.start(records.offsets(producer, "next_offset"), ends);
            int empty = 0;
            while (topic.more()) {
                ConsumerRecords<String, byte[]> polled = topic.poll();
                empty = polled.isEmpty() ? empty + 1 : 0;
                if (empty > limits.emptyMax()) {
                    throw new IllegalStateException("the topic of %s gives nothing".formatted(producer));
                }
                keep(records, topic, polled, ends);
            }
        }
    }

    private void keep(
            RebuildRecords records,
            TopicReader topic,
            ConsumerRecords<String, byte[]> polled,
            Map<TopicPartition, Long> ends)
            throws SQLException {
        List<Event> events = new ArrayList<>();
        long unreadable = 0;
        for (ConsumerRecord<String, byte[]> record : polled) {
            if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                try {
                    event(record).ifPresent(events::add);
                } catch (Refusal noEvent) {
                    unreadable++;
                }
            }
        }
        for (TopicPartition partition : polled.partitions()) {
            records.advance(partition, topic.position(partition));
        }
        records.keep(events, unreadable);
    }

    /** Nothing when it is of no case. */
    private Optional<Event> event(ConsumerRecord<String, byte[]> record) {
        EventEnvelope event = EventEnvelope.of(record, json);
        JsonNode data = event.dataAs(JsonNode.class);
        String caseId = data.path("caseId").textValue();
        try {
            return Optional.ofNullable(caseId)
                    .map(UUID::fromString)
                    .map(id -> new Event(id, event.id(), canonical.of(event, data)));
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.malformed("event.unreadable", "caseId is not a UUID");
        }
    }
}
