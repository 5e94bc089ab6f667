package org.regulus.notification.export.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Scope;
import org.regulus.notification.timeline.edge.CaseCriteria;
import org.regulus.notification.timeline.edge.CaseList;

/**
 * Makes exports part by part, each in a transaction with how far it has come: after a crash another instance goes on behind the last part.
 */
@ApplicationScoped
class ExportWork {

    /** What was begun too often without a further part is given up instead. */
    private static final String TAKE =
            """
            update case_export set lease_until = clock_timestamp() + make_interval(secs => ?1),
              failed_at = case when attempts >= ?2 then clock_timestamp() end, attempts = attempts + 1
            where id = (select id from case_export where finished_at is null and failed_at is null
                          and lease_until <= clock_timestamp()
                        order by asked_at limit 1 for update skip locked)
            returning id, authority, filter, failed_at is not null""";

    /** Instants as RFC 3339, which spreadsheets read, too. */
    private static final String PAGE = CaseList.page(
            """
            cast(c.id as text), c.case_number, c.authority, cast(c.operator_id as text), c.operator_name, cast(c.campaign_id as text), c.province,
            c.kind, c.phase, to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), c.next_due,
            to_char(c.next_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), c.assigned_to""");

    private static final String NOTE =
            """
            with part as (insert into case_export_part (export_id, number, rows) values (?1, ?2, ?3))
            update case_export set cases = cases + ?4, parts = parts + 1, last_case = coalesce(cast(nullif(?5, '') as uuid), last_case),
              lease_until = clock_timestamp() + make_interval(secs => ?6), attempts = 0,
              finished_at = case when ?7 then clock_timestamp() end
            where id = ?1""";

    private final Exports exports;
    private final ExportLimits limits;

    ExportWork(Exports exports, ExportLimits limits) {
        this.exports = exports;
        this.limits = limits;
    }

    @Scheduled(every = "{regulus.exports.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Panache.withTransaction(() -> Panache.getSession().chain(this::take))
                .chain(taken -> taken == null ? clear() : make(taken));
    }

    private Uni<Void> make(Object[] taken) {
        boolean givenUp = (Boolean) taken[3];
        return givenUp ? Uni.createFrom().voidItem() : all((UUID) taken[0], (String) taken[1], (String) taken[2]);
    }

    private Uni<Object[]> take(Mutiny.Session session) {
        return session.createNativeQuery(TAKE, Object[].class)
                .setParameter(1, (double) limits.lease().toSeconds())
                .setParameter(2, limits.attemptsMax())
                .getSingleResultOrNull();
    }

    private Uni<Void> all(UUID id, String authority, String filter) {
        CaseCriteria wanted = exports.filter(filter);
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(() -> part(id, authority, wanted)))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> part(UUID id, String authority, CaseCriteria wanted) {
        return Panache.getSession().chain(session -> session.find(CaseExportRow.class, id)
                .chain(row -> wanted.bound(session.createNativeQuery(PAGE, Object[].class), new Scope(authority, null))
                        .setParameter(CaseList.NEXT, row.lastCase == null ? new UUID(0, 0) : row.lastCase)
                        .setParameter(CaseList.NEXT + 1, limits.partCases())
                        .getResultList()
                        .chain(cases -> note(session, row, cases))));
    }

    private Uni<Boolean> note(Mutiny.Session session, CaseExportRow row, List<Object[]> cases) {
        boolean more = cases.size() == limits.partCases();
        String last = cases.isEmpty() ? "" : (String) cases.get(cases.size() - 1)[0];
        return session.createNativeQuery(NOTE)
                .setParameter(1, row.id)
                .setParameter(2, row.parts)
                .setParameter(3, exports.written(cases))
                .setParameter(4, (long) cases.size())
                .setParameter(5, last)
                .setParameter(6, (double) limits.lease().toSeconds())
                .setParameter(7, !more)
                .executeUpdate()
                .replaceWith(more);
    }

    /** Parts are not kept for ever. */
    private Uni<Void> clear() {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "delete from case_export_part where made_at < clock_timestamp() - make_interval(secs => ?1)")
                        .setParameter(1, (double) limits.kept().toSeconds())
                        .executeUpdate()))
                .replaceWithVoid();
    }
}
