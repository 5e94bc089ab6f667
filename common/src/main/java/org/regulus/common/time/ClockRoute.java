package org.regulus.common.time;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * {@code GET} and {@code PUT /clock}: lets a demonstration play a year in minutes. The route is made at start-up and only under the
 * profiles {@code demo} and {@code test}; in every other there is none. Who may use it is in the shared configuration (platform-admin).
 */
@ApplicationScoped
class ClockRoute {

    private static final String JSON = "application/json";

    private final Instance<MovableClock> clock;

    ClockRoute(Instance<MovableClock> clock) {
        this.clock = clock;
    }

    void install(@Observes Router router) {
        if (!TimeBeans.movable()) {
            return;
        }
        router.get("/clock").handler(this::tell);
        router.put("/clock").handler(BodyHandler.create(false)).blockingHandler(this::move);
    }

    private void tell(RoutingContext request) {
        request.response()
                .putHeader("content-type", JSON)
                .end(new JsonObject()
                        .put("now", clock.get().instant().toString())
                        .encode());
    }

    private void move(RoutingContext request) {
        try {
            clock.get().moveTo(Instant.parse(request.body().asJsonObject().getString("now", "")));
            tell(request);
        } catch (DateTimeException | io.vertx.core.json.DecodeException | NullPointerException unreadable) {
            request.response()
                    .setStatusCode(400)
                    .putHeader("content-type", "application/problem+json")
                    .end(new JsonObject()
                            .put("type", "urn:regulus:problem:clock.malformed")
                            .put("title", "Bad Request")
                            .put("status", 400)
                            .put("code", "clock.malformed")
                            .put("detail", "Expected {\"now\": \"<RFC 3339 instant>\"}")
                            .encode());
        }
    }
}
