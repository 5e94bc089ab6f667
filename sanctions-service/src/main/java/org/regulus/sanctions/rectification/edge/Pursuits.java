package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.Pursuit;

/**
 * Answers whether a penalty is pursued for an order: from its proposal on, not while it is only suspected. Asked while the order is locked,
 * and whoever opens a proceeding, or proposes in one, locks it, too.
 */
public interface Pursuits {

    Uni<Pursuit> of(OrderId order);
}
