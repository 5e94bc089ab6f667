package org.regulus.notification.rebuild.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.time.IdSource;
import org.regulus.notification.rebuild.Progress;
import org.regulus.notification.rebuild.Source;

/** Rebuilds as they are asked for; there is one at a time. */
@ApplicationScoped
class Rebuilds {

    private final Idempotency idempotency;
    private final IdSource ids;
    private final InstantSource clock;

    Rebuilds(Idempotency idempotency, IdSource ids, InstantSource clock) {
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Refusal CONFLICT {@code rebuild.running} */
    Uni<RebuildRow> ask(Actor admin, String key, Source source) {
        return idempotency
                .once(admin, key, "timeline-rebuild " + source.word(), () -> Panache.getSession()
                        .chain(session -> alone(session).chain(() -> insert(session, admin, source))))
                .chain(this::one);
    }

    private Uni<UUID> insert(Mutiny.Session session, Actor admin, Source source) {
        RebuildRow row = new RebuildRow();
        row.id = ids.next();
        row.askedBy = admin.subject();
        row.askedAt = clock.instant();
        row.source = source.word();
        row.take(new Progress(Progress.Stage.READING, 0, 0, null), row.askedAt);
        return head(session, source).chain(head -> {
            row.upto = head;
            return session.persist(row).replaceWith(row.id);
        });
    }

    /** How much there is to read; of the topics it is found out when they are. */
    private static Uni<Long> head(Mutiny.Session session, Source source) {
        return source == Source.LEDGER
                ? session.createNativeQuery("select position from ledger_head", Long.class)
                        .getSingleResult()
                : Uni.createFrom().item(0L);
    }

    private static Uni<Void> alone(Mutiny.Session session) {
        return session.createNativeQuery("lock table timeline_rebuild in exclusive mode")
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select count(*) from timeline_rebuild where stage <> 'finished'", Long.class)
                        .getSingleResult())
                .invoke(running -> {
                    if (running > 0) {
                        throw Refusal.conflict("rebuild.running", "Wait for the rebuild that is under way");
                    }
                })
                .replaceWithVoid();
    }

    /** Cases that could not be written anew, a hundred at most. */
    Uni<List<UUID>> failed(UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select case_id from rebuild_failure where rebuild_id = ?1 order by case_id limit 100",
                        UUID.class)
                .setParameter(1, id)
                .getResultList()));
    }

    /** @throws Refusal NOT_FOUND {@code rebuild.unknown} */
    Uni<RebuildRow> one(UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.find(RebuildRow.class, id)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("rebuild.unknown", "There is no such rebuild"));
    }
}
