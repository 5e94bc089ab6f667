package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.rectification.OrderEvent.RectificationAcknowledged;
import org.regulus.sanctions.rectification.OrderEvent.RectificationServed;
import org.regulus.sanctions.rectification.OrderNote.Acknowledged;
import org.regulus.sanctions.rectification.OrderNote.Served;
import org.regulus.sanctions.rectification.OrderState.Open;

/** The operator has the order: days that are counted from receipt begin, whichever is first. */
public final class ReceiptSteps {

    public static final String ELECTRONIC = "electronic";

    private ReceiptSteps() {}

    public static Change<RectificationAcknowledged> acknowledge(
            RectificationOrder order, RegulatorCalendar calendar, Instant at) {
        if (!(order.state() instanceof Open)
                || OrderSteps.last(order, Acknowledged.class).isPresent()) {
            throw order.refused("acknowledge");
        }
        RectificationOrder begun = received(order, new Acknowledged(at), calendar.dateOf(at), calendar, at);
        return new Change<>(begun, new RectificationAcknowledged(begun(order, begun), at));
    }

    /** As the notification-service recorded it: once. */
    public static Optional<Change<RectificationServed>> serve(
            RectificationOrder order, String method, LocalDate on, RegulatorCalendar calendar, Instant at) {
        return isServed(order) ? Optional.empty() : Optional.of(served(order, method, on, calendar, at));
    }

    /** Handed over against receipt, and recorded by hand. */
    public static Change<RectificationServed> handOver(
            RectificationOrder order,
            String method,
            LocalDate on,
            boolean consent,
            RegulatorCalendar calendar,
            Instant at) {
        if (!(order.state() instanceof Open)) {
            throw order.refused("serve");
        }
        if (isServed(order)) {
            throw Refusal.conflict("order.served", "The operator has it already");
        }
        if (ELECTRONIC.equals(method) && !consent) {
            throw Refusal.conflict(
                    "order.consent-missing", "Electronic service needs the operator's written consent (Art. 61)");
        }
        if (on.isAfter(calendar.dateOf(at)) || on.isBefore(calendar.dateOf(order.orderedAt()))) {
            throw Refusal.invalid(
                    "order.service-date",
                    "An order is served between its own day and today",
                    List.of(new Flaw("/on", "order.service-date", "Between its own day and today")));
        }
        return served(order, method, on, calendar, at);
    }

    private static Change<RectificationServed> served(
            RectificationOrder order, String method, LocalDate on, RegulatorCalendar calendar, Instant at) {
        RectificationOrder begun = received(order, new Served(method, on, at), on, calendar, at);
        return new Change<>(begun, new RectificationServed(method, on, begun(order, begun), at));
    }

    private static RectificationOrder received(
            RectificationOrder order, OrderNote note, LocalDate on, RegulatorCalendar calendar, Instant at) {
        return order.with(note, order.state(), item -> item.served(on, calendar, at));
    }

    /** All that are open, so that the earliest date is among them; none when nothing began. */
    private static List<OrderItem> begun(RectificationOrder before, RectificationOrder after) {
        return before.items().stream().anyMatch(OrderItem::awaitsService) ? after.openItems() : List.of();
    }

    private static boolean isServed(RectificationOrder order) {
        return OrderSteps.last(order, Served.class).isPresent();
    }
}
