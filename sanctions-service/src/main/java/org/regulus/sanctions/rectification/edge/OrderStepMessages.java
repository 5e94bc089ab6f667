package org.regulus.sanctions.rectification.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.sanctions.rectification.OrderEvent;
import org.regulus.sanctions.rectification.OrderEvent.ExtensionRefused;
import org.regulus.sanctions.rectification.OrderEvent.ExtensionRequested;
import org.regulus.sanctions.rectification.OrderEvent.OperatorInterviewed;
import org.regulus.sanctions.rectification.OrderEvent.RectificationAcknowledged;
import org.regulus.sanctions.rectification.OrderEvent.RectificationExtended;
import org.regulus.sanctions.rectification.OrderEvent.RectificationReferred;
import org.regulus.sanctions.rectification.OrderEvent.RectificationRenewed;
import org.regulus.sanctions.rectification.OrderEvent.RectificationResumed;
import org.regulus.sanctions.rectification.OrderEvent.RectificationServed;
import org.regulus.sanctions.rectification.OrderEvent.RectificationSuspended;
import org.regulus.sanctions.rectification.OrderEvent.RectificationTakenOver;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.OrderNote;
import org.regulus.sanctions.rectification.RectificationOrder;

/** The wire messages of the steps beside the main way of an order. */
final class OrderStepMessages {

    private OrderStepMessages() {}

    static OutboxMessage of(RectificationOrder order, OrderEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("caseId", order.subject().caseId());
        data.put("orderId", order.id().value());
        data.put("operatorId", order.subject().operatorId());
        data.put("authority", order.subject().authority());
        String type = type(event, data);
        data.put("at", event.at());
        return new OutboxMessage(
                "regulus.sanctions." + type + ".v1",
                order.subject().caseId(),
                new AggregateVersion("rectification-order", order.id().value(), order.version()),
                order.subject().authority(),
                event.at(),
                data);
    }

    private static String type(OrderEvent event, Map<String, Object> data) {
        if (event instanceof RectificationAcknowledged acknowledged) {
            begun(acknowledged.items(), data);
            return "rectification-acknowledged";
        }
        if (event instanceof RectificationServed served) {
            data.put("method", served.method());
            data.put("servedOn", served.on());
            begun(served.items(), data);
            return "rectification-served";
        }
        if (event instanceof ExtensionRequested) {
            return "rectification-extension-requested";
        }
        if (event instanceof ExtensionRefused) {
            return "rectification-extension-refused";
        }
        if (event instanceof RectificationExtended extended) {
            data.put("items", items(extended.items()));
            return "rectification-extended";
        }
        if (event instanceof RectificationSuspended) {
            return "rectification-suspended";
        }
        if (event instanceof RectificationResumed resumed) {
            data.put("items", items(resumed.items()));
            return "rectification-resumed";
        }
        if (event instanceof RectificationRenewed renewed) {
            data.put("items", items(renewed.items()));
            return "rectification-renewed";
        }
        if (event instanceof RectificationReferred referred) {
            data.put("to", referred.to() == OrderNote.Referral.PENALTY ? "penalty" : "other-authority");
            return "rectification-referred";
        }
        if (event instanceof RectificationTakenOver takenOver) {
            data.put("formerAuthority", takenOver.from());
            return "rectification-taken-over";
        }
        if (event instanceof OperatorInterviewed interviewed) {
            data.put("dueOn", interviewed.dueOn());
            return "operator-interviewed";
        }
        throw new IllegalStateException("No message for " + event);
    }

    /** Only where something began: most orders name their days. */
    private static void begun(List<OrderItem> items, Map<String, Object> data) {
        if (!items.isEmpty()) {
            data.put("items", items(items));
        }
    }

    private static List<OrderMessages.Item> items(List<OrderItem> items) {
        return items.stream()
                .map(item -> new OrderMessages.Item(item.itemId(), item.findingId(), item.dueAt()))
                .toList();
    }
}
