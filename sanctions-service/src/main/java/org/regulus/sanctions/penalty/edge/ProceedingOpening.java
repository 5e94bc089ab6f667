package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.InvestigationMoves;
import org.regulus.sanctions.penalty.PenaltyEvent;
import org.regulus.sanctions.penalty.PenaltyProceeding.Act;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.Proposal;
import org.regulus.sanctions.penalty.ProposalMoves;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.NewProceeding;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.rectification.edge.OrderCommands;

/** Opens proceedings. Called inside the transaction that claims the idempotency key. */
@ApplicationScoped
class ProceedingOpening {

    private final OrderCommands orders;
    private final ProceedingStore proceedings;
    private final Outbox outbox;
    private final Bench bench;
    private final IdSource ids;

    ProceedingOpening(OrderCommands orders, ProceedingStore proceedings, Outbox outbox, Bench bench, IdSource ids) {
        this.orders = orders;
        this.proceedings = proceedings;
        this.outbox = outbox;
        this.bench = bench;
        this.ids = ids;
    }

    /** How a proceeding is opened: filed only, or proposed at once. */
    private interface Opening {
        Change<? extends PenaltyEvent> of(
                ProceedingId id, RectificationOrder order, Proposal lawful, LocalDate filedOn, Act act);
    }

    Uni<UUID> propose(Actor officer, NewProceeding wanted) {
        return open(officer, wanted, ProposalMoves::propose);
    }

    /** What is proposed in the end follows the investigation. */
    Uni<UUID> file(Actor officer, NewProceeding suspected) {
        return open(officer, suspected, InvestigationMoves::file);
    }

    /** The order stays locked meanwhile: nobody reports on it or opens a second proceeding at the same moment. */
    private Uni<UUID> open(Actor officer, NewProceeding wanted, Opening opening) {
        Instant now = bench.now();
        return orders.lockAsOf(now, new OrderId(wanted.orderId()), Scope.of(officer))
                .onFailure(ProceedingOpening::isUnknown)
                .transform(unknown -> orderUnknown(wanted))
                .invoke(order -> {
                    if (!order.subject().caseId().equals(wanted.caseId())) {
                        throw orderUnknown(wanted);
                    }
                })
                .call(this::refuseSecondProceeding)
                .<Change<? extends PenaltyEvent>>map(order -> opening.of(
                        new ProceedingId(ids.next()),
                        order,
                        bench.lawful(wanted.proposal().terms(), now, order),
                        filedOn(wanted, now),
                        bench.act(officer, now)))
                .call(change -> proceedings.add(change.proceeding()))
                .call(change -> outbox.append(PenaltyMessages.of(change)))
                .map(change -> change.proceeding().id().value());
    }

    private LocalDate filedOn(NewProceeding wanted, Instant now) {
        return ProposalMoves.filedOn(
                Optional.ofNullable(wanted.filedOn()),
                wanted.actOn(),
                bench.calendar().dateOf(now));
    }

    private Uni<Boolean> refuseSecondProceeding(RectificationOrder order) {
        return proceedings.isOn(order.id()).invoke(exists -> {
            if (exists) {
                throw Refusal.conflict(
                        "proceeding.exists", "There is a proceeding on order " + order.number() + " already");
            }
        });
    }

    private static boolean isUnknown(Throwable fault) {
        return fault instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND;
    }

    private static Refusal orderUnknown(NewProceeding wanted) {
        return Refusal.invalid(
                "proceeding.order-unknown",
                "Your authority has no order %s in case %s".formatted(wanted.orderId(), wanted.caseId()));
    }
}
