package org.regulus.common.deadline;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Fires deadlines that have come. Each is a transaction of its own, so that a failing one stops no other; several instances share the
 * work by {@code skip locked}; after downtime whatever came due meanwhile is fired, once.
 */
@ApplicationScoped
class DeadlineSweep {

    private static final Logger LOG = Logger.getLogger(DeadlineSweep.class);

    private final InstantSource clock;
    private final DeadlineLimits limits;
    private final Map<String, DeadlineHandler> handlers;

    DeadlineSweep(InstantSource clock, DeadlineLimits limits, @Any Instance<DeadlineHandler> handlers) {
        this.clock = clock;
        this.limits = limits;
        this.handlers = handlers.stream().collect(Collectors.toMap(DeadlineHandler::kind, Function.identity()));
    }

    @Scheduled(every = "{regulus.deadlines.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (handlers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withSession(this::dueNow)
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::fire)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<java.util.List<UUID>> dueNow() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select id from deadline
                        where due_at <= ?1 and fired_at is null and cancelled_at is null
                          and next_attempt_at <= clock_timestamp() and kind = any(string_to_array(?2, ','))
                        order by due_at, id limit ?3""",
                        UUID.class)
                .setParameter(1, dueBefore())
                .setParameter(2, String.join(",", handlers.keySet()))
                .setParameter(3, limits.batchMax())
                .getResultList());
    }

    private Uni<Void> fire(UUID id) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> claim(session, id)
                        .chain(deadline -> deadline == null
                                ? Uni.createFrom().voidItem()
                                : handlers.get(deadline.kind()).due(deadline).chain(() -> markFired(session, id)))))
                .onFailure()
                .recoverWithUni(fault -> postpone(id, fault));
    }

    /** The deadline, locked; null when another instance has it, or it was fired, cancelled or moved since we looked. */
    private Uni<Deadline> claim(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(
                        """
                        select id, kind, subject, case_id, due_at from deadline
                        where id = ?1 and due_at <= ?2 and fired_at is null and cancelled_at is null
                        for update skip locked""",
                        Object[].class)
                .setParameter(1, id)
                .setParameter(2, dueBefore())
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? null
                        : new Deadline((UUID) row[0], (String) row[1], (UUID) row[2], (UUID) row[3], instant(row[4])));
    }

    private OffsetDateTime dueBefore() {
        return clock.instant().minus(limits.grace()).atOffset(ZoneOffset.UTC);
    }

    private static java.time.Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (java.time.Instant) column;
    }

    private static Uni<Void> markFired(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("update deadline set fired_at = clock_timestamp() where id = ?1")
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> postpone(UUID id, Throwable fault) {
        LOG.errorf(fault, "deadline %s could not be fired; it will be tried again", id);
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        update deadline set attempts = attempts + 1,
                          next_attempt_at = clock_timestamp() + make_interval(secs => least(?2 * power(2, least(attempts, 20)), ?3))
                        where id = ?1""")
                .setParameter(1, id)
                .setParameter(2, (double) limits.backoff().toSeconds())
                .setParameter(3, (double) limits.longestBackoff().toSeconds())
                .executeUpdate()
                .replaceWithVoid()));
    }
}
