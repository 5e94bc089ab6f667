package org.regulus.sanctions.rectification.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.sanctions.rectification.Change;
import org.regulus.sanctions.rectification.OrderEvent;
import org.regulus.sanctions.rectification.OrderEvent.RectificationOrdered;
import org.regulus.sanctions.rectification.OrderEvent.RectificationOverdue;
import org.regulus.sanctions.rectification.OrderEvent.RectificationRejected;
import org.regulus.sanctions.rectification.OrderEvent.RectificationReported;
import org.regulus.sanctions.rectification.OrderEvent.RectificationVerified;
import org.regulus.sanctions.rectification.RectificationOrder;

/** From a change to its wire message: the only place that names the wire fields of orders. */
final class OrderMessages {

    private static final String PREFIX = "regulus.sanctions.rectification-";

    private OrderMessages() {}

    record Item(UUID itemId, UUID findingId, Instant dueAt) {}

    record Ordered(
            UUID caseId,
            UUID orderId,
            String orderNumber,
            UUID inspectionId,
            UUID operatorId,
            String authority,
            List<Item> items,
            Instant orderedAt) {}

    record Reported(UUID caseId, UUID orderId, UUID operatorId, String authority, Instant reportedAt) {}

    record Verified(UUID caseId, UUID orderId, UUID operatorId, String authority, Instant verifiedAt) {}

    record Rejected(
            UUID caseId,
            UUID orderId,
            UUID operatorId,
            String authority,
            List<UUID> rejectedItemIds,
            Instant rejectedAt) {}

    record Overdue(
            UUID caseId,
            UUID orderId,
            UUID operatorId,
            String authority,
            List<UUID> overdueItemIds,
            Instant dueAt,
            Instant overdueAt) {}

    static OutboxMessage of(Change<? extends OrderEvent> change) {
        RectificationOrder order = change.order();
        OrderEvent event = change.event();
        UUID caseId = order.subject().caseId();
        UUID id = order.id().value();
        UUID operator = order.subject().operatorId();
        String authority = order.subject().authority();
        if (event instanceof RectificationOrdered ordered) {
            return message(
                    order,
                    "ordered",
                    event,
                    new Ordered(
                            caseId,
                            id,
                            order.number().toString(),
                            order.inspectionId(),
                            operator,
                            authority,
                            order.items().stream()
                                    .map(item -> new Item(item.itemId(), item.findingId(), item.dueAt()))
                                    .toList(),
                            ordered.at()));
        }
        if (event instanceof RectificationReported reported) {
            return message(order, "reported", event, new Reported(caseId, id, operator, authority, reported.at()));
        }
        if (event instanceof RectificationVerified verified) {
            return message(order, "verified", event, new Verified(caseId, id, operator, authority, verified.at()));
        }
        if (event instanceof RectificationRejected rejected) {
            return message(
                    order,
                    "rejected",
                    event,
                    new Rejected(caseId, id, operator, authority, rejected.items(), rejected.at()));
        }
        if (event instanceof RectificationOverdue overdue) {
            return message(
                    order,
                    "overdue",
                    event,
                    new Overdue(caseId, id, operator, authority, overdue.items(), overdue.dueAt(), overdue.at()));
        }
        return OrderStepMessages.of(order, event);
    }

    private static OutboxMessage message(RectificationOrder order, String participle, OrderEvent event, Object data) {
        return new OutboxMessage(
                PREFIX + participle + ".v1",
                order.subject().caseId(),
                new AggregateVersion("rectification-order", order.id().value(), order.version()),
                order.subject().authority(),
                event.at(),
                data);
    }
}
