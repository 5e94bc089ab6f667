package org.regulus.sanctions.clock.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.regulus.common.deadline.DeadlineLimits;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.RegulatorCalendar;

/**
 * Tells once of each limit that has passed while it ran. Each is a transaction of its own, so that one that fails stops no other; several
 * instances share the work by {@code skip locked}; what passed during downtime is told afterwards. A limit that gets another last day may
 * pass again, and is told again. An item of an order is left out: its order becomes overdue.
 */
@ApplicationScoped
class LimitSweep {

    private static final Logger LOG = Logger.getLogger(LimitSweep.class);
    private static final int BATCH_MAX = 100;

    private final Outbox outbox;
    private final RegulatorCalendar calendar;
    private final DeadlineLimits limits;
    private final InstantSource clock;

    LimitSweep(Outbox outbox, RegulatorCalendar calendar, DeadlineLimits limits, InstantSource clock) {
        this.outbox = outbox;
        this.calendar = calendar;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(every = "{regulus.deadlines.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        return Panache.withSession(() -> Panache.getSession().chain(session -> passed(session, today(now))))
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> tell(id, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What arrived in time may still be on its way through the system. */
    private LocalDate today(Instant now) {
        return calendar.dateOf(now.minus(limits.grace()));
    }

    private static Uni<List<UUID>> passed(Mutiny.Session session, LocalDate today) {
        return session.createNativeQuery(
                        """
                        select id from case_clock
                        where running and passed_at is null and last_day < ?1 and code <> 'rectification-item'
                        order by last_day, id limit ?2""",
                        UUID.class)
                .setParameter(1, today)
                .setParameter(2, BATCH_MAX)
                .getResultList();
    }

    private Uni<Void> tell(UUID id, Instant now) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> claim(session, id, today(now)).chain(row -> {
                            if (row == null) {
                                return Uni.createFrom().voidItem();
                            }
                            row.pass(now);
                            return outbox.append(LimitMessages.passed(row));
                        })))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.errorf(fault, "a limit that passed could not be told, clock=%s", id);
                    return Uni.createFrom().voidItem();
                });
    }

    /** The clock, locked; null when another instance has it, or it was told, met or moved since we looked. */
    private static Uni<ClockRow> claim(Mutiny.Session session, UUID id, LocalDate today) {
        return session.createNativeQuery(
                        """
                        select * from case_clock
                        where id = ?1 and running and passed_at is null and last_day < ?2
                        for update skip locked""",
                        ClockRow.class)
                .setParameter(1, id)
                .setParameter(2, today)
                .getSingleResultOrNull();
    }
}
