package org.regulus.common.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.StaleStateException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.Scope;
import org.regulus.common.problem.Refusal;

/**
 * Reads rows as somebody: the asker's {@link Scope} is part of every query, so that what is not theirs does not exist for them. The
 * row type has the attributes {@code id} and {@code authority}, and {@code operatorId} where operators may ask.
 */
public final class Rows<R> {

    private final Class<R> type;
    private final StringBuilder where = new StringBuilder("where 1 = 1");
    private final Map<String, Object> values = new HashMap<>();
    private LockMode lock = LockMode.NONE;

    private Rows(Class<R> type) {
        this.type = type;
    }

    public static <R> Rows<R> of(Class<R> type, Actor actor) {
        Scope scope = actor.scope();
        return new Rows<>(type)
                .and("operatorId = :scopeOperator", "scopeOperator", scope.operatorId())
                .and("authority = :scopeAuthority", "scopeAuthority", scope.authority());
    }

    /**
     * To read only: an officer's scope also holds what others share with the authority.
     *
     * @param shared the condition, on {@code :scopeAuthority}, by which a row is shared
     */
    public static <R> Rows<R> readable(Class<R> type, Actor actor, String shared) {
        Scope scope = actor.scope();
        return new Rows<>(type)
                .and("operatorId = :scopeOperator", "scopeOperator", scope.operatorId())
                .and("(authority = :scopeAuthority or " + shared + ")", "scopeAuthority", scope.authority());
    }

    /** Adds a condition when there is a value for it. */
    public Rows<R> and(String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
        return this;
    }

    /** What is read then is locked until the transaction ends, and read as it is once the lock is held. */
    public Rows<R> locked() {
        lock = LockMode.PESSIMISTIC_WRITE;
        return this;
    }

    /** Up to one row more than the page holds, ordered by id. */
    public Uni<List<R>> page(PageRequest page) {
        and("id > :pageAfter", "pageAfter", page.after());
        return Panache.withSession(() -> Panache.getSession().chain(session -> query(session, " order by id")
                .setMaxResults(page.limit() + 1)
                .getResultList()));
    }

    /** @throws Refusal NOT_FOUND {@code code}: also when it exists and is another's */
    public Uni<R> one(UUID id, String code) {
        return and("id = :oneId", "oneId", id).single(code, "There is no %s here".formatted(id));
    }

    /** @throws Refusal NOT_FOUND {@code code} when no row of the asker's fulfils the conditions */
    public Uni<R> single(String code, String detail) {
        return Panache.withSession(() ->
                        Panache.getSession().chain(session -> query(session, "").getSingleResultOrNull()))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(code, detail));
    }

    private Mutiny.SelectionQuery<R> query(Mutiny.Session session, String order) {
        Mutiny.SelectionQuery<R> query =
                session.createSelectionQuery("from " + type.getName() + " " + where + order, type);
        values.forEach(query::setParameter);
        return query.setLockMode(lock);
    }

    /**
     * Writes the session's changes now.
     *
     * @throws Refusal STALE {@code etag.stale} when somebody else changed one of the rows at the same time
     */
    public static Uni<Void> flush() {
        return Panache.getSession()
                .chain(Mutiny.Session::flush)
                .onFailure(fault -> fault instanceof OptimisticLockException || fault instanceof StaleStateException)
                .transform(fault -> ETags.stale());
    }
}
