package org.regulus.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.regulus.common.problem.Problem;

/**
 * Where every request comes in. It notes the instant, before the request waits for anything: what arrived in time is in time, however long
 * it takes then. And it takes in only so many at once: the next one is told to come again, 503 {@code service.busy} with
 * {@code Retry-After}, instead of waiting until nobody is served. Health, metrics and streams of events are not counted.
 */
@ApplicationScoped
public class Reception {

    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final String RECEIVED_AT = "regulus.received-at";

    private final InstantSource clock;
    private final ReceptionLimits limits;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;
    private final AtomicInteger inFlight;
    private final Counter turnedAway;

    Reception(
            InstantSource clock,
            ReceptionLimits limits,
            CurrentVertxRequest current,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.clock = clock;
        this.limits = limits;
        this.current = current;
        this.json = json;
        this.inFlight = metrics.gauge("regulus.requests.in.flight", new AtomicInteger());
        this.turnedAway = metrics.counter("regulus.requests.turned.away");
    }

    /** When the request arrived that is being served. */
    public Instant receivedAt() {
        return current.getCurrent().get(RECEIVED_AT);
    }

    void install(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_ALL_OTHERS);
    }

    private void receive(RoutingContext request) {
        if (uncounted(request)) {
            request.next();
            return;
        }
        if (inFlight.incrementAndGet() > limits.inFlightMax()) {
            inFlight.decrementAndGet();
            turnedAway.increment();
            turnAway(request);
            return;
        }
        request.addEndHandler(ended -> inFlight.decrementAndGet());
        request.put(RECEIVED_AT, clock.instant());
        request.next();
    }

    private static boolean uncounted(RoutingContext request) {
        String accepted = request.request().getHeader("accept");
        return request.request().path().startsWith("/q/")
                || (accepted != null && accepted.contains("text/event-stream"));
    }

    private void turnAway(RoutingContext request) {
        Problem busy =
                Problem.of(503, "service.busy", "Too many requests at once; nothing was done. Send this one again.");
        try {
            request.response()
                    .setStatusCode(busy.status())
                    .putHeader("retry-after", String.valueOf(limits.retryAfterSeconds()))
                    .putHeader("content-type", Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(busy));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
