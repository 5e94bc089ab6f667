package org.regulus.notification.rebuild.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** What reading the topics keeps. A page, its offsets and the lease are one transaction: {@link #keep} ends it. */
final class RebuildRecords implements AutoCloseable {

    private static final String TAKE =
            """
            update timeline_rebuild set lease_until = clock_timestamp() + make_interval(secs => ?)
            where id = (select id from timeline_rebuild where source = 'kafka' and stage = 'reading'
                          and lease_until <= clock_timestamp() order by asked_at limit 1 for update skip locked)
            returning id""";

    private static final String BEGIN =
            """
            with kept as (
              insert into rebuild_offset (rebuild_id, topic, partition, next_offset, upto) values (?, ?, ?, ?, ?)
              on conflict do nothing returning rebuild_id, upto - next_offset as records)
            update timeline_rebuild t set upto = t.upto + kept.records from kept where t.id = kept.rebuild_id""";

    private static final String PROGRESS =
            """
            update timeline_rebuild set unreadable = unreadable + ?, lease_until = clock_timestamp() + make_interval(secs => ?),
              position = (select t.upto - sum(o.upto - o.next_offset)
                          from timeline_rebuild t join rebuild_offset o on o.rebuild_id = t.id where t.id = ? group by t.upto)
            where id = ?""";

    private final Connection connection;
    private final Duration lease;
    private UUID rebuild;

    RebuildRecords(Connection connection, Duration lease) throws SQLException {
        this.connection = connection;
        this.lease = lease;
        connection.setAutoCommit(false);
    }

    record Event(UUID caseId, UUID eventId, String canonical) {}

    /** Whether there is a rebuild to go on with. */
    boolean take() throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setDouble(1, lease.toSeconds());
            try (ResultSet row = take.executeQuery()) {
                rebuild = row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
        connection.commit();
        return rebuild != null;
    }

    /** What was begun before keeps its offsets. */
    void begin(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            for (TopicPartition partition : beginnings.keySet()) {
                begin.setObject(1, rebuild);
                begin.setString(2, partition.topic());
                begin.setInt(3, partition.partition());
                begin.setLong(4, beginnings.get(partition));
                begin.setLong(5, ends.get(partition));
                begin.executeUpdate();
            }
        }
        connection.commit();
    }

    /** @param column next_offset or upto */
    Map<TopicPartition, Long> offsets(String producer, String column) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select topic, partition, %s from rebuild_offset where rebuild_id = ? and topic = ?"
                        .formatted(column))) {
            select.setObject(1, rebuild);
            select.setString(2, "regulus.%s.events".formatted(producer));
            Map<TopicPartition, Long> offsets = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
            return offsets;
        }
    }

    void advance(TopicPartition partition, long next) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(
                "update rebuild_offset set next_offset = ? where rebuild_id = ? and topic = ? and partition = ?")) {
            advance.setLong(1, next);
            advance.setObject(2, rebuild);
            advance.setString(3, partition.topic());
            advance.setInt(4, partition.partition());
            advance.executeUpdate();
        }
    }

    void keep(List<Event> events, long unreadable) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(
                """
                insert into rebuild_record (rebuild_id, case_id, event_id, canonical) values (?, ?, ?, ?)
                on conflict do nothing""")) {
            for (Event event : events) {
                keep.setObject(1, rebuild);
                keep.setObject(2, event.caseId());
                keep.setObject(3, event.eventId());
                keep.setString(4, event.canonical());
                keep.addBatch();
            }
            keep.executeBatch();
        }
        try (PreparedStatement progress = connection.prepareStatement(PROGRESS)) {
            progress.setLong(1, unreadable);
            progress.setDouble(2, lease.toSeconds());
            progress.setObject(3, rebuild);
            progress.setObject(4, rebuild);
            progress.executeUpdate();
        }
        connection.commit();
    }

    /** The cases can be written, by whichever instance comes first. */
    void finish() throws SQLException {
        try (PreparedStatement finish = connection.prepareStatement(
                "update timeline_rebuild set stage = 'writing', lease_until = '-infinity' where id = ?")) {
            finish.setObject(1, rebuild);
            finish.executeUpdate();
        }
        connection.commit();
    }

    /** What was not kept is undone. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
