package org.regulus.inspection.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.Cause;
import org.regulus.inspection.complaint.edge.Complaints;
import org.regulus.inspection.edge.ForCause;

/**
 * What the filing-service tells of a case. All events of a case stand in one partition, so they come in order. An overdue filing and a
 * risk that calls for it open an inspection for cause.
 */
@ApplicationScoped
class FilingEventsConsumer {

    private final EventConsumption consumption;
    private final ForCause causes;
    private final Complaints complaints;

    FilingEventsConsumer(EventConsumption consumption, ForCause causes, Complaints complaints) {
        this.consumption = consumption;
        this.causes = causes;
        this.complaints = complaints;
    }

    /** @param creditClass null when the operator had none */
    record Opened(
            UUID caseId,
            String caseNumber,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String province,
            String licenceClass,
            List<String> systemKinds,
            String creditClass) {}

    /** @param riskScore null when nothing that counts was answered */
    record Submitted(Integer riskScore) {}

    record About(UUID caseId) {}

    record Triaged(UUID caseId, String outcome) {}

    @Incoming("filing-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("inspection.cases", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case "regulus.filing.case-opened.v1" -> opened(event.dataAs(Opened.class));
            case "regulus.filing.filing-submitted.v1" -> change(event, known -> {
                known.filing = "submitted";
                known.riskScore = event.dataAs(Submitted.class).riskScore();
            });
            case "regulus.filing.filing-returned.v1" -> change(event, known -> known.filing = "returned");
            case "regulus.filing.filing-accepted.v1" -> change(event, known -> known.filing = "accepted");
            case "regulus.filing.case-transferred.v1", "regulus.filing.jurisdiction-designated.v1" -> change(
                            event, known -> known.authority = event.authority())
                    .chain(() -> complaints.follow(caseId(event), event.authority()));
            case "regulus.filing.case-closed.v1" -> change(event, known -> known.closed = true);
            case "regulus.filing.filing-overdue.v1" -> change(event, known -> known.overdue = true)
                    .chain(() -> causes.open(caseId(event), Cause.OVERDUE))
                    .replaceWithVoid();
            case "regulus.filing.risk-triaged.v1" -> "inspect"
                            .equals(event.dataAs(Triaged.class).outcome())
                    ? causes.open(caseId(event), Cause.RISK).replaceWithVoid()
                    : Uni.createFrom().voidItem();
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> opened(Opened opened) {
        KnownCase known = new KnownCase();
        known.id = opened.caseId();
        known.authority = opened.authority();
        known.operatorId = opened.operatorId();
        known.campaignId = opened.campaignId();
        known.caseNumber = opened.caseNumber();
        known.province = opened.province();
        known.licenceClass = opened.licenceClass();
        known.systemKinds = opened.systemKinds().toArray(String[]::new);
        known.creditClass = Objects.requireNonNullElse(opened.creditClass(), "");
        return Panache.getSession().chain(session -> session.persist(known));
    }

    private static Uni<Void> change(EventEnvelope event, Consumer<KnownCase> change) {
        UUID id = caseId(event);
        return Panache.getSession()
                .chain(session -> session.find(KnownCase.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("case.unknown", "No case-opened came for case " + id))
                .invoke(change)
                .replaceWithVoid();
    }

    private static UUID caseId(EventEnvelope event) {
        return event.dataAs(About.class).caseId();
    }
}
