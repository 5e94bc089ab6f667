package org.regulus.inspection.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Long computing, off the event loop; what comes of it is told on the caller's context again, so that its transaction goes on. */
public final class Worker {

    private Worker() {}

    /** Several at once run side by side. What the work throws is the failure. */
    public static <T> Uni<T> compute(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }
}
