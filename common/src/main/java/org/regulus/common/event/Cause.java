package org.regulus.common.event;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.UUID;

/**
 * The event that is being reacted to, if any. It travels with the Vert.x context of the reaction, so that events that the reaction
 * announces name it as their cause without every command passing it on.
 */
public record Cause(UUID eventId, UUID correlationId) {

    private static final String LOCAL = "regulus.cause";

    /** The current cause, or null: then a person or the clock began it. */
    public static Cause current() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<Cause>get(LOCAL).orElse(null)
                : null;
    }

    static void set(EventEnvelope event) {
        ContextLocals.put(LOCAL, new Cause(event.id(), event.correlationId()));
    }
}
