package org.regulus.filing.casefile.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

    /** @param items absent where no date moved */
    record Moved(List<Item> items) {
        Moved {
            items = items == null ? List.of() : items;
        }
    }

    record OfOrder(UUID orderId, List<UUID> rejectedItemIds) {}

    record Decided(
            UUID caseId,
            UUID proceedingId,
            UUID operatorId,
            Long amountMinor,
            String currency,
            LocalDate payUntil,
            Instant decidedAt) {}

    record Served(LocalDate payUntil) {}

    /** @param penalty the number of a person's fine; absent when it is the operator's */
    record InInstalments(LocalDate lastDueOn, Integer penalty) {}

    record OfProceeding(UUID caseId, UUID proceedingId, String outcome) {}

    @Incoming("sanctions-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("filing.sanctions", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        return switch (event.type()) {
            case "regulus.sanctions.rectification-ordered.v1" -> ordered(event, event.dataAs(Ordered.class));
            case "regulus.sanctions.rectification-extended.v1",
                    "regulus.sanctions.rectification-resumed.v1",
                    "regulus.sanctions.rectification-served.v1",
                    "regulus.sanctions.rectification-acknowledged.v1",
                    "regulus.sanctions.rectification-renewed.v1" -> moved(
                    event.dataAs(Moved.class).items());
            case "regulus.sanctions.rectification-reported.v1" -> Duties.end(order(event), event.time());
            case "regulus.sanctions.rectification-rejected.v1" -> Duties.again(
                    event.dataAs(OfOrder.class).rejectedItemIds());
            case "regulus.sanctions.rectification-verified.v1" -> Duties.end(order(event), event.time())
                    .chain(() -> rectified(caseId(event)));
            case "regulus.sanctions.penalty-proposed.v1" -> cases.advance(caseId(event), CaseProgress.UNDER_PENALTY);
            case "regulus.sanctions.penalty-decided.v1" -> decided(event, event.dataAs(Decided.class));
            case "regulus.sanctions.penalty-served.v1", "regulus.sanctions.payment-recounted.v1" -> payable(
                    proceeding(event), event.dataAs(Served.class).payUntil());
            case "regulus.sanctions.instalments-granted.v1" -> inInstalments(event, event.dataAs(InInstalments.class));
            case "regulus.sanctions.penalty-transferred.v1" -> Duties.end(proceeding(event), event.time())
                    .chain(() -> cases.close(caseId(event), CaseOutcome.TRANSFERRED, row -> true));
            case "regulus.sanctions.penalty-paid.v1" -> Duties.end(proceeding(event), event.time());
            case "regulus.sanctions.penalty-withdrawn.v1", "regulus.sanctions.penalty-revoked.v1" -> Duties.end(
                            proceeding(event), event.time())
                    .chain(() -> cases.leavePenalty(caseId(event)));
            case "regulus.sanctions.penalty-closed.v1" -> Duties.end(proceeding(event), event.time())
                    .chain(() -> penaltyClosed(event.dataAs(OfProceeding.class)));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> ordered(EventEnvelope event, Ordered ordered) {
        return each(
                        ordered.items(),
                        item -> Duties.owe(
                                new Duty(
                                        item.itemId(),
                                        ordered.caseId(),
                                        event.authority(),
                                        ordered.operatorId(),
                                        "rectify",
                                        ordered.orderId(),
                                        item.dueAt()),
                                ordered.orderedAt()))
                .chain(() -> cases.advance(ordered.caseId(), CaseProgress.UNDER_RECTIFICATION));
    }

    private static Uni<Void> moved(List<Item> items) {
        return each(items, item -> Duties.move(item.itemId(), item.dueAt()));
    }

    /** One after the other, in one transaction. */
    private static Uni<Void> each(List<Item> items, Function<Item, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** A person's instalments are not the operator's. */
    private static Uni<Void> inInstalments(EventEnvelope event, InInstalments granted) {
        return granted.penalty() == null
                ? payable(proceeding(event), granted.lastDueOn())
                : Uni.createFrom().voidItem();
    }

    /** Only a fine is owed; until when, its service may say later. */
    private static Uni<Void> decided(EventEnvelope event, Decided decided) {
        if (decided.amountMinor() == null || decided.amountMinor() == 0) {
            return Uni.createFrom().voidItem();
        }
        Duty duty = new Duty(
                decided.proceedingId(),
                decided.caseId(),
                event.authority(),
                decided.operatorId(),
                "pay",
                decided.proceedingId(),
                decided.payUntil() == null ? null : Zones.endOf(decided.payUntil(), Zones.REGULATOR));
        return Duties.owe(duty, decided.decidedAt(), decided.amountMinor(), decided.currency());
    }

    /** Until the end of that day. */
    private static Uni<Void> payable(UUID proceeding, LocalDate until) {
        return until == null
                ? Uni.createFrom().voidItem()
                : Duties.move(proceeding, Zones.endOf(until, Zones.REGULATOR));
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
