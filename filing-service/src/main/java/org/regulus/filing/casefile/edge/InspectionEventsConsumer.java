package org.regulus.filing.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.filing.casefile.CaseOutcome;
import org.regulus.filing.casefile.CaseProgress;

/** What the inspection-service tells of a case. Unknown types are passed over; see {@link EventConsumption} for faults. */
@ApplicationScoped
class InspectionEventsConsumer {

    private final EventConsumption consumption;
    private final Cases cases;

    InspectionEventsConsumer(EventConsumption consumption, Cases cases) {
        this.consumption = consumption;
        this.cases = cases;
    }

    record Opened(UUID caseId) {}

    record Concluded(UUID caseId, String outcome) {}

    @Incoming("inspection-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("filing.inspections", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case "regulus.inspection.inspection-opened.v1" -> cases.advance(
                    event.dataAs(Opened.class).caseId(), CaseProgress.UNDER_INSPECTION);
            case "regulus.inspection.inspection-concluded.v1" -> concluded(event.dataAs(Concluded.class));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> concluded(Concluded concluded) {
        return "no-issue".equals(concluded.outcome())
                ? cases.close(concluded.caseId(), CaseOutcome.NO_ISSUE, row -> true)
                : cases.advance(concluded.caseId(), CaseProgress.UNDER_INSPECTION);
    }
}
