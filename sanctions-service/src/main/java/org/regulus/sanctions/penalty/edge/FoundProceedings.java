package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.PenaltyProceeding;

/** A proceeding for reading, in the caller's session; NOT_FOUND {@code proceeding.unknown} outside the scope. */
public interface FoundProceedings {

    Uni<PenaltyProceeding> found(UUID id, Scope scope);
}
