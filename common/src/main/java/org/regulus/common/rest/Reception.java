package org.regulus.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.regulus.common.problem.Problem;

/**
 * Where every request comes in. It notes the instant, before the request waits for anything: what arrived in time is in time, however long
 * it takes then. And it takes in only so many at once: the next one is told when to come again, 503 {@code service.busy} with
 * {@code Retry-After}, instead of waiting until nobody is served. Big bodies have a room of their own, so that uploads do not keep out
 * who only submits; with {@code Expect: 100-continue} (RFC 9110, 10.1.1) they are not even sent in vain. Health and metrics are not counted,
 * nor is a stream of events from its first event on: what the answer is, not what the request says that it would take, counts.
 */
@ApplicationScoped
public class Reception {

    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final String RECEIVED_AT = "regulus.received-at";

    private final InstantSource clock;
    private final ReceptionLimits limits;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;
    private final Room small;
    private final Room big;
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
        this.small = new Room(limits.inFlightMax(), limits.retryAfterMaxSeconds());
        this.big = new Room(limits.bigInFlightMax(), limits.retryAfterMaxSeconds());
        metrics.gauge("regulus.requests.in.flight", Tags.of("body", "small"), small, Room::inside);
        metrics.gauge("regulus.requests.in.flight", Tags.of("body", "big"), big, Room::inside);
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
        request.put(RECEIVED_AT, clock.instant());
        if (request.request().path().startsWith("/q/")) {
            request.next();
            return;
        }
        Room room = hasBigBody(request.request()) ? big : small;
        if (!room.enter(System.nanoTime())) {
            turnedAway.increment();
            turnAway(request, room.comeAgainInSeconds());
            return;
        }
        leaveOnce(request, room);
        letSend(request.request());
        request.next();
    }

    /** When the answer is written, when a stream begins, or when nobody waits for it any more: who answers 413 takes the handler of the one away. */
    private static void leaveOnce(RoutingContext request, Room room) {
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                room.leave(System.nanoTime());
            }
        };
        request.addHeadersEndHandler(begun -> {
            if (isStream(request.response())) {
                leave.run();
            }
        });
        request.addBodyEndHandler(written -> leave.run());
        request.addEndHandler(ended -> leave.run());
    }

    private static boolean isStream(HttpServerResponse response) {
        String type = response.headers().get("content-type");
        return type != null && type.startsWith("text/event-stream");
    }

    private boolean hasBigBody(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        return length == null
                ? request.getHeader("transfer-encoding") != null
                : length.length() > 18 || Long.parseLong(length) >= limits.bigBytes();
    }

    /** The client waits with its body until it hears that there is room. */
    private static void letSend(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            request.headers().remove("expect");
            request.response().writeContinue();
        }
    }

    private void turnAway(RoutingContext request, int seconds) {
        Problem busy =
                Problem.of(503, "service.busy", "Too many requests at once; nothing was done. Send this one again.");
        try {
            request.response()
                    .setStatusCode(busy.status())
                    .putHeader("retry-after", String.valueOf(seconds))
                    .putHeader("content-type", Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(busy));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
