package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.notification.partner.Classification;
import org.regulus.notification.partner.EventFilter;
import org.regulus.notification.partner.edge.Disclosure.Told;
import org.regulus.notification.partner.edge.Disclosure.Unreadable;

/**
 * The ledger as a partner may read it. A position is a cursor for good: entries get theirs one after the other, so none comes in before
 * one that was seen. What was granted is part of the query, and what is above the clearance is left out here, for all ways of delivery.
 */
@ApplicationScoped
class Feed {

    /** Entries that one page looks at: a filter that fits nothing costs no more than this. */
    private static final int WINDOW = 5_000;

    /**
     * An event that names no campaign is of its case's. What is not what was hashed is no event of any campaign, or of every one: whoever
     * comes to it stops there.
     */
    private static final String PAGE =
            """
            select e.position, cast(e.event_id as text), e.canonical, g.clearance, hashed.same from ledger_entry e
            join lateral (select e.leaf_hash = sha256(decode('00', 'hex') || convert_to(e.canonical, 'UTF8')) as same) hashed on true
            join partner_grant g on g.partner = ?3 and g.authority = e.authority
            where e.position > ?1 and e.position <= ?2
              and (?4 = '' or e.authority = any(string_to_array(?4, ',')))
              and e.type = any(string_to_array(?5, ','))
              and (?6 = '' or case when hashed.same
                   then coalesce(cast(e.canonical as jsonb) #>> '{data,campaignId}', (
                     select cast(k.campaign_id as text) from timeline_entry t join known_case k on k.id = t.case_id
                     where t.id = e.event_id)) = any(string_to_array(?6, ','))
                   else true end)
            order by e.position limit ?7""";

    private final Disclosure disclosure;

    Feed(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** @param text the event as this partner may read it: every way of delivery passes it on as it is */
    record Entry(long position, String eventId, String subject, String text) {}

    /**
     * @param next after which position to go on
     * @param head where the ledger ends now
     */
    record Found(List<Entry> entries, long next, long head) {}

    /** In the caller's session. */
    Uni<Found> after(long position, String partner, EventFilter filter, int limit) {
        return Panache.getSession().chain(session -> head(session).chain(head -> {
            long end = Math.min(position + WINDOW, head);
            return session.createNativeQuery(PAGE, Object[].class)
                    .setParameter(1, position)
                    .setParameter(2, end)
                    .setParameter(3, partner)
                    .setParameter(4, String.join(",", filter.authorities()))
                    .setParameter(5, String.join(",", filter.shownTypes()))
                    .setParameter(6, String.join(",", filter.campaigns()))
                    .setParameter(7, limit)
                    .getResultList()
                    .map(rows -> found(rows, filter, limit, Math.max(end, position), head));
        }));
    }

    private Found found(List<Object[]> rows, EventFilter filter, int limit, long end, long head) {
        List<Entry> entries = rows.stream().map(row -> entry(row, filter)).toList();
        long next = entries.size() == limit ? entries.get(limit - 1).position() : end;
        return new Found(entries, next, head);
    }

    private Entry entry(Object[] row, EventFilter filter) {
        if (!(Boolean) row[4]) {
            throw new Unreadable(null);
        }
        Classification clearance = filter.clearance(Classification.of((String) row[3]));
        Told told = disclosure.of((String) row[2], clearance);
        return new Entry((Long) row[0], (String) row[1], told.subject(), told.text());
    }

    static Uni<Long> head(Mutiny.Session session) {
        return session.createNativeQuery("select position from ledger_head", Long.class)
                .getSingleResult();
    }

    /** The position before the first entry of that moment or later. */
    static final String BEFORE =
            """
            select coalesce((select min(position) - 1 from ledger_entry where entered_at >= ?1),
                            (select position from ledger_head))""";
}
