package org.regulus.common.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;
import org.regulus.common.problem.Refusal;

/**
 * How a service takes an event. Three failures, three fates: <em>unknown type</em>: the reaction passes it over; <em>unreadable or
 * impossible</em> (a {@link Refusal}, or data that a constraint forbids): to the dead letters with its reason, and the next one is
 * handled; <em>transient</em> (anything else): tried again a bounded number of times, then the channel fails, because the order of a
 * case matters more than progress.
 */
@ApplicationScoped
public class EventConsumption {

    private static final Logger LOG = Logger.getLogger(EventConsumption.class);

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final ConsumptionLimits limits;
    private final ObjectMapper json;
    private final MeterRegistry meters;

    EventConsumption(
            Inbox inbox, DeadLetters deadLetters, ConsumptionLimits limits, ObjectMapper json, MeterRegistry meters) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.limits = limits;
        this.json = json;
        this.meters = meters;
    }

    /**
     * Reads the record, and reacts to it once.
     *
     * @param consumer {@code <service>.<purpose>}: the inbox's name for this reader, and before the dot the dead letters'
     */
    public Uni<Void> consume(
            String consumer, ConsumerRecord<String, byte[]> message, Function<EventEnvelope, Uni<Void>> react) {
        return Uni.createFrom()
                .item(() -> EventEnvelope.of(message, json))
                .invoke(Cause::set)
                .chain(event -> attempt(consumer, event, react, 1))
                .onFailure(EventConsumption::impossible)
                .recoverWithUni(reason -> deadLetters.bury(consumer, message, reason));
    }

    private Uni<Void> attempt(String consumer, EventEnvelope event, Function<EventEnvelope, Uni<Void>> react, int n) {
        return inbox.once(consumer, event.id(), () -> react.apply(event))
                .invoke(first -> meters.counter(
                                "regulus.inbox", "consumer", consumer, "outcome", first ? "done" : "duplicate")
                        .increment())
                .replaceWithVoid()
                .onFailure(fault -> !impossible(fault) && n < limits.attemptsMax())
                .recoverWithUni(fault -> {
                    LOG.warnf("%s: event %s, attempt %d: %s", consumer, event.id(), n, fault.toString());
                    return pause(limits.backoff().toMillis() << (n - 1))
                            .chain(() -> attempt(consumer, event, react, n + 1));
                });
    }

    /** Constraint and data faults (SQLSTATE classes 22 and 23) will not pass by waiting; losing a race (STALE) will. */
    static boolean impossible(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.kind() != Refusal.Kind.STALE;
            }
            if (cause instanceof JDBCException refused) {
                return forbidden(refused.getSQLState());
            }
            if (cause instanceof PgException refused) {
                return forbidden(refused.getSqlState());
            }
        }
        return false;
    }

    private static boolean forbidden(String sqlState) {
        return sqlState != null && (sqlState.startsWith("22") || sqlState.startsWith("23"));
    }

    /** Waits without blocking and comes back on the same context, where the database session lives. */
    private static Uni<Void> pause(long millis) {
        Context context = Vertx.currentContext();
        return Uni.createFrom().emitter(waiting -> context.owner()
                .setTimer(millis, fired -> context.runOnContext(back -> waiting.complete(null))));
    }
}
