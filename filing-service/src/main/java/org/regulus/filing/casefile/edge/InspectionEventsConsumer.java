package org.regulus.filing.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.filing.casefile.CaseOutcome;
import org.regulus.filing.casefile.CaseProgress;
import org.regulus.filing.casefile.edge.Duties.Duty;

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

    record Concluded(UUID caseId, UUID inspectionId, String outcome) {}

    record Interview(UUID caseId, UUID inspectionId, UUID interviewId, UUID operatorId, Instant startsAt) {}

    @Incoming("inspection-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("filing.inspections", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case "regulus.inspection.inspection-opened.v1" -> cases.advance(
                    event.dataAs(Opened.class).caseId(), CaseProgress.UNDER_INSPECTION);
            case "regulus.inspection.interview-scheduled.v1",
                    "regulus.inspection.interview-rescheduled.v1" -> scheduled(event, event.dataAs(Interview.class))
                    .chain(() -> cases.tellInspection(event.dataAs(Opened.class).caseId()));
            case "regulus.inspection.inspection-noticed.v1" -> cases.tellInspection(
                    event.dataAs(Opened.class).caseId());
            case "regulus.inspection.interview-held.v1", "regulus.inspection.interview-cancelled.v1" -> Duties.end(
                    event.dataAs(Interview.class).interviewId(), event.time());
            case "regulus.inspection.inspection-replaced.v1" -> cases.leaveInspection(
                    event.dataAs(Opened.class).caseId());
            case "regulus.inspection.inspection-concluded.v1" -> Duties.end(
                            event.dataAs(Concluded.class).inspectionId(), event.time())
                    .chain(() -> concluded(event.dataAs(Concluded.class)));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> scheduled(EventEnvelope event, Interview interview) {
        Duty duty = new Duty(
                interview.interviewId(),
                interview.caseId(),
                event.authority(),
                interview.operatorId(),
                "attend",
                interview.inspectionId(),
                interview.startsAt());
        return Duties.owe(duty, event.time());
    }

    private Uni<Void> concluded(Concluded concluded) {
        return "no-issue".equals(concluded.outcome())
                ? cases.close(concluded.caseId(), CaseOutcome.NO_ISSUE, row -> true)
                : cases.advance(concluded.caseId(), CaseProgress.UNDER_INSPECTION)
                        .chain(() -> cases.tellInspection(concluded.caseId()));
    }
}
