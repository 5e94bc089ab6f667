package org.regulus.sanctions.rectification.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.rectification.Change;
import org.regulus.sanctions.rectification.OrderEvent;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.Pursuit;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.rectification.edge.OrderRequests.Report;
import org.regulus.sanctions.rectification.edge.OrderRequests.Verification;

/** The moves of an order that exists. {@link OrderMaking} makes new ones. */
@ApplicationScoped
public class OrderCommands {

    private final OrderStore orders;
    private final Pursuits pursuits;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final InstantSource clock;

    OrderCommands(OrderStore orders, Pursuits pursuits, Outbox outbox, Deadlines deadlines, InstantSource clock) {
        this.orders = orders;
        this.pursuits = pursuits;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @WithTransaction
    Uni<OrderView> report(Actor operator, OrderId id, long seenVersion, Report report) {
        Instant now = clock.instant();
        return orders.lock(id, Scope.of(operator), seenVersion)
                .chain(order -> overdueBy(now, order))
                .chain(order -> pursuits.of(id).map(pursuit -> order.report(report.statements(now), pursuit, now)))
                .call(change -> cancelDeadlines(change.order()))
                .chain(this::announce)
                .map(row -> OrderView.of(row, Scope.of(operator)));
    }

    @WithTransaction
    Uni<OrderView> verify(Actor officer, OrderId id, long seenVersion, Verification verification) {
        Instant now = clock.instant();
        return orders.lock(id, Scope.of(officer), seenVersion)
                .chain(order -> pursuits.of(id)
                        .map(pursuit -> order.judge(verification.verdicts(officer.subject(), now), pursuit, now)))
                .chain(this::announce)
                .map(row -> OrderView.of(row, Scope.of(officer)));
    }

    /** An item's date has come: says so if nothing was reported. */
    @WithTransaction
    Uni<Void> itemDue(UUID caseId, UUID itemId) {
        Instant now = clock.instant();
        return orders.lockAll(caseId)
                .map(ofCase -> ofCase.stream()
                        .filter(order ->
                                order.items().stream().map(OrderItem::itemId).anyMatch(itemId::equals))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No order has the item " + itemId)))
                .chain(order -> overdueBy(now, order))
                .replaceWithVoid();
    }

    /**
     * The order as it stands at this moment, locked: what is overdue is recorded first, even if the sweep has not looked yet. Joins the
     * caller's transaction.
     */
    @WithTransaction
    public Uni<RectificationOrder> lockAsOf(Instant now, OrderId id, Scope scope) {
        return orders.lock(id, scope).chain(order -> overdueBy(now, order));
    }

    Uni<Pursuit> pursuit(RectificationOrder order) {
        return pursuits.of(order.id());
    }

    private Uni<RectificationOrder> overdueBy(Instant now, RectificationOrder order) {
        return order.overdue(now)
                .map(change -> announce(change).replaceWith(change.order()))
                .orElseGet(() -> Uni.createFrom().item(order));
    }

    private Uni<OrderRow> announce(Change<? extends OrderEvent> change) {
        return orders.save(change.order()).call(() -> outbox.append(OrderMessages.of(change)));
    }

    /** Reported: no item's date matters any more. */
    private Uni<Void> cancelDeadlines(RectificationOrder order) {
        return order.items().stream()
                .map(OrderItem::itemId)
                .reduce(
                        Uni.createFrom().voidItem(),
                        (before, item) -> before.chain(() -> deadlines.cancel(ItemDue.KIND, item)),
                        (one, other) -> one.chain(() -> other));
    }

    static List<NewDeadline> deadlinesOf(RectificationOrder order) {
        Stream<OrderItem> items = order.items().stream().filter(item -> !item.awaitsService());
        return items.map(item -> new NewDeadline(
                        ItemDue.KIND, item.itemId(), order.subject().caseId(), item.dueAt()))
                .toList();
    }
}
