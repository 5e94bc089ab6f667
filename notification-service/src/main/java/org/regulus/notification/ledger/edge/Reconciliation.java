package org.regulus.notification.ledger.edge;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.regulus.notification.ledger.Gap;
import org.regulus.notification.ledger.Offsets;
import org.regulus.notification.ledger.Offsets.Seen;

/**
 * Completeness: holds what the topics have against what the ledger has, and each producer's sequences against themselves. It reads the
 * topics for itself, up to where our consumers say that they are, so that a fault of theirs is found, too. One instance at a time.
 */
@ApplicationScoped
class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final AgroalDataSource database;
    private final LedgerLimits limits;
    private final Map<String, Object> broker;
    private final Map<String, AtomicLong> counts = new HashMap<>();

    Reconciliation(
            AgroalDataSource database,
            LedgerLimits limits,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MeterRegistry meters) {
        this.database = database;
        this.limits = limits;
        this.broker = broker;
        for (String kind : ReconciliationRecords.KINDS) {
            counts.put(
                    kind,
                    meters.gauge(
                            "regulus.ledger.gaps",
                            List.of(io.micrometer.core.instrument.Tag.of("kind", kind)),
                            new AtomicLong()));
        }
    }

    /** On a worker thread: it waits for Kafka and for the database. */
    @Scheduled(every = "{regulus.ledger.reconcile-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reconcile() {
        try (Connection connection = database.getConnection()) {
            ReconciliationRecords records = new ReconciliationRecords(connection);
            if (records.mine()) {
                try {
                    for (String producer : TopicReader.PRODUCERS) {
                        topic(records, producer);
                    }
                    records.sequences(limits.reconcileMax());
                    records.settle();
                } finally {
                    records.release();
                }
            }
            records.counts().forEach((kind, count) -> counts.get(kind).set(count));
        } catch (SQLException | RuntimeException away) {
            LOG.warnf("reconciliation: %s; it goes on where it stopped", away.getMessage());
        }
    }

    private void topic(ReconciliationRecords records, String producer) throws SQLException {
        try (TopicReader topic = new TopicReader(broker, producer)) {
            Map<TopicPartition, Offsets> offsets = new HashMap<>();
            Map<TopicPartition, Long> ends = topic.consumed();
            for (TopicPartition partition : ends.keySet()) {
                offsets.put(partition, new Offsets(records.upto(source(partition))));
            }
            Map<TopicPartition, Long> starts = offsets.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, start -> start.getValue().next()));
            topic.start(starts, ends);
            for (int read = 0; topic.more() && read < limits.reconcileMax(); ) {
                ConsumerRecords<String, byte[]> polled = topic.poll();
                read += polled.count();
                compare(records, polled, ends, offsets);
            }
        }
    }

    private static void compare(
            ReconciliationRecords records,
            ConsumerRecords<String, byte[]> polled,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Offsets> offsets)
            throws SQLException {
        for (TopicPartition partition : polled.partitions()) {
            List<Seen> seen = polled.records(partition).stream()
                    .filter(record -> record.offset() < ends.get(partition))
                    .map(TopicReader::seen)
                    .toList();
            Set<UUID> absent = records.absent(
                    seen.stream().map(Seen::eventId).filter(id -> id != null).toList());
            Offsets progress = offsets.get(partition);
            List<Gap> gaps = progress.follow(seen, absent);
            records.keep(partition.topic(), partition.partition(), gaps);
            records.advance(source(partition), progress.next());
        }
    }

    private static String source(TopicPartition partition) {
        return partition.topic() + "/" + partition.partition();
    }
}
