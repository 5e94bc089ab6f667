package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.registry.ImportState;

/** The commands on imports. One authority's imports are done one after another, in the order in which they came. */
@ApplicationScoped
class Imports {

    private final InstantSource clock;
    private final IdSource ids;
    private final RegistryConfig config;

    Imports(InstantSource clock, IdSource ids, RegistryConfig config) {
        this.clock = clock;
        this.ids = ids;
        this.config = config;
    }

    /**
     * In the caller's transaction; the parts of its file are kept already.
     *
     * @throws Refusal CONFLICT {@code authority.unknown}
     */
    Uni<UUID> submit(Actor officer, UUID id, String format, boolean dryRun) {
        ImportJobRow job = new ImportJobRow();
        job.id = id;
        job.authority = officer.requireAuthority();
        job.format = format;
        job.dryRun = dryRun;
        job.submittedAt = clock.instant();
        job.submittedBy = officer.subject();
        return AuthorityZones.of(job.authority)
                .chain(Panache::getSession)
                .chain(session -> session.persist(job))
                .replaceWith(id);
    }

    @WithSession
    Uni<ImportJobRow> get(UUID id) {
        return Panache.getSession().chain(session -> session.find(ImportJobRow.class, id));
    }

    /** What was taken over by then stays. Again without harm. */
    @WithTransaction
    Uni<ImportJobRow> cancel(Actor officer, UUID id) {
        return Rows.of(ImportJobRow.class, officer)
                .locked()
                .one(id, "import.unknown")
                .call(row -> row.state.equals(ImportState.CANCELLED.word())
                        ? Uni.createFrom().voidItem()
                        : over(row, ImportState.CANCELLED));
    }

    /** Takes up the oldest import that is free; null when there is none. */
    @WithTransaction
    Uni<ImportJobRow> claim() {
        UUID claim = ids.next();
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select id from import_job j
                         where (state = 'waiting' or state = 'running' and claimed_until < clock_timestamp())
                           and not exists (select 1 from import_job e where e.authority = j.authority and e.id < j.id
                                              and e.state in ('waiting', 'running'))
                         order by id limit 1 for update skip locked""",
                        UUID.class)
                .getSingleResultOrNull()
                .chain(id -> id == null
                        ? Uni.createFrom().nullItem()
                        : session.find(ImportJobRow.class, id)
                                .invoke(row -> row.become(ImportState.RUNNING))
                                .invoke(row -> row.claim = claim)
                                .invoke(row -> row.attempts++)
                                .call(this::renew)));
    }

    /** Notes how many rows there are; answers whether the import is still the asker's. */
    @WithTransaction
    Uni<Boolean> counted(UUID id, UUID claim, int rows) {
        return held(id, claim)
                .call(row ->
                        row == null ? Uni.createFrom().voidItem() : renew(row).invoke(() -> row.rows = rows))
                .map(row -> row != null);
    }

    @WithTransaction
    Uni<Void> complete(UUID id, UUID claim) {
        return held(id, claim)
                .chain(row -> row == null ? Uni.createFrom().voidItem() : over(row, ImportState.COMPLETED));
    }

    @WithTransaction
    Uni<Void> fail(UUID id, UUID claim, String code, String detail) {
        return held(id, claim).chain(row -> {
            if (row == null) {
                return Uni.createFrom().voidItem();
            }
            row.faultCode = code;
            row.faultDetail = detail;
            return over(row, ImportState.FAILED);
        });
    }

    private Uni<Void> over(ImportJobRow row, ImportState end) {
        row.become(end);
        row.finishedAt = clock.instant();
        row.claim = null;
        return Rows.flush().chain(() -> ImportFiles.drop(row.id));
    }

    /** In the caller's transaction, locked; null when it was cancelled or is another instance's by now. */
    static Uni<ImportJobRow> held(UUID id, UUID claim) {
        return Panache.getSession()
                .chain(session -> session.find(ImportJobRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(row -> row != null && row.isClaimedAs(claim) ? row : null);
    }

    /** By the clock of the database, which all instances share. */
    Uni<Void> renew(ImportJobRow row) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update import_job set claimed_until = clock_timestamp() + make_interval(secs => ?2) where id = ?1")
                .setParameter(1, row.id)
                .setParameter(2, (double) config.claim().toSeconds())
                .executeUpdate()
                .replaceWithVoid());
    }
}
