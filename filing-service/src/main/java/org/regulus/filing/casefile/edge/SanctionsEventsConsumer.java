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

/** What the sanctions-service tells of a case. Unknown types are passed over; see {@link EventConsumption} for faults. */
@ApplicationScoped
class SanctionsEventsConsumer {

    private final EventConsumption consumption;
    private final Cases cases;

    SanctionsEventsConsumer(EventConsumption consumption, Cases cases) {
        this.consumption = consumption;
        this.cases = cases;
    }

    record About(UUID caseId) {}

    record PenaltyClosed(UUID caseId, String outcome) {}

    @Incoming("sanctions-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("filing.sanctions", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case "regulus.sanctions.rectification-ordered.v1" -> cases.advance(
                    caseId(event), CaseProgress.UNDER_RECTIFICATION);
            case "regulus.sanctions.penalty-proposed.v1" -> cases.advance(caseId(event), CaseProgress.UNDER_PENALTY);
            case "regulus.sanctions.rectification-verified.v1" -> rectified(caseId(event));
            case "regulus.sanctions.penalty-withdrawn.v1" -> cases.leavePenalty(caseId(event));
            case "regulus.sanctions.penalty-closed.v1" -> penaltyClosed(event.dataAs(PenaltyClosed.class));
            default -> Uni.createFrom().voidItem();
        };
    }

    /** A late rectification does not end a penalty proceeding that has begun. */
    private Uni<Void> rectified(UUID caseId) {
        return cases.close(caseId, CaseOutcome.RECTIFIED, row -> row.progress() != CaseProgress.UNDER_PENALTY);
    }

    private Uni<Void> penaltyClosed(PenaltyClosed closed) {
        CaseOutcome outcome = "no-penalty".equals(closed.outcome()) ? CaseOutcome.NO_PENALTY : CaseOutcome.PENALISED;
        return cases.close(closed.caseId(), outcome, row -> true);
    }

    private static UUID caseId(EventEnvelope event) {
        return event.dataAs(About.class).caseId();
    }
}
