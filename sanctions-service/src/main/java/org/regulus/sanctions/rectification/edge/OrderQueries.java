package org.regulus.sanctions.rectification.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.sanctions.edge.Scope;

/** Reads orders; no aggregate is involved. */
@ApplicationScoped
class OrderQueries {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @param caseId and state are null when all are wanted */
    record Filter(UUID caseId, String state) {}

    Uni<OrderView> one(Actor actor, UUID id) {
        Scope scope = Scope.of(actor);
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.find(OrderRow.class, id)))
                .map(row -> {
                    if (row == null || !scope.covers(row.subject())) {
                        throw OrderStore.unknown(id);
                    }
                    return OrderView.of(row, scope);
                });
    }

    Uni<Page<OrderView>> page(Actor actor, Filter filter, PageRequest page) {
        Scope scope = Scope.of(actor);
        return Panache.withSession(() -> Panache.getSession().chain(session -> query(session, scope, filter)
                        .setParameter("after", page.after() == null ? BEFORE_ALL : page.after())
                        .setMaxResults(page.limit() + 1)
                        .getResultList()))
                .map(rows -> Page.of(rows, page, row -> row.id).map(row -> OrderView.of(row, scope)));
    }

    private static Mutiny.SelectionQuery<OrderRow> query(Mutiny.Session session, Scope scope, Filter filter) {
        String where = (scope.isOperator() ? "operatorId = :owner" : "authority = :owner")
                + (filter.caseId() == null ? "" : " and caseId = :caseId")
                + (filter.state() == null ? "" : " and state = :state");
        var query = session.createQuery("from OrderRow where " + where + " and id > :after order by id", OrderRow.class)
                .setParameter(
                        "owner",
                        scope.isOperator()
                                ? scope.operator().get()
                                : scope.authority().get());
        if (filter.caseId() != null) {
            query.setParameter("caseId", filter.caseId());
        }
        if (filter.state() != null) {
            query.setParameter("state", filter.state());
        }
        return query;
    }
}
