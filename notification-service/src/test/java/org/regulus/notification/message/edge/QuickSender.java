package org.regulus.notification.message.edge;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.notification.edge.Pace;

/** See {@link Pace}. */
@Startup
@ApplicationScoped
class QuickSender {

    private final Pace pace;

    QuickSender(Scheduler scheduler, MessageSender sender) {
        pace = new Pace(scheduler, sender::send);
    }

    @PreDestroy
    void stop() {
        pace.close();
    }
}
