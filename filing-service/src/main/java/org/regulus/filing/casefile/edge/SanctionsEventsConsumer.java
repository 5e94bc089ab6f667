package org.regulus.filing.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.time.Zones;
import org.regulus.filing.casefile.CaseOutcome;
import org.regulus.filing.casefile.CaseProgress;
import org.regulus.filing.casefile.edge.Duties.Duty;

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

    record Item(UUID itemId, Instant dueAt) {}

    record Ordered(UUID caseId, UUID orderId, UUID operatorId, List<Item> items, Instant orderedAt) {}

    record OfOrder(UUID orderId, List<UUID> rejectedItemIds) {}

    record Decided(
            UUID caseId,
            UUID proceedingId,
            UUID operatorId,
            Long amountMinor,
            String currency,
            LocalDate payUntil,
            Instant decidedAt) {}

    record OfProceeding(UUID caseId, UUID proceedingId, String outcome) {}

    @Incoming("sanctions-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("filing.sanctions", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case "regulus.sanctions.rectification-ordered.v1" -> ordered(event, event.dataAs(Ordered.class));
            case "regulus.sanctions.rectification-reported.v1" -> Duties.end(order(event), event.time());
            case "regulus.sanctions.rectification-rejected.v1" -> Duties.again(
                    event.dataAs(OfOrder.class).rejectedItemIds());
            case "regulus.sanctions.rectification-verified.v1" -> Duties.end(order(event), event.time())
                    .chain(() -> rectified(caseId(event)));
            case "regulus.sanctions.penalty-proposed.v1" -> cases.advance(caseId(event), CaseProgress.UNDER_PENALTY);
            case "regulus.sanctions.penalty-decided.v1" -> decided(event, event.dataAs(Decided.class));
            case "regulus.sanctions.penalty-paid.v1" -> Duties.end(proceeding(event), event.time());
            case "regulus.sanctions.penalty-withdrawn.v1" -> Duties.end(proceeding(event), event.time())
                    .chain(() -> cases.leavePenalty(caseId(event)));
            case "regulus.sanctions.penalty-closed.v1" -> Duties.end(proceeding(event), event.time())
                    .chain(() -> penaltyClosed(event.dataAs(OfProceeding.class)));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> ordered(EventEnvelope event, Ordered ordered) {
        Uni<Void> owed = Uni.createFrom().voidItem();
        for (Item item : ordered.items()) {
            Duty duty = new Duty(
                    item.itemId(),
                    ordered.caseId(),
                    event.authority(),
                    ordered.operatorId(),
                    "rectify",
                    ordered.orderId(),
                    item.dueAt());
            owed = owed.chain(() -> Duties.owe(duty, ordered.orderedAt()));
        }
        return owed.chain(() -> cases.advance(ordered.caseId(), CaseProgress.UNDER_RECTIFICATION));
    }

    /** Only a fine is owed, and until the end of its last day. */
    private static Uni<Void> decided(EventEnvelope event, Decided decided) {
        if (decided.payUntil() == null) {
            return Uni.createFrom().voidItem();
        }
        Duty duty = new Duty(
                decided.proceedingId(),
                decided.caseId(),
                event.authority(),
                decided.operatorId(),
                "pay",
                decided.proceedingId(),
                Zones.endOf(decided.payUntil(), Zones.REGULATOR));
        return Duties.owe(duty, decided.decidedAt(), decided.amountMinor(), decided.currency());
    }

    private static UUID order(EventEnvelope event) {
        return event.dataAs(OfOrder.class).orderId();
    }

    private static UUID proceeding(EventEnvelope event) {
        return event.dataAs(OfProceeding.class).proceedingId();
    }

    /** A late rectification does not end a penalty proceeding that has begun. */
    private Uni<Void> rectified(UUID caseId) {
        return cases.close(caseId, CaseOutcome.RECTIFIED, row -> row.progress() != CaseProgress.UNDER_PENALTY);
    }

    private Uni<Void> penaltyClosed(OfProceeding closed) {
        CaseOutcome outcome = "no-penalty".equals(closed.outcome()) ? CaseOutcome.NO_PENALTY : CaseOutcome.PENALISED;
        return cases.close(closed.caseId(), outcome, row -> true);
    }

    private static UUID caseId(EventEnvelope event) {
        return event.dataAs(About.class).caseId();
    }
}
