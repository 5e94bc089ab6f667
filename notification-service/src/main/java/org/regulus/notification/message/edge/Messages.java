package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.time.IdSource;
import org.regulus.notification.message.Notice;

/** Plans messages with the event that causes them, lends them to the sender, and announces how they ended. */
@ApplicationScoped
public class Messages {

    static final String SERVED = "regulus.notification.notice-served.v1";
    static final String FAILED = "regulus.notification.notice-failed.v1";
    static final String MAIL = "mail";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final MessageLimits limits;

    Messages(InstantSource clock, IdSource ids, Outbox outbox, MessageLimits limits) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.limits = limits;
    }

    record NoticeServed(
            UUID caseId,
            UUID messageId,
            UUID operatorId,
            String authority,
            String channel,
            String template,
            UUID aboutEventId,
            Instant servedAt) {}

    record NoticeFailed(
            UUID caseId,
            UUID messageId,
            UUID operatorId,
            String authority,
            String channel,
            String template,
            UUID aboutEventId,
            int attempts,
            Instant failedAt) {}

    /** A message on loan; without an address when the directory has not told one yet. */
    record Loan(
            UUID id,
            UUID eventId,
            UUID caseId,
            String authority,
            UUID operatorId,
            String template,
            Instant aboutAt,
            int attempts,
            String name,
            String address,
            String language,
            String caseNumber) {}

    /** In the transaction of the event's claim; the unique key makes a second one impossible. */
    public Uni<Void> plan(EventEnvelope event, UUID caseId, UUID operatorId, String caseNumber) {
        Uni<Void> numbered = caseNumber == null
                ? Uni.createFrom().voidItem()
                : sql(
                        "insert into case_number (case_id, case_number) values (?1, ?2) on conflict do nothing",
                        caseId,
                        caseNumber);
        if (operatorId == null || Notice.about(event.type()).isEmpty()) {
            return numbered;
        }
        String template = Notice.about(event.type()).get().template();
        return numbered.chain(() -> sql(
                """
                insert into message (id, event_id, case_id, authority, operator_id, channel, template, about_at, state,
                                     next_attempt_at, planned_at)
                values (?1, ?2, ?3, ?4, ?5, 'mail', ?6, ?7, 'planned', clock_timestamp(), ?8)
                on conflict (event_id, operator_id, channel) do nothing""",
                ids.next(),
                event.id(),
                caseId,
                event.authority(),
                operatorId,
                template,
                event.time().atOffset(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** Takes messages that are due; for the length of the lease no other instance takes them. */
    Uni<List<Loan>> borrow() {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        with due as (
                          select id from message where state = 'planned' and next_attempt_at <= clock_timestamp()
                          order by next_attempt_at limit ?1 for update skip locked),
                        lent as (
                          update message m set attempts = attempts + 1,
                                 next_attempt_at = clock_timestamp() + make_interval(secs => ?2)
                          from due where m.id = due.id returning m.*)
                        select l.id, l.event_id, l.case_id, l.authority, l.operator_id, l.template, l.about_at, l.attempts,
                               c.name, c.notice_email, c.language, n.case_number
                        from lent l
                        left join contact c on c.authority = l.authority and c.operator_id = l.operator_id
                        left join case_number n on n.case_id = l.case_id""",
                        Object[].class)
                .setParameter(1, limits.batchMax())
                .setParameter(2, (double) limits.lease().toSeconds())
                .getResultList()
                .map(rows -> rows.stream().map(Messages::loan).toList())));
    }

    private static Loan loan(Object[] row) {
        Instant about = row[6] instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) row[6];
        return new Loan(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (UUID) row[4],
                (String) row[5],
                about,
                ((Number) row[7]).intValue(),
                (String) row[8],
                (String) row[9],
                (String) row[10],
                (String) row[11]);
    }

    /** Ends what was handed over, gives back what was not, gives up what was tried too often: one transaction, with the events. */
    Uni<Void> settle(List<Loan> handedOver, List<Loan> refused) {
        Instant now = clock.instant();
        List<Loan> givenUp = refused.stream()
                .filter(loan -> loan.attempts() >= limits.attemptsMax())
                .toList();
        List<Loan> again = refused.stream()
                .filter(loan -> loan.attempts() < limits.attemptsMax())
                .toList();
        List<OutboxMessage> events = new ArrayList<>();
        handedOver.forEach(loan -> events.add(message(
                SERVED,
                loan,
                now,
                new NoticeServed(
                        loan.caseId(),
                        loan.id(),
                        loan.operatorId(),
                        loan.authority(),
                        MAIL,
                        loan.template(),
                        loan.eventId(),
                        now))));
        givenUp.forEach(loan -> events.add(message(
                FAILED,
                loan,
                now,
                new NoticeFailed(
                        loan.caseId(),
                        loan.id(),
                        loan.operatorId(),
                        loan.authority(),
                        MAIL,
                        loan.template(),
                        loan.eventId(),
                        loan.attempts(),
                        now))));
        return Panache.withTransaction(() -> end("served", handedOver, now)
                .chain(() -> end("failed", givenUp, now))
                .chain(() -> giveBack(again))
                .chain(() -> outbox.appendAll(events)));
    }

    private static Uni<Void> end(String state, List<Loan> loans, Instant now) {
        return loans.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql(
                        "update message set state = ?1, ended_at = ?3 where id = any(cast(string_to_array(?2, ',') as uuid[])) and state = 'planned'",
                        state,
                        ids(loans),
                        now.atOffset(ZoneOffset.UTC));
    }

    private Uni<Void> giveBack(List<Loan> loans) {
        return loans.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql(
                        """
                        update message set next_attempt_at = clock_timestamp()
                          + make_interval(secs => least(?2 * power(2, attempts - 1), ?3))
                        where id = any(cast(string_to_array(?1, ',') as uuid[]))""",
                        ids(loans),
                        (double) limits.backoff().toSeconds(),
                        (double) limits.longestBackoff().toSeconds());
    }

    private static String ids(List<Loan> loans) {
        return String.join(",", loans.stream().map(loan -> loan.id().toString()).toList());
    }

    private static OutboxMessage message(String type, Loan loan, Instant at, Object data) {
        return new OutboxMessage(
                type, loan.caseId(), new AggregateVersion("message", loan.id(), 1), loan.authority(), at, data);
    }

    private static Uni<Void> sql(String sql, Object... values) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate().replaceWithVoid();
        });
    }
}
