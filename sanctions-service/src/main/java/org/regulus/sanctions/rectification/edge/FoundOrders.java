package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.rectification.RectificationOrder;

/** An order for reading, in the caller's session; NOT_FOUND {@code order.unknown} outside the scope. */
public interface FoundOrders {

    Uni<RectificationOrder> found(UUID id, Scope scope);
}
