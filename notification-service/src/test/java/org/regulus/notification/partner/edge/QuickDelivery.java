package org.regulus.notification.partner.edge;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.notification.edge.Pace;

/** See {@link Pace}. */
@Startup
@ApplicationScoped
class QuickDelivery {

    private final Pace pace;

    QuickDelivery(Scheduler scheduler, SubscriptionSender sender) {
        pace = new Pace(scheduler, sender::send);
    }

    @PreDestroy
    void stop() {
        pace.close();
    }
}
