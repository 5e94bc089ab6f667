package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.notification.evidence.Evidence;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.evidence.edge.Evidences;
import org.regulus.notification.message.Notice;

/**
 * What people do with what is in their inbox. That an operator has read a notice, by the first of its people who did, and that it has
 * acknowledged it, is evidence and announced; what officers read is nobody else's affair.
 */
@ApplicationScoped
class Readings {

    static final String READING = "reading";
    static final String ACKNOWLEDGEMENT = "acknowledgement";

    private static final String READ =
            """
            insert into inbox_reading (item_id, reader, read_at) values (?1, ?2, ?3) on conflict (reader, item_id) do nothing""";

    static final int AT_ONCE = 10_000;

    private static final String READ_ALL =
            """
            insert into inbox_reading (item_id, reader, read_at)
            select i.id, cast(?1 as text), cast(?2 as timestamptz) from inbox_item i
            where i.authority = ?3 and i.recipient = any(string_to_array(?4, ',')) and i.id <= ?5
              and not exists (select 1 from inbox_reading r where r.item_id = i.id and r.reader = cast(?1 as text))
            order by i.id limit ?6 on conflict (reader, item_id) do nothing""";

    private final Inboxes inboxes;
    private final Evidences evidences;
    private final Outbox outbox;
    private final IdSource ids;
    private final InstantSource clock;

    Readings(Inboxes inboxes, Evidences evidences, Outbox outbox, IdSource ids, InstantSource clock) {
        this.inboxes = inboxes;
        this.evidences = evidences;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reading it a second time changes nothing: the receipt tells of the first. */
    Uni<Void> read(Actor asker, UUID id) {
        return locked(asker, id, (session, row) -> session.createNativeQuery(READ)
                .setParameter(1, row.id)
                .setParameter(2, asker.subject())
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .chain(() -> row.recipient.equals(Notice.OPERATOR)
                        ? once(row, READING, asker)
                        : Uni.createFrom().voidItem()));
    }

    /**
     * An officer has read all up to that item, as they are listed; at most {@link #AT_ONCE} at once.
     *
     * @return how many had not been read
     */
    Uni<Integer> readAll(Actor officer, UUID upTo) {
        return inboxes.one(officer, upTo)
                .chain(last -> Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(READ_ALL)
                                .setParameter(1, officer.subject())
                                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                                .setParameter(3, officer.requireAuthority())
                                .setParameter(4, String.join(",", Inboxes.recipients(officer)))
                                .setParameter(5, last.id)
                                .setParameter(6, AT_ONCE)
                                .executeUpdate())));
    }

    /** @throws Refusal CONFLICT {@code inbox.not-read}: nobody acknowledges what nobody has looked at */
    Uni<Void> acknowledge(Actor asker, UUID id) {
        return locked(
                asker, id, (session, row) -> evidences.has(row.id, READING).chain(read -> {
                    if (!read) {
                        throw Refusal.conflict("inbox.not-read", "Read it first");
                    }
                    return once(row, ACKNOWLEDGEMENT, asker);
                }));
    }

    @FunctionalInterface
    private interface Act {
        Uni<Void> on(Mutiny.Session session, InboxRow row);
    }

    /** Two of the same operator's people may read it at one moment: the first of them counts. */
    private Uni<Void> locked(Actor asker, UUID id, Act act) {
        return inboxes.one(asker, id)
                .chain(row ->
                        Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                        "select id from inbox_item where id = ?1 for update", UUID.class)
                                .setParameter(1, row.id)
                                .getSingleResult()
                                .chain(() -> act.on(session, row)))));
    }

    private Uni<Void> once(InboxRow row, String kind, Actor by) {
        return evidences.has(row.id, kind).chain(done -> done ? Uni.createFrom().voidItem() : keep(row, kind, by));
    }

    private Uni<Void> keep(InboxRow row, String kind, Actor by) {
        Instant at = clock.instant();
        Evidence.About about = new Evidence.About(row.id, row.caseId, row.authority, row.operatorId, row.recipient);
        Receipt receipt = new Receipt(
                Outcome.ACCEPTED,
                Map.of("by", by.subject(), "template", row.template, "aboutEventId", row.eventId.toString()));
        return evidences
                .keep(new Evidence(ids.next(), about, kind, 1, at, receipt))
                .chain(seal -> outbox.append(ReadingMessages.of(row, kind, at, seal)));
    }
}
