package org.regulus.sanctions.rectification.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.clock.edge.ClockBook;
import org.regulus.sanctions.clock.edge.ClockSource;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.OrderNumber;
import org.regulus.sanctions.rectification.RectificationOrder;

/**
 * Orders in the database, within the caller's transaction. An order that is about to change is locked first: the second of two writers
 * sees what the first one did, and is told that its version is stale.
 */
@ApplicationScoped
class OrderStore implements ClockSource, FoundOrders {

    private final ClockBook clocks;

    OrderStore(ClockBook clocks) {
        this.clocks = clocks;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    @WithTransaction
    public Uni<Void> countAgain(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(OrderRow.class, id, LockMode.PESSIMISTIC_WRITE))
                .chain(row -> clocks.follow(row.toDomain()));
    }

    /** @throws Refusal NOT_FOUND {@code order.unknown}, also when it lies outside the scope */
    Uni<RectificationOrder> lock(OrderId id, Scope scope) {
        return Panache.getSession()
                .chain(session -> session.find(OrderRow.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .map(row -> {
                    if (row == null || !scope.covers(row.subject())) {
                        throw unknown(id.value());
                    }
                    return row.toDomain();
                });
    }

    @Override
    public Uni<RectificationOrder> found(UUID id, Scope scope) {
        return Panache.getSession()
                .chain(session -> session.find(OrderRow.class, id))
                .map(row -> {
                    if (row == null || !scope.covers(row.subject())) {
                        throw unknown(id);
                    }
                    return row.toDomain();
                });
    }

    /** @throws Refusal STALE {@code etag.stale} */
    Uni<RectificationOrder> lock(OrderId id, Scope scope, long seenVersion) {
        return lock(id, scope).invoke(order -> {
            if (order.version() != seenVersion) {
                throw Refusal.stale("etag.stale", "The order is at version " + order.version());
            }
        });
    }

    /** The case's orders, locked. */
    Uni<List<RectificationOrder>> lockAll(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from OrderRow where caseId = ?1 order by id", OrderRow.class)
                        .setParameter(1, caseId)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList())
                .map(rows -> rows.stream().map(OrderRow::toDomain).toList());
    }

    Uni<Boolean> existsFor(UUID inspectionId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from OrderRow where inspectionId = ?1", Long.class)
                        .setParameter(1, inspectionId)
                        .getSingleResult())
                .map(found -> found > 0);
    }

    /** The next number; given back when the transaction rolls back, because the counter's row stays locked until then. */
    Uni<OrderNumber> nextNumber(String authority, int year) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                """
                                insert into order_number (authority, year, last) values (?1, ?2, 1)
                                on conflict (authority, year) do update set last = order_number.last + 1
                                returning last""",
                                Integer.class)
                        .setParameter(1, authority)
                        .setParameter(2, year)
                        .getSingleResult())
                .map(serial -> new OrderNumber(authority, year, serial));
    }

    Uni<OrderRow> add(RectificationOrder order) {
        OrderRow row = OrderRow.of(order);
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .call(() -> clocks.follow(order))
                .replaceWith(row);
    }

    Uni<OrderRow> save(RectificationOrder order) {
        return Panache.getSession()
                .chain(session -> session.find(OrderRow.class, order.id().value()))
                .invoke(row -> row.show(order))
                .call(() -> clocks.follow(order));
    }

    static Refusal unknown(UUID id) {
        return Refusal.notFound("order.unknown", "There is no order " + id);
    }
}
