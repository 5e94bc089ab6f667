package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.regulus.common.event.EventEnvelope;
import org.regulus.notification.ledger.Fault;
import org.regulus.notification.ledger.LedgerEntry;
import org.regulus.notification.ledger.LedgerEntry.Labels;

/** Appends events to the chain, and reads it. */
@ApplicationScoped
public class Ledger {

    private static final String PAGE =
            """
            select position, cast(event_id as text), type, authority, canonical, leaf_hash, previous_hash, chain_hash
            from ledger_entry where position > ?1 order by position limit ?2""";

    private static final String CLUES =
            """
            select (select min(position) from ledger_entry where position < ?1 and leaf_hash = ?2),
                   (select min(position) from ledger_entry where position > ?1 and previous_hash = ?3)""";

    private final CanonicalEvents canonical;

    Ledger(CanonicalEvents canonical) {
        this.canonical = canonical;
    }

    record Head(long position, byte[] chainHash) {}

    /**
     * In the transaction of the event's claim, as its last statement: the head's row lock puts all consumers of all instances in one
     * line until they commit. The database hashes, in one round trip; {@link org.regulus.notification.ledger.HashChain} verifies.
     */
    public Uni<Void> append(String topic, EventEnvelope event, JsonNode data) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select ledger_append(?1, ?2, ?3, ?4, ?5)", Long.class)
                        .setParameter(1, event.id())
                        .setParameter(2, event.type())
                        .setParameter(3, event.authority())
                        .setParameter(4, topic)
                        .setParameter(5, canonical.of(event, data))
                        .getSingleResult()
                        .replaceWithVoid());
    }

    Uni<Head> head() {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select position, chain_hash from ledger_head", Object[].class)
                .getSingleResult()
                .map(row -> new Head((Long) row[0], (byte[]) row[1]))));
    }

    Uni<List<LedgerEntry>> after(long position, int limit) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter(1, position)
                        .setParameter(2, limit)
                        .getResultList()
                        .map(rows -> rows.stream().map(this::entry).toList())));
    }

    private LedgerEntry entry(Object[] row) {
        String text = (String) row[4];
        return new LedgerEntry(
                (Long) row[0],
                new Labels((String) row[1], (String) row[2], (String) row[3]),
                canonical.labels(text),
                text,
                (byte[]) row[5],
                (byte[]) row[6],
                (byte[]) row[7]);
    }

    /** Reads the whole table, but only once a fault was found. */
    Uni<Fault.Clues> clues(LedgerEntry at, byte[] before) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(CLUES, Object[].class)
                        .setParameter(1, at.position())
                        .setParameter(2, at.leafHash())
                        .setParameter(3, before)
                        .getSingleResult()
                        .map(row -> new Fault.Clues((Long) row[0], (Long) row[1]))));
    }
}
