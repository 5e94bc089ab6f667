package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.HashChain;

/** Appends events to the chain and follows it. */
@ApplicationScoped
public class Ledger {

    static final int VERIFICATION_PAGE = 1_000;

    private final ObjectMapper json;

    Ledger(ObjectMapper json) {
        this.json = json;
    }

    record Stored(HashChain.Entry entry, String authority) {}

    record Head(long position, byte[] chainHash) {}

    /** @param fault null when the chain is intact */
    record Verification(boolean intact, long entries, String head, HashChain.Fault fault) {}

    /** In the transaction of the event's claim. Canonical (RFC 8785): all attributes as they came, and the data. */
    public Uni<Void> append(String topic, EventEnvelope event, JsonNode data) {
        ObjectNode whole = json.createObjectNode();
        event.attributes().forEach(whole::put);
        whole.set("data", data);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select ledger_append(?1, ?2, ?3, ?4, ?5)", Long.class)
                        .setParameter(1, event.id())
                        .setParameter(2, event.type())
                        .setParameter(3, event.authority())
                        .setParameter(4, topic)
                        .setParameter(5, canonical(whole))
                        .getSingleResult()
                        .replaceWithVoid());
    }

    private static String canonical(ObjectNode event) {
        try {
            return new JsonCanonicalizer(event.toString()).getEncodedString();
        } catch (IOException unreadable) {
            throw Refusal.malformed("event.unreadable", "The event has no canonical form: " + unreadable.getMessage());
        }
    }

    Uni<Head> head() {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select position, chain_hash from ledger_head", Object[].class)
                .getSingleResult()
                .map(row -> new Head((Long) row[0], (byte[]) row[1]))));
    }

    Uni<List<Stored>> after(long position, int limit) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select position, cast(event_id as text), type, canonical, leaf_hash, previous_hash, chain_hash, authority
                        from ledger_entry where position > ?1 order by position limit ?2""",
                        Object[].class)
                .setParameter(1, position)
                .setParameter(2, limit)
                .getResultList()
                .map(rows -> rows.stream().map(Ledger::stored).toList())));
    }

    private static Stored stored(Object[] row) {
        HashChain.Entry entry = new HashChain.Entry(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (byte[]) row[4],
                (byte[]) row[5],
                (byte[]) row[6]);
        return new Stored(entry, (String) row[7]);
    }

    /** Page after page with bounded memory, up to the head as it was at the beginning. */
    Uni<Verification> verify() {
        return head().chain(head -> follow(new HashChain(), head));
    }

    private Uni<Verification> follow(HashChain chain, Head head) {
        return after(chain.position(), VERIFICATION_PAGE).chain(page -> {
            for (Stored stored : page) {
                if (stored.entry().position() > head.position()) {
                    return Uni.createFrom()
                            .item(told(
                                    chain,
                                    chain.end(head.position(), head.chainHash()).orElse(null)));
                }
                var fault = chain.follow(stored.entry());
                if (fault.isPresent()) {
                    return Uni.createFrom().item(told(chain, fault.get()));
                }
            }
            if (page.size() < VERIFICATION_PAGE) {
                return Uni.createFrom()
                        .item(told(
                                chain,
                                chain.end(head.position(), head.chainHash()).orElse(null)));
            }
            return follow(chain, head);
        });
    }

    private static Verification told(HashChain chain, HashChain.Fault fault) {
        return new Verification(
                fault == null, chain.position(), java.util.HexFormat.of().formatHex(chain.head()), fault);
    }
}
