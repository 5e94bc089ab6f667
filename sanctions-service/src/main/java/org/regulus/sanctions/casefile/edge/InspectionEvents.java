package org.regulus.sanctions.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.casefile.ConcludedInspection;
import org.regulus.sanctions.casefile.Finding;

/**
 * Listens to the inspection-service. Unknown types are passed over; data that cannot be a conclusion goes to the dead letters; what is
 * transient is tried again by {@link EventConsumption}.
 */
@ApplicationScoped
class InspectionEvents {

    static final String CONCLUDED = "regulus.inspection.inspection-concluded.v1";
    private static final String WITH_ISSUES = "issues";

    private final EventConsumption consumption;
    private final Inspections inspections;

    InspectionEvents(EventConsumption consumption, Inspections inspections) {
        this.consumption = consumption;
        this.inspections = inspections;
    }

    /** Only the fields that are read here. */
    record Concluded(
            UUID caseId,
            UUID inspectionId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String outcome,
            List<Finding> findings,
            Instant concludedAt) {

        ConcludedInspection inspection(long sequence) {
            if (caseId == null || inspectionId == null || operatorId == null || authority == null) {
                throw Refusal.malformed("event.unreadable", "A conclusion names case, inspection, operator, authority");
            }
            if (findings == null || findings.isEmpty() || concludedAt == null) {
                throw Refusal.malformed("event.unreadable", "A conclusion with issues has findings and an instant");
            }
            return new ConcludedInspection(
                    inspectionId,
                    Optional.ofNullable(campaignId),
                    new CaseSubject(caseId, operatorId, authority),
                    findings,
                    concludedAt,
                    sequence);
        }
    }

    @Incoming("inspection-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("sanctions.inspections", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case CONCLUDED -> concluded(event);
            default -> Uni.createFrom().voidItem();
        };
    }

    /** Without issues there is nothing to order. */
    private Uni<Void> concluded(EventEnvelope event) {
        Concluded data = event.dataAs(Concluded.class);
        return WITH_ISSUES.equals(data.outcome())
                ? inspections.keep(data.inspection(event.aggregate().sequence()))
                : Uni.createFrom().voidItem();
    }
}
