package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /** Events of a case come by several topics, and the one that opens it may be overtaken: so long it is waited for. */
    private static final Duration OPENING = Duration.ofMinutes(10);

    /**
     * The end of a window that asks for a campaign: before the first entry of a case of which it is not known yet whether it is of it. A case
     * that has not been opened after that time holds up nobody.
     */
    private static final String DESCRIBED =
            """
            select coalesce(min(e.position) - 1, ?2) from ledger_entry e
            join timeline_entry t on t.id = e.event_id
            join known_case k on k.id = t.case_id and k.campaign_id is null and k.opened_at is null
            join partner_grant g on g.partner = ?3 and g.authority = e.authority
            where e.position > ?1 and e.position <= ?2
              and e.entered_at > clock_timestamp() - make_interval(secs => ?6)
              and (?4 = '' or e.authority = any(string_to_array(?4, ',')))
              and e.type = any(string_to_array(?5, ','))
              and case when e.leaf_hash = sha256(decode('00', 'hex') || convert_to(e.canonical, 'UTF8'))
                  then cast(e.canonical as jsonb) #>> '{data,campaignId}' is null else false end
              and not exists (
                select 1 from timeline_entry o join ledger_entry l on l.event_id = o.id
                where o.case_id = k.id and l.entered_at <= clock_timestamp() - make_interval(secs => ?6))""";

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
        return Panache.getSession().chain(session -> head(session)
                .chain(head -> end(session, position, Math.min(position + WINDOW, head), partner, filter)
                        .chain(end -> page(session, position, end, partner, filter, limit)
                                .map(rows -> found(rows, filter, limit, Math.max(end, position), head)))));
    }

    private static Uni<Long> end(Mutiny.Session session, long position, long end, String partner, EventFilter filter) {
        return filter.campaigns().isEmpty()
                ? Uni.createFrom().item(end)
                : session.createNativeQuery(DESCRIBED, Long.class)
                        .setParameter(1, position)
                        .setParameter(2, end)
                        .setParameter(3, partner)
                        .setParameter(4, String.join(",", filter.authorities()))
                        .setParameter(5, String.join(",", filter.shownTypes()))
                        .setParameter(6, (double) OPENING.toSeconds())
                        .getSingleResult();
    }

    private static Uni<List<Object[]>> page(
            Mutiny.Session session, long position, long end, String partner, EventFilter filter, int limit) {
        return session.createNativeQuery(PAGE, Object[].class)
                .setParameter(1, position)
                .setParameter(2, end)
                .setParameter(3, partner)
                .setParameter(4, String.join(",", filter.authorities()))
                .setParameter(5, String.join(",", filter.shownTypes()))
                .setParameter(6, String.join(",", filter.campaigns()))
                .setParameter(7, limit)
                .getResultList();
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
