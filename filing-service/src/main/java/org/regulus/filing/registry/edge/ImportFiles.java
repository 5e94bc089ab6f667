package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The files of imports, in parts, in the database: any instance can go on with them. */
@ApplicationScoped
class ImportFiles {

    static final int PART_BYTES = 1024 * 1024;

    @WithTransaction
    Uni<Void> keep(UUID job, int part, byte[] bytes) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "insert into import_part (job_id, part, bytes) values (?1, ?2, ?3)")
                .setParameter(1, job)
                .setParameter(2, part)
                .setParameter(3, bytes)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Null after the last one. */
    @WithSession
    Uni<byte[]> part(UUID job, int part) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select bytes from import_part where job_id = ?1 and part = ?2", byte[].class)
                .setParameter(1, job)
                .setParameter(2, part)
                .getSingleResultOrNull());
    }

    /** What was uploaded for nothing. */
    @WithTransaction
    Uni<Void> discard(UUID job) {
        return drop(job);
    }

    /** In the caller's transaction. */
    static Uni<Void> drop(UUID job) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from import_part where job_id = ?1")
                        .setParameter(1, job)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("delete from import_seen where job_id = ?1")
                                .setParameter(1, job)
                                .executeUpdate())
                        .replaceWithVoid());
    }

    /** No upload takes a day: parts whose job did not come by then are nobody's. */
    @WithTransaction
    Uni<Void> dropAbandoned() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        delete from import_part p where p.arrived_at < clock_timestamp() - interval '1 day'
                          and not exists (select 1 from import_job j where j.id = p.job_id)""")
                .executeUpdate()
                .replaceWithVoid());
    }
}
