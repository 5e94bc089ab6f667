package org.regulus.inspection.schedule.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.schedule.Review;
import org.regulus.inspection.schedule.Review.Rating;
import org.regulus.inspection.schedule.Term;
import org.regulus.inspection.schedule.Timetable;

/**
 * Solves the proposals that wait, the oldest first, one at a time on each instance, on a worker thread. What an instance left unsolved when
 * it died is taken up by another, or by itself, when its lease has run out. The claim is committed before anything is read, and what cannot
 * be planned fails with its code: one authority's proposal does not stop those of the others.
 */
@ApplicationScoped
class ScheduleWorker {

    private static final Logger LOG = Logger.getLogger(ScheduleWorker.class);
    private static final int LEASE_SECONDS = 120;
    private static final String FAULT = "schedule.fault";
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final ScheduleFacts facts;
    private final ScheduleItems items;

    ScheduleWorker(ScheduleFacts facts, ScheduleItems items) {
        this.facts = facts;
        this.items = items;
    }

    /** A proposal that this instance has claimed, and what is to be planned. */
    private record Job(ProposalRow proposal, Timetable timetable) {}

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        ProposalRow claimed = await(() -> Panache.withTransaction(this::claim));
        if (claimed == null) {
            return;
        }
        try {
            solve(await(() -> Panache.withSession(() -> job(claimed))));
        } catch (Refusal no) {
            giveUp(claimed, no.code());
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "proposal %s could not be made", claimed.id);
            giveUp(claimed, FAULT);
        }
    }

    private Uni<ProposalRow> claim() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        update schedule_proposal set state = 'solving', version = version + 1,
                          lease_until = clock_timestamp() + make_interval(secs => ?1)
                        where id = (select id from schedule_proposal
                                    where state = 'waiting' or state = 'solving' and lease_until < clock_timestamp()
                                    order by id limit 1 for update skip locked)
                        returning *""",
                        ProposalRow.class)
                .setParameter(1, (double) LEASE_SECONDS)
                .getSingleResultOrNull());
    }

    private Uni<Job> job(ProposalRow row) {
        Uni<Map<UUID, org.regulus.inspection.OfficeHours.Slot>> pinned = row.basedOn == null
                ? Uni.createFrom().item(Map.of())
                : ScheduleItems.of(row.basedOn).map(ScheduleItems::pinned);
        return pinned.chain(slots -> facts.of(row, slots)).map(timetable -> new Job(row, timetable));
    }

    private void solve(Job job) {
        UUID id = job.proposal().id;
        long start = System.nanoTime();
        LOG.infof(
                "proposal %s: planning %d interviews",
                id, job.timetable().visits().size());
        long[] toldAt = {start};
        Map<UUID, Term> plan =
                ScheduleSolver.solve(job.timetable(), Duration.ofSeconds(job.proposal().seconds), better -> {
                    if (System.nanoTime() - toldAt[0] > TELL_EVERY.toNanos()) {
                        toldAt[0] = System.nanoTime();
                        await(() -> Panache.withTransaction(() -> tell(id, better, start)));
                    }
                });
        await(() -> Panache.withTransaction(() -> finish(job, plan, start)));
    }

    /** Progress is no change of the proposal: its version stays. */
    private static Uni<Integer> tell(UUID id, Rating better, long start) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        update schedule_proposal set hard = ?2, unplanned = ?3, points = ?4, spent_ms = ?5
                        where id = ?1 and state = 'solving'""")
                .setParameter(1, id)
                .setParameter(2, better.hard())
                .setParameter(3, better.unplanned())
                .setParameter(4, better.points())
                .setParameter(5, millisSince(start))
                .executeUpdate());
    }

    /** So that it is not taken up for ever, and those behind it never. */
    private static void giveUp(ProposalRow claimed, String code) {
        LOG.infof("proposal %s: %s", claimed.id, code);
        await(() -> Panache.withTransaction(() -> locked(claimed).invoke(row -> {
            if (row.version == claimed.version) {
                row.take(row.proposal().fail());
                row.failure = code;
            }
        })));
    }

    private static Uni<ProposalRow> locked(ProposalRow claimed) {
        return Panache.getSession()
                .chain(session -> session.find(
                        ProposalRow.class, claimed.id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE));
    }

    /** Another instance may have finished it, had this one been given up for dead. */
    private Uni<Void> finish(Job job, Map<UUID, Term> plan, long start) {
        return locked(job.proposal()).chain(row -> {
            if (row.version != job.proposal().version) {
                return Uni.createFrom().voidItem();
            }
            row.take(row.proposal().finish());
            row.take(new Review(job.timetable(), plan).rating());
            row.spentMillis = millisSince(start);
            return items.write(row, job.timetable(), plan);
        });
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** The database is asked on an event loop; this thread waits for it. */
    private static <T> T await(Supplier<Uni<T>> question) {
        try {
            return VertxContextSupport.subscribeAndAwait(question);
        } catch (RuntimeException | Error told) {
            throw told;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
