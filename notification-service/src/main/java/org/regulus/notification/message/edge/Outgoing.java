package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.time.IdSource;
import org.regulus.notification.evidence.Evidence;
import org.regulus.notification.evidence.Evidence.Seal;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.evidence.edge.Evidences;
import org.regulus.notification.message.Change;
import org.regulus.notification.message.Message;
import org.regulus.notification.message.MessageState.Sending;
import org.regulus.notification.message.MessageState.Served;
import org.regulus.notification.message.MessageState.Unknown;
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

    private static final String FAILED =
            "select status from delivery_report where message_id = ?1 and action = 'failed' order by id limit 1";

    /** Behind a channel's name, of evidence. */
    private static final String LATE = "-late";

    private static final String REPORTED = "-reported";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Evidences evidences;
    private final MessageLimits limits;

    Outgoing(InstantSource clock, IdSource ids, Outbox outbox, Evidences evidences, MessageLimits limits) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.evidences = evidences;
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
                        .call(stalled -> each(stalled, row -> stalled(row, now)))
                        .call(session::flush)
                        .chain(() -> rows(session, DUE, channels))
                        .invoke(due -> due.forEach(row -> row.take(row.message()
                                .claim(now, limits.patience())
                                .message()
                                .state())))
                        .map(due -> due.stream().map(row -> row.id).toList()))));
    }

    private Uni<Void> stalled(MessageRow row, Instant now) {
        Message message = row.message();
        if (message.state() instanceof Sending lost) {
            return settle(row, lost.attempt(), Receipt.lost(), now);
        }
        boolean tooLong = message.state() instanceof Waiting waiting && !now.isBefore(waiting.until());
        return move(row, tooLong ? message.giveUp(clock.instant()) : message.addressKnown(now), Optional.empty());
    }

    /** Notes what the carrier said, for each message in a transaction of its own: one that fails takes no other with it. */
    Uni<Void> settle(UUID id, int attempt, Receipt receipt) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> now(session)
                .chain(now -> session.find(MessageRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> settle(row, attempt, receipt, now)))));
    }

    private Uni<Void> settle(MessageRow row, int attempt, Receipt receipt, Instant now) {
        Instant at = clock.instant();
        if (row.message().isLate(attempt)) {
            return late(row, row.channel + LATE, attempt, receipt, at);
        }
        return receipt.outcome() == Outcome.ACCEPTED
                ? note(row, attempt, receipt, now, at)
                : OnRecord.taken(row.id, row.channel + LATE)
                        .chain(taken -> taken.isPresent()
                                ? takenBefore(row, attempt, receipt, taken.get(), at)
                                : note(row, attempt, receipt, now, at));
    }

    /** This try was not taken, and need not be: the answer is kept, and beside it why the message is served all the same. */
    private Uni<Void> takenBefore(MessageRow row, int attempt, Receipt receipt, Receipt taken, Instant at) {
        return evidences
                .keep(new Evidence(ids.next(), row.evidenced(), row.channel, attempt, at, receipt))
                .chain(() -> evidences.keep(
                        new Evidence(ids.next(), row.evidenced(), row.channel + REPORTED, attempt, at, taken)))
                .chain(seal -> move(row, row.message().accept(attempt, at), Optional.of(seal)))
                .chain(() -> cameBack(row));
    }

    private Uni<Void> note(MessageRow row, int attempt, Receipt receipt, Instant now, Instant at) {
        Change change = receipt.isForGood()
                ? row.message().cannotBeAddressed(attempt, at)
                : row.message().settle(attempt, receipt.outcome(), now, at, limits.patience());
        return evidences
                .keep(new Evidence(ids.next(), row.evidenced(), row.channel, attempt, at, receipt))
                .chain(seal -> move(row, change, Optional.of(seal)))
                .chain(() -> cameBack(row));
    }

    /** Kept in any case: it was answered. What is in other hands by now, or over, is not moved by it. */
    private Uni<Void> late(MessageRow row, String kind, int attempt, Receipt receipt, Instant at) {
        Message message = row.message();
        boolean ends = receipt.outcome() == Outcome.ACCEPTED && message.waitsForAnotherTry();
        return evidences
                .keep(new Evidence(ids.next(), row.evidenced(), kind, attempt, at, receipt))
                .chain(seal -> ends
                        ? move(row, message.acceptLate(at), Optional.of(seal)).chain(() -> cameBack(row))
                        : Uni.createFrom().voidItem());
    }

    /** In the caller's transaction: a report says that it was taken, of which no answer had told. */
    public Uni<Void> arrived(UUID id, String status) {
        return Panache.getSession()
                .chain(session -> session.find(MessageRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .chain(row -> row.message().waitsForAnotherTry()
                        ? late(row, row.channel + REPORTED, row.attempts, OnRecord.reported(status), clock.instant())
                        : Uni.createFrom().voidItem());
    }

    /** A report that it came back may be here already: letters go side by side, and are noted when the last of them was answered. */
    private Uni<Void> cameBack(MessageRow row) {
        if (!(row.message().state() instanceof Served)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FAILED, String.class)
                        .setParameter(1, row.id)
                        .getSingleResultOrNull())
                .chain(status -> status == null ? Uni.createFrom().voidItem() : bounce(row.id, status));
    }

    /** In the caller's transaction: it came back. What was not noted as served, or came back before, stays as it is. */
    public Uni<Void> bounce(UUID id, String status) {
        return Panache.getSession()
                .chain(session -> session.find(MessageRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .chain(row ->
                        row.message().state() instanceof Served || row.message().state() instanceof Unknown
                                ? move(row, row.message().bounce(status, clock.instant()), Optional.empty())
                                : Uni.createFrom().voidItem());
    }

    private Uni<Void> move(MessageRow row, Change change, Optional<Seal> seal) {
        row.take(change.message().state());
        return change.event()
                .map(event -> outbox.append(NoticeMessages.of(event, seal)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> each(List<MessageRow> rows, Function<MessageRow, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .collect()
                .last();
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
