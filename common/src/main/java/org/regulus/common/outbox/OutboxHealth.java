package org.regulus.common.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Tells whether the relay lives and how far behind it is. A backlog alone is no reason to restart: Kafka may be away. */
@Liveness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final RelayThread relay;

    OutboxHealth(RelayThread relay) {
        this.relay = relay;
    }

    void gauges(@Observes StartupEvent started, MeterRegistry meters) {
        meters.gauge("regulus.outbox.unsent", relay, r -> r.backlog().unsent());
        meters.gauge(
                "regulus.outbox.oldest.unsent.seconds", relay, r -> r.backlog().oldestSeconds());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox-relay")
                .status(relay.alive())
                .withData("unsent", relay.backlog().unsent())
                .withData("oldestUnsentSeconds", relay.backlog().oldestSeconds())
                .build();
    }
}
