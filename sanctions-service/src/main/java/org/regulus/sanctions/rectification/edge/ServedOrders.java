package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.regulus.sanctions.edge.Scope;

/** An order was served: it is noted, in the caller's transaction. */
public interface ServedOrders {

    Uni<Void> served(UUID order, Scope scope, String method, LocalDate on);
}
