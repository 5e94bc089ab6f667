package org.regulus.notification.rebuild.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.time.IdSource;
import org.regulus.notification.rebuild.Progress;

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
    Uni<RebuildRow> ask(Actor admin, String key) {
        return idempotency
                .once(admin, key, "timeline-rebuild", () -> Panache.getSession()
                        .chain(session -> alone(session).chain(() -> insert(session, admin))))
                .chain(this::one);
    }

    private Uni<UUID> insert(Mutiny.Session session, Actor admin) {
        RebuildRow row = new RebuildRow();
        row.id = ids.next();
        row.askedBy = admin.subject();
        row.askedAt = clock.instant();
        row.take(new Progress(Progress.Stage.READING, 0, 0, null), row.askedAt);
        return session.persist(row).replaceWith(row.id);
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

    /** @throws Refusal NOT_FOUND {@code rebuild.unknown} */
    Uni<RebuildRow> one(UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.find(RebuildRow.class, id)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("rebuild.unknown", "There is no such rebuild"));
    }
}
