package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;

/** The date of an order's item has come. */
@ApplicationScoped
class ItemDue implements DeadlineHandler {

    static final String KIND = "rectification-item";

    private final OrderCommands orders;

    ItemDue(OrderCommands orders) {
        this.orders = orders;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> due(Deadline deadline) {
        return orders.itemDue(deadline.caseId(), deadline.subject());
    }
}
