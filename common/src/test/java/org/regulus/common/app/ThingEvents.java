package org.regulus.common.app;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;

/** A consumer whose faults are told to it by the event: the wire is real, and so are the faults. */
@ApplicationScoped
public class ThingEvents {

    public static final String INBOUND = "regulus.test.inbound";
    public static final String TAKEN = "regulus.test.thing-taken.v1";
    public static final String IMPOSSIBLE = "regulus.test.thing-impossible.v1";
    public static final String PASSING = "regulus.test.thing-passing.v1";
    public static final String ANSWERED = "regulus.test.thing-answered.v1";

    private final EventConsumption consumption;
    private final Things things;
    private final ConcurrentHashMap<UUID, AtomicInteger> attempts = new ConcurrentHashMap<>();

    ThingEvents(EventConsumption consumption, Things things) {
        this.consumption = consumption;
        this.things = things;
    }

    public record Data(UUID id) {}

    @Incoming("test-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("test.things", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case TAKEN -> things.take(event.dataAs(Data.class).id());
            case IMPOSSIBLE -> things.take(event.dataAs(Data.class).id())
                    .chain(() -> Uni.createFrom().failure(Refusal.conflict("thing.impossible", "never")));
            case PASSING -> passing(event);
            case ANSWERED -> things.announce(event.subject(), event.subject(), 1, "answer");
            default -> Uni.createFrom().voidItem();
        };
    }

    /** Fails the first time only, after having written: the write must be gone when it is tried again. */
    private Uni<Void> passing(EventEnvelope event) {
        int n = attempts.computeIfAbsent(event.id(), id -> new AtomicInteger()).incrementAndGet();
        Uni<Void> taken = things.take(event.subject());
        return n > 1
                ? taken
                : taken.chain(() -> Uni.createFrom().failure(new IllegalStateException("the database went away")));
    }
}
