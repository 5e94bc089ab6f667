package org.regulus.sanctions.clock.edge;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Loads what clocks are derived from, locked, and has them followed again, in a transaction of its own. */
public interface ClockSource {

    String kind();

    Uni<Void> countAgain(UUID id);
}
