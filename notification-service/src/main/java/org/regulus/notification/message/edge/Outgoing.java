package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.notification.message.Change;
import org.regulus.notification.message.Message;
import org.regulus.notification.message.MessageState.Sending;
import org.regulus.notification.message.MessageState.Served;
import org.regulus.notification.message.MessageState.Waiting;

/**
 * Messages on their way out, as every instance shares them: rows are taken with {@code skip locked}, and a claimed one belongs to its
 * sender until the lease ends. Leases and pauses follow the database's clock, because the business clock may jump.
 */
@ApplicationScoped
public class Outgoing {

    /** Addressed at last, waited too long, or left behind by a sender that was lost. */
    private static final String STALLED =
            """
            select m.* from message m
            where m.state = 'sending' and m.due_at <= clock_timestamp()
               or m.state = 'waiting' and (m.due_at <= clock_timestamp() or exists (
                  select 1 from addressee a where a.authority = m.authority and a.recipient = m.recipient and a.channel = m.channel
                    and (a.operator_id = m.operator_id or a.recipient <> 'operator')))
            order by m.due_at limit ?1 for update of m skip locked""";

    private static final String DUE =
            """
            select m.* from message m where m.state = 'planned' and m.due_at <= clock_timestamp()
              and m.channel = any(string_to_array(?2, ','))
            order by m.due_at limit ?1 for update skip locked""";

    private final InstantSource clock;
    private final Outbox outbox;
    private final MessageLimits limits;

    Outgoing(InstantSource clock, Outbox outbox, MessageLimits limits) {
        this.clock = clock;
        this.outbox = outbox;
        this.limits = limits;
    }

    /**
     * Takes what is due, for this instance alone, and answers the claimed messages' ids.
     *
     * @param channels that there are: what was planned for another waits until that is there again
     */
    Uni<List<UUID>> claim(Set<String> channels) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> now(session).chain(now -> rows(session, STALLED, Set.of())
                        .call(stalled -> move(stalled, (message, row) -> stalled(message, row, now)))
                        .call(session::flush)
                        .chain(() -> rows(session, DUE, channels))
                        .call(due -> move(due, (message, row) -> message.claim(now, limits.patience())))
                        .map(due -> due.stream().map(row -> row.id).toList()))));
    }

    private Change stalled(Message message, MessageRow row, Instant now) {
        if (message.state() instanceof Sending lost) {
            return message.refuse(lost.attempt(), now, clock.instant(), limits.patience());
        }
        boolean tooLong = message.state() instanceof Waiting waiting && !now.isBefore(waiting.until());
        return tooLong ? message.giveUp(clock.instant()) : message.addressKnown(now);
    }

    /** Notes what the mail server said, for each message in a transaction of its own: one that fails takes no other with it. */
    Uni<Void> settle(UUID id, int attempt, boolean accepted) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> now(session)
                .chain(now -> session.find(MessageRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> move(
                                List.of(row),
                                (message, same) -> accepted
                                        ? message.accept(attempt, clock.instant())
                                        : message.refuse(attempt, now, clock.instant(), limits.patience()))))));
    }

    /** In the caller's transaction: it came back. What was not noted as served, or came back before, stays as it is. */
    public Uni<Void> bounce(UUID id, String status) {
        return Panache.getSession()
                .chain(session -> session.find(MessageRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .chain(row -> row.message().state() instanceof Served
                        ? move(List.of(row), (message, same) -> message.bounce(status, clock.instant()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> move(List<MessageRow> rows, BiFunction<Message, MessageRow, Change> move) {
        List<OutboxMessage> news = new ArrayList<>();
        for (MessageRow row : rows) {
            Change change = move.apply(row.message(), row);
            row.take(change.message().state());
            change.event().map(NoticeMessages::of).ifPresent(news::add);
        }
        return news.isEmpty() ? Uni.createFrom().voidItem() : outbox.appendAll(news);
    }

    private Uni<List<MessageRow>> rows(Mutiny.Session session, String sql, Set<String> channels) {
        var query = session.createNativeQuery(sql, MessageRow.class).setParameter(1, limits.batchMax());
        return (channels.isEmpty() ? query : query.setParameter(2, String.join(",", channels))).getResultList();
    }

    private static Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)", Long.class)
                .getSingleResult()
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
