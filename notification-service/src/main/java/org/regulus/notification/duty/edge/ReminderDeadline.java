package org.regulus.notification.duty.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.notification.duty.Reminders;

/**
 * Announces a reminder whose time has come, for the authority that holds the case now; the announcement is told like any other event, by the message rules. Once, whatever happens:
 * the row's state and the event are one transaction, and its place among the deadlines is taken by one instance alone.
 */
@ApplicationScoped
class ReminderDeadline implements DeadlineHandler {

    static final String REMINDED = "regulus.notification.duty-reminded.v1";

    private static final String TAKE =
            """
            select r.case_id, r.operator_id, coalesce(k.authority, r.authority), r.kind, r.days, r.due_at, r.announced, r.about
            from reminder r left join known_case k on k.id = r.case_id
            where r.id = ?1 and r.state = 'planned' for update of r""";

    private final Outbox outbox;
    private final InstantSource clock;

    ReminderDeadline(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param about the order, the proceeding or the inspection whose duty it is; else the case */
    record DutyReminded(
            UUID caseId,
            UUID operatorId,
            String authority,
            String duty,
            UUID about,
            int days,
            Instant dueAt,
            Instant remindedAt) {}

    @Override
    public String kind() {
        return ReminderPlanning.KIND;
    }

    /** One that was withdrawn in the meantime is let be. */
    @Override
    public Uni<Void> due(Deadline deadline) {
        Instant now = clock.instant();
        return Panache.getSession().chain(session -> session.createNativeQuery(TAKE, Object[].class)
                .setParameter(1, deadline.subject())
                .getSingleResultOrNull()
                .chain(row ->
                        row == null ? Uni.createFrom().voidItem() : remind(session, deadline.subject(), row, now)));
    }

    private Uni<Void> remind(Mutiny.Session session, UUID id, Object[] row, Instant now) {
        DutyReminded reminded = new DutyReminded(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (UUID) row[7],
                (Integer) row[4],
                row[5] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[5],
                now);
        if (Reminders.overtaken(reminded.days(), reminded.dueAt(), now)) {
            return mark(session, id, "overtaken", 0);
        }
        return mark(session, id, "sent", 1).chain(() -> outbox.append(event(id, (Integer) row[6] + 1, reminded)));
    }

    private static Uni<Void> mark(Mutiny.Session session, UUID id, String state, int announced) {
        return session.createNativeQuery("update reminder set state = ?2, announced = announced + ?3 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, state)
                .setParameter(3, announced)
                .executeUpdate()
                .replaceWithVoid();
    }

    static OutboxMessage event(UUID id, int number, DutyReminded reminded) {
        return new OutboxMessage(
                REMINDED,
                reminded.caseId(),
                new AggregateVersion("reminder", id, number),
                reminded.authority(),
                reminded.remindedAt(),
                reminded);
    }
}
