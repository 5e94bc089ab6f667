package org.regulus.notification.ledger.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.regulus.notification.ledger.Gap;

/** What reconciliation keeps. Each statement is a transaction of its own: gaps are kept before the progress over them. */
final class ReconciliationRecords {

    static final List<String> KINDS = List.of("skipped", "unreadable", "lost", "sequence");

    private static final String LOCK = "hashtext('regulus.ledger.reconciliation')";

    /** The sequences of further entries. A text that is not what was hashed tells none; the ledger's verification names it. */
    private static final String SEQUENCES =
            """
            with done as (select coalesce((select upto from reconciled where source = 'ledger'), 0) as upto),
            further as (
              select e.position, e.topic, case when e.leaf_hash = sha256(decode('00', 'hex') || convert_to(e.canonical, 'UTF8'))
                     then cast(e.canonical as jsonb) end as event
              from ledger_entry e, done where e.position > done.upto order by e.position limit ?),
            told as (
              select topic, cast(event ->> 'aggregateid' as uuid) as id, event ->> 'aggregatetype' as type,
                     cast(event ->> 'sequence' as bigint) as sequence
              from further where event ?? 'aggregateid'),
            kept as (
              insert into aggregate_progress (topic, aggregate_id, aggregate_type, announced)
              select topic, id, min(type), range_agg(int8range(sequence, sequence + 1)) from told group by topic, id
              on conflict (topic, aggregate_id) do update
                set announced = aggregate_progress.announced + excluded.announced)
            insert into reconciled (source, upto) select 'ledger', max(position) from further having count(*) > 0
            on conflict (source) do update set upto = excluded.upto""";

    private final Connection connection;

    ReconciliationRecords(Connection connection) {
        this.connection = connection;
    }

    boolean mine() throws SQLException {
        return "t".equals(one("select pg_try_advisory_lock(" + LOCK + ")"));
    }

    /** The connection goes back to a pool, so the lock has to be given up by hand. */
    void release() throws SQLException {
        one("select pg_advisory_unlock(" + LOCK + ")");
    }

    long upto(String source) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select upto from reconciled where source = ?")) {
            select.setString(1, source);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    void advance(String source, long upto) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(
                "insert into reconciled (source, upto) values (?, ?) on conflict (source) do update set upto = excluded.upto")) {
            keep.setString(1, source);
            keep.setLong(2, upto);
            keep.executeUpdate();
        }
    }

    /** Those of the events that are not in the ledger. */
    Set<UUID> absent(Collection<UUID> events) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                """
                select one from unnest(?) as one where not exists (select 1 from ledger_entry where event_id = one)""")) {
            select.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                Set<UUID> absent = new HashSet<>();
                while (rows.next()) {
                    absent.add(rows.getObject(1, UUID.class));
                }
                return absent;
            }
        }
    }

    void keep(String topic, int partition, List<Gap> gaps) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(
                """
                insert into topic_gap (topic, partition, first_offset, last_offset, kind, event_id) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")) {
            for (Gap gap : gaps) {
                keep.setString(1, topic);
                keep.setInt(2, partition);
                keep.setLong(3, gap.first());
                keep.setLong(4, gap.last());
                keep.setString(5, gap.kind().name().toLowerCase(Locale.ROOT));
                keep.setObject(6, gap.eventId());
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }

    /** Takes the sequences of what is new in the ledger. */
    void sequences(int most) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(SEQUENCES)) {
            take.setInt(1, most);
            take.executeUpdate();
        }
    }

    /** What was skipped and has come since, as a dead letter that was replayed, is no gap any more. */
    void settle() throws SQLException {
        one(
                """
                with come as (
                  delete from topic_gap g where g.kind = 'skipped'
                    and exists (select 1 from ledger_entry e where e.event_id = g.event_id) returning 1)
                select count(*) from come""");
    }

    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        KINDS.forEach(kind -> counts.put(kind, 0L));
        try (PreparedStatement select = connection.prepareStatement(
                        """
                        select kind, sum(last_offset - first_offset + 1) from topic_gap group by kind
                        union all select 'sequence', count(*) from aggregate_progress where not whole""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    private String one(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
