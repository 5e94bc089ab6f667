package org.regulus.notification.rebuild.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.regulus.notification.rebuild.Progress;

/** Goes on with a rebuild step by step, each in a transaction with how far it has come: after a crash another instance goes on there. */
@ApplicationScoped
class RebuildWork {

    private static final Logger LOG = Logger.getLogger(RebuildWork.class);

    /** What passes by itself is not held against a case. */
    private static final int RETRIES = 2;

    private static final String TAKE =
            """
            update timeline_rebuild set lease_until = clock_timestamp() + make_interval(secs => ?1)
            where id = (select id from timeline_rebuild where stage <> 'finished' and not (source = 'kafka' and stage = 'reading')
                          and lease_until <= clock_timestamp()
                        order by asked_at limit 1 for update skip locked)
            returning id""";

    /** A text that is not what was hashed is not believed; the ledger's verification names it. */
    private static final String READ =
            """
            with page as (
              select position, case when leaf_hash = sha256(decode('00', 'hex') || convert_to(canonical, 'UTF8'))
                     then cast(canonical as jsonb) #>> '{data,caseId}' end as case_id
              from ledger_entry where position > ?2 order by position limit ?3),
            noted as (
              insert into rebuild_event (rebuild_id, case_id, position)
              select ?1, cast(case_id as uuid), position from page where case_id is not null)
            select max(position) from page""";

    private static final String NEXT =
            """
            select cast(min(cast(case_id as text)) as uuid) from (
              (select case_id from rebuild_event where rebuild_id = ?1 and case_id > ?2 order by case_id limit 1)
              union all
              (select case_id from rebuild_record where rebuild_id = ?1 and case_id > ?2 order by case_id limit 1)) as one""";

    private static final String LEASE =
            """
            update timeline_rebuild set lease_until = case when ?3 then '-infinity'
                else clock_timestamp() + make_interval(secs => ?2) end
            where id = ?1""";

    private final CaseRewriting rewriting;
    private final RebuildLimits limits;
    private final InstantSource clock;

    RebuildWork(CaseRewriting rewriting, RebuildLimits limits, InstantSource clock) {
        this.rewriting = rewriting;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(every = "{regulus.rebuild.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(TAKE, UUID.class)
                                .setParameter(1, (double) limits.lease().toSeconds())
                                .getSingleResultOrNull()))
                .chain(taken -> taken == null ? Uni.createFrom().voidItem() : all(taken));
    }

    private Uni<Void> all(UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> inTransaction(session -> step(session, id))
                        .onFailure()
                        .retry()
                        .atMost(RETRIES)
                        .onFailure()
                        .recoverWithUni(fault -> inTransaction(session -> passOver(session, id, fault))))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Boolean> inTransaction(Function<Mutiny.Session, Uni<Boolean>> work) {
        return Panache.withTransaction(() -> Panache.getSession().chain(work::apply));
    }

    /** One case that cannot be written does not keep the others from it: it stays as it is, and is named. */
    private Uni<Boolean> passOver(Mutiny.Session session, UUID id, Throwable fault) {
        return session.find(RebuildRow.class, id).chain(row -> {
            Progress now = row.progress();
            return now.stage() == Progress.Stage.READING
                    ? Uni.createFrom().failure(fault)
                    : next(session, id, now)
                            .onItem()
                            .ifNull()
                            .failWith(fault)
                            .call(caseId -> name(session, id, caseId, fault))
                            .invoke(caseId -> row.take(now.write(caseId), clock.instant()))
                            .call(session::flush)
                            .chain(() -> lease(session, id, row.progress()))
                            .replaceWith(true);
        });
    }

    private static Uni<Integer> name(Mutiny.Session session, UUID id, UUID caseId, Throwable fault) {
        LOG.errorf(fault, "rebuild %s: case %s cannot be written anew", id, caseId);
        return session.createNativeQuery(
                        "insert into rebuild_failure (rebuild_id, case_id, reason) values (?1, ?2, ?3)")
                .setParameter(1, id)
                .setParameter(2, caseId)
                .setParameter(3, fault.getClass().getSimpleName())
                .executeUpdate();
    }

    private Uni<Boolean> step(Mutiny.Session session, UUID id) {
        return session.find(RebuildRow.class, id).chain(row -> {
            Progress now = row.progress();
            Uni<Progress> next = now.stage() == Progress.Stage.READING
                    ? read(session, id, now).map(now::read)
                    : next(session, id, now).call(caseId -> rewrite(id, caseId)).map(now::write);
            return next.invoke(progress -> row.take(progress, clock.instant()))
                    .call(session::flush)
                    .call(progress -> lease(session, id, progress))
                    .map(progress -> progress.stage() != Progress.Stage.FINISHED);
        });
    }

    private Uni<Void> rewrite(UUID id, UUID caseId) {
        return caseId == null ? Uni.createFrom().voidItem() : rewriting.of(id, caseId);
    }

    private Uni<Long> read(Mutiny.Session session, UUID id, Progress now) {
        return session.createNativeQuery(READ, Long.class)
                .setParameter(1, id)
                .setParameter(2, now.position())
                .setParameter(3, limits.page())
                .getSingleResultOrNull();
    }

    private static Uni<UUID> next(Mutiny.Session session, UUID id, Progress now) {
        return session.createNativeQuery(NEXT, UUID.class)
                .setParameter(1, id)
                .setParameter(2, now.lastCase() == null ? new UUID(0, 0) : now.lastCase())
                .getSingleResultOrNull();
    }

    private static Uni<Void> clear(Mutiny.Session session, String table, UUID id) {
        return session.createNativeQuery("delete from %s where rebuild_id = ?1".formatted(table))
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> lease(Mutiny.Session session, UUID id, Progress progress) {
        boolean finished = progress.stage() == Progress.Stage.FINISHED;
        Uni<Integer> renewed = session.createNativeQuery(LEASE)
                .setParameter(1, id)
                .setParameter(2, (double) limits.lease().toSeconds())
                .setParameter(3, finished)
                .executeUpdate();
        return finished
                ? renewed.chain(() -> clear(session, "rebuild_event", id))
                        .chain(() -> clear(session, "rebuild_record", id))
                        .chain(() -> clear(session, "rebuild_offset", id))
                : renewed.replaceWithVoid();
    }
}
