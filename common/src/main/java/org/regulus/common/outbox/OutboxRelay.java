package org.regulus.common.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.regulus.common.event.EventHeaders;

/**
 * Brings outbox rows to Kafka, in order for each key, at least once.
 *
 * <p>One relay of a service is active at a time: it holds a session advisory lock of the service's database, which PostgreSQL frees
 * when the process dies. A row is sent only after the row before it <em>of the same key</em> was acknowledged; a failure ends the
 * batch for that key, so that nothing overtakes. The next batch passes over the keys that failed, so that they hold up nobody behind them,
 * until all was looked at; then it begins again with the oldest. Why reading by position is safe although positions are given before commit: the
 * second version of an aggregate can only be written after the first one was committed. A crash between acknowledgement and mark
 * sends a row twice; the consumers' inbox takes it once.
 */
final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Advisory lock of the active relay: the ASCII bytes of "outbox". */
    private static final long LOCK = 0x6f7574626f78L;

    private final Producer<String, byte[]> producer;
    private final RelayLimits limits;
    private final String source;
    private final Set<UUID> passedOver = new HashSet<>();

    OutboxRelay(Producer<String, byte[]> producer, RelayLimits limits, String source) {
        this.producer = producer;
        this.limits = limits;
        this.source = source;
    }

    record Unsent(UUID id, String topic, UUID key, Map<String, String> attributes, byte[] payload) {}

    /** Becomes the active relay on this connection, or learns that another one is. */
    boolean activate(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    return false;
                }
            }
        }
        execute(connection, "listen outbox");
        passedOver.clear();
        return true;
    }

    /** Sends and marks one batch; answers how many rows were sent. */
    int relay(Connection connection) throws SQLException, InterruptedException {
        List<Unsent> batch = unsent(connection);
        List<UUID> acknowledged = publish(batch);
        mark(connection, acknowledged);
        if (acknowledged.size() < batch.size()) {
            LOG.warnf(
                    "outbox: %d of %d events not acknowledged; trying again",
                    batch.size() - acknowledged.size(), batch.size());
            Set<UUID> sent = new HashSet<>(acknowledged);
            batch.stream()
                    .filter(row -> !sent.contains(row.id()))
                    .map(Unsent::key)
                    .forEach(passedOver::add);
        }
        boolean allSeen = batch.size() < limits.batchMax() || passedOver.size() > limits.passedOverMax();
        if (allSeen && isPassingOver()) {
            passedOver.clear();
            TimeUnit.MILLISECONDS.sleep(limits.backoff().toMillis());
        }
        return acknowledged.size();
    }

    /** Whether there may be more to send, though nothing was. */
    boolean isPassingOver() {
        return !passedOver.isEmpty();
    }

    /** Waits for a NOTIFY, at most the poll interval. */
    void await(Connection connection) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .getNotifications(Math.toIntExact(limits.poll().toMillis()));
    }

    /** In waves: the first row of every key, then the second of those whose first was acknowledged, and so on. */
    List<UUID> publish(List<Unsent> batch) throws InterruptedException {
        Map<UUID, Deque<Unsent>> byKey = new LinkedHashMap<>();
        batch.forEach(row ->
                byKey.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).add(row));
        List<UUID> acknowledged = new ArrayList<>(batch.size());
        while (!byKey.isEmpty()) {
            Map<UUID, Future<RecordMetadata>> wave = new LinkedHashMap<>();
            byKey.forEach((key, rows) -> wave.put(key, producer.send(toRecord(rows.peek()))));
            for (Map.Entry<UUID, Future<RecordMetadata>> sent : wave.entrySet()) {
                Deque<Unsent> rows = byKey.get(sent.getKey());
                if (acknowledged(sent.getValue())) {
                    acknowledged.add(rows.remove().id());
                } else {
                    rows.clear();
                }
                if (rows.isEmpty()) {
                    byKey.remove(sent.getKey());
                }
            }
        }
        return acknowledged;
    }

    private boolean acknowledged(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get(limits.acknowledgement().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notDelivered) {
            LOG.warnf("outbox: Kafka did not take a record: %s", notDelivered.getMessage());
            return false;
        }
    }

    private static ProducerRecord<String, byte[]> toRecord(Unsent row) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.topic(), row.key().toString(), row.payload());
        EventHeaders.write(row.attributes(), message.headers());
        return message;
    }

    List<Unsent> unsent(Connection connection) throws SQLException {
        String sql =
                """
                select id, aggregatetype, aggregateid, type, payload, sequence, topic, message_key, authority, occurred_at,
                       causation_id, correlation_id
                from outbox where sent_at is null and message_key <> all(?) order by position limit ?""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", passedOver.toArray()));
            select.setInt(2, limits.batchMax());
            try (ResultSet rows = select.executeQuery()) {
                List<Unsent> batch = new ArrayList<>();
                while (rows.next()) {
                    batch.add(read(rows));
                }
                return batch;
            }
        }
    }

    private Unsent read(ResultSet row) throws SQLException {
        UUID key = row.getObject("message_key", UUID.class);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", row.getString("id"));
        attributes.put("type", row.getString("type"));
        attributes.put("source", source);
        attributes.put("subject", key.toString());
        attributes.put("time", instant(row, "occurred_at").toString());
        attributes.put("dataschema", "urn:regulus:contract:" + row.getString("type"));
        attributes.put("authority", row.getString("authority"));
        attributes.put("sequence", row.getString("sequence"));
        attributes.put("aggregatetype", row.getString("aggregatetype"));
        attributes.put("aggregateid", row.getString("aggregateid"));
        attributes.put("causationid", row.getString("causation_id"));
        attributes.put("correlationid", row.getString("correlation_id"));
        return new Unsent(
                row.getObject("id", UUID.class), row.getString("topic"), key, attributes, row.getBytes("payload"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    void mark(Connection connection, List<UUID> acknowledged) throws SQLException {
        if (acknowledged.isEmpty()) {
            return;
        }
        try (PreparedStatement mark =
                connection.prepareStatement("update outbox set sent_at = clock_timestamp() where id = any(?)")) {
            mark.setArray(1, connection.createArrayOf("uuid", acknowledged.toArray()));
            mark.executeUpdate();
        }
    }

    int purge(Connection connection) throws SQLException {
        try (PreparedStatement purge = connection.prepareStatement(
                "delete from outbox where sent_at < clock_timestamp() - make_interval(secs => ?)")) {
            purge.setLong(1, limits.retention().toSeconds());
            return purge.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
