package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.casefile.ConcludedInspection;
import org.regulus.sanctions.casefile.edge.Inspections;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.OrderNumber;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.rectification.edge.OrderRequests.NewOrder;

/** Makes orders from concluded inspections. Called inside the transaction that claims the idempotency key. */
@ApplicationScoped
class OrderMaking {

    private final Inspections inspections;
    private final OrderStore orders;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final Source source;

    OrderMaking(Inspections inspections, OrderStore orders, Outbox outbox, Deadlines deadlines, Source source) {
        this.inspections = inspections;
        this.orders = orders;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.source = source;
    }

    /** Where time, dates and ids come from. */
    @Singleton
    record Source(InstantSource clock, RegulatorCalendar calendar, IdSource ids) {}

    Uni<UUID> order(Actor officer, NewOrder wanted) {
        Instant now = source.clock().instant();
        String authority = officer.requireAuthority();
        int year = source.calendar().dateOf(now).getYear();
        return inspections
                .lock(wanted.inspectionId())
                .map(found -> found.filter(inspection -> isMeant(inspection, wanted, authority))
                        .orElseThrow(() -> Refusal.invalid(
                                "order.inspection-unknown",
                                "Your authority has no inspection %s with issues in case %s"
                                        .formatted(wanted.inspectionId(), wanted.caseId()))))
                .call(this::refuseSecondOrder)
                .chain(inspection -> orders.nextNumber(authority, year)
                        .map(number -> RectificationOrder.order(
                                drawing(officer, number, wanted), inspection, wanted.terms(), now, source.calendar())))
                .call(change -> orders.add(change.order()))
                .call(change -> deadlines.setAll(OrderCommands.deadlinesOf(change.order())))
                .call(change -> outbox.append(OrderMessages.of(change)))
                .map(change -> change.order().id().value());
    }

    private static boolean isMeant(ConcludedInspection inspection, NewOrder wanted, String authority) {
        return inspection.subject().authority().equals(authority)
                && inspection.subject().caseId().equals(wanted.caseId());
    }

    private Uni<Void> refuseSecondOrder(ConcludedInspection inspection) {
        return orders.existsFor(inspection.inspectionId())
                .invoke(exists -> {
                    if (exists) {
                        throw Refusal.conflict(
                                "order.exists",
                                "There is an order on inspection " + inspection.inspectionId() + " already");
                    }
                })
                .replaceWithVoid();
    }

    private RectificationOrder.Drawing drawing(Actor officer, OrderNumber number, NewOrder wanted) {
        List<UUID> itemIds =
                Stream.generate(source.ids()::next).limit(wanted.items().size()).toList();
        return new RectificationOrder.Drawing(
                new OrderId(source.ids().next()), number, new OfficerId(officer.subject()), itemIds);
    }
}
