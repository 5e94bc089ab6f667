package org.regulus.sanctions.rectification.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.rectification.Change;
import org.regulus.sanctions.rectification.OrderEvent;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.OrderState.Ordered;
import org.regulus.sanctions.rectification.OrderState.Overdue;
import org.regulus.sanctions.rectification.Pursuit;
import org.regulus.sanctions.rectification.ReceiptSteps;
import org.regulus.sanctions.rectification.RectificationOrder;

/** Every step beside the main way of an order: load, move, save, announce, and set its clocks anew. */
@ApplicationScoped
class OrderStepCommands implements ServedOrders {

    private final OrderStore orders;
    private final OrderCommands main;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final InstantSource clock;
    private final RegulatorCalendar calendar;

    OrderStepCommands(
            OrderStore orders,
            OrderCommands main,
            Outbox outbox,
            Deadlines deadlines,
            InstantSource clock,
            RegulatorCalendar calendar) {
        this.orders = orders;
        this.main = main;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** Which order, as which version was seen, and who acts. */
    record Target(Actor actor, OrderId id, long seenVersion) {}

    /** When a step is taken, by whom, and whether a penalty is pursued meanwhile. */
    record Moment(OfficerId officer, Pursuit pursuit, RegulatorCalendar calendar, Instant at) {}

    /** A step of the front room, as a request asks for it. */
    interface Step {
        Change<? extends OrderEvent> take(RectificationOrder order, Moment now);
    }

    /** Whether it is pursued is asked once the order is locked: no proceeding is opened in between. */
    @WithTransaction
    Uni<OrderView> take(Target target, Step step) {
        Instant now = clock.instant();
        Scope scope = Scope.of(target.actor());
        var officer = new OfficerId(target.actor().subject());
        return orders.lock(target.id(), scope, target.seenVersion())
                .chain(order -> main.lockAsOf(now, order.id(), scope))
                .chain(order -> main.pursuit(order)
                        .map(pursuit -> step.take(order, new Moment(officer, pursuit, calendar, now))))
                .call(change -> setClocks(change.order()))
                .chain(this::announce)
                .map(row -> OrderView.of(row, scope));
    }

    @Override
    public Uni<Void> served(UUID order, Scope scope, String method, LocalDate on) {
        return orders.lock(new OrderId(order), scope).chain(it -> ReceiptSteps.serve(
                        it, method, on, calendar, clock.instant())
                .map(change ->
                        setClocks(change.order()).chain(() -> announce(change)).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<OrderRow> announce(Change<? extends OrderEvent> change) {
        return orders.save(change.order()).call(() -> outbox.append(OrderMessages.of(change)));
    }

    /** While a report is awaited every open item has its clock; otherwise none. */
    private Uni<Void> setClocks(RectificationOrder order) {
        if (order.state() instanceof Ordered || order.state() instanceof Overdue) {
            List<NewDeadline> running = order.openItems().stream()
                    .filter(item -> !item.awaitsService())
                    .filter(item -> !(order.state() instanceof Overdue overdue
                            && overdue.items().contains(item.itemId())))
                    .map(item -> new NewDeadline(
                            ItemDue.KIND, item.itemId(), order.subject().caseId(), item.dueAt()))
                    .toList();
            return running.isEmpty() ? Uni.createFrom().voidItem() : deadlines.setAll(running);
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (OrderItem item : order.items()) {
            all = all.chain(() -> deadlines.cancel(ItemDue.KIND, item.itemId()));
        }
        return all;
    }
}
