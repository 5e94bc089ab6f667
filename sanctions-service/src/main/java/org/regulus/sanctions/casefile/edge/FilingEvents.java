package org.regulus.sanctions.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.event.EventHeaders;
import org.regulus.common.problem.Refusal;

/**
 * Listens to the filing-service for one thing: which authority a case went to. All else is passed over before anything is written; data that
 * names no case goes to the dead letters; what is transient is tried again by {@link EventConsumption}.
 */
@ApplicationScoped
class FilingEvents {

    static final Set<String> MOVES =
            Set.of("regulus.filing.case-transferred.v1", "regulus.filing.jurisdiction-designated.v1");

    private final EventConsumption consumption;
    private final CaseHolders holders;

    FilingEvents(EventConsumption consumption, CaseHolders holders) {
        this.consumption = consumption;
        this.holders = holders;
    }

    /** Only the fields that are read here. */
    record Moved(UUID caseId, String authority) {}

    @Incoming("filing-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        String type = EventHeaders.read(message.headers()).getOrDefault("type", "");
        return MOVES.contains(type)
                ? consumption.consume("sanctions.jurisdiction", message, this::react)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> react(EventEnvelope event) {
        Moved moved = event.dataAs(Moved.class);
        if (moved.caseId() == null || moved.authority() == null) {
            throw Refusal.malformed("event.unreadable", "A transfer names the case and its new authority");
        }
        return holders.become(
                moved.caseId(), moved.authority(), event.aggregate().sequence());
    }
}
