package org.regulus.common.app;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;

/** The smallest business there is: a thing with a name, whose making is announced. */
@ApplicationScoped
public class Things {

    public static final String MADE = "regulus.test.thing-made.v1";
    public static final String TOPIC = "regulus.test.events";

    private final Outbox outbox;

    Things(Outbox outbox) {
        this.outbox = outbox;
    }

    public record Made(UUID id, String name) {}

    /** Row and event, or neither. */
    public Uni<Void> make(UUID id, String name) {
        return Panache.withTransaction(() -> insert(id, name).chain(() -> announce(id, id, 1, name)));
    }

    public Uni<Void> makeThenFail(UUID id, String name) {
        return Panache.withTransaction(
                () -> insert(id, name).chain(() -> announce(id, id, 1, name)).chain(() -> Uni.createFrom()
                        .failure(new IllegalStateException("after the event"))));
    }

    public Uni<Void> announce(UUID key, UUID aggregate, long sequence, String name) {
        return Panache.withTransaction(() -> outbox.append(new OutboxMessage(
                MADE,
                key,
                new AggregateVersion("thing", aggregate, sequence),
                "MIIT",
                Instant.parse("2019-06-03T01:00:00Z"),
                new Made(aggregate, name))));
    }

    public Uni<Void> announceWithoutTransaction(UUID id) {
        return Panache.withSession(() -> outbox.append(new OutboxMessage(
                MADE, id, new AggregateVersion("thing", id, 1), "MIIT", Instant.EPOCH, new Made(id, "x"))));
    }

    public Uni<Void> insert(UUID id, String name) {
        return sql("insert into thing (id, name) values (?1, ?2)", id, name);
    }

    /** Counts how often it happened, so that "twice" can be seen. */
    public Uni<Void> take(UUID id) {
        return sql(
                "insert into thing (id, name, taken) values (?1, ?2, 1) on conflict (id) do update set taken = thing.taken + 1",
                id,
                "taken");
    }

    public Uni<Long> taken(UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select coalesce(sum(taken), 0) from thing where id = ?1", Long.class)
                .setParameter(1, id)
                .getSingleResult()));
    }

    public Uni<Long> count(String table, String column, UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from " + table + " where " + column + " = ?1", Long.class)
                .setParameter(1, id)
                .getSingleResult()));
    }

    private static Uni<Void> sql(String sql, UUID id, String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter(1, id)
                        .setParameter(2, name)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
