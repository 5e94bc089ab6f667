package org.regulus.sanctions.penalty.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.regulus.common.actor.Actor;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.PaymentMoves;
import org.regulus.sanctions.penalty.PenaltyEvent;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.ProposalMoves;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.Answer;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.NewDecision;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.NewProposal;
import org.regulus.sanctions.penalty.edge.ProceedingRequests.Payment;
import org.regulus.sanctions.rectification.edge.OrderCommands;

/** The moves of a proceeding that is open. {@link ProceedingOpening} opens new ones. */
@ApplicationScoped
class ProceedingCommands {

    private final ProceedingStore proceedings;
    private final OrderCommands orders;
    private final ProceedingRegister register;
    private final Bench bench;
    private final ProceedingViews views;

    ProceedingCommands(
            ProceedingStore proceedings,
            OrderCommands orders,
            ProceedingRegister register,
            Bench bench,
            ProceedingViews views) {
        this.proceedings = proceedings;
        this.orders = orders;
        this.register = register;
        this.bench = bench;
        this.views = views;
    }

    /** Which proceeding, as which version was seen, and who acts. */
    record Target(Actor actor, ProceedingId id, long seenVersion) {
        boolean byOperator() {
            return Scope.of(actor).isOperator();
        }
    }

    @WithTransaction
    Uni<ProceedingView> proposeAgain(Target target, NewProposal better) {
        Instant now = bench.now();
        return lock(target)
                .chain(proceeding -> orders.lockAsOf(now, proceeding.order(), Scope.of(target.actor()))
                        .map(order -> ProposalMoves.proposeAgain(
                                proceeding,
                                order,
                                bench.lawful(better.terms(), now, order),
                                bench.act(target.actor(), now))))
                .chain(change -> announce(change, target));
    }

    @WithTransaction
    Uni<ProceedingView> review(Target target, boolean approved) {
        return move(target, proceeding -> proceeding.review(approved, bench.act(target.actor(), bench.now())));
    }

    @WithTransaction
    Uni<ProceedingView> notice(Target target) {
        return move(target, proceeding -> proceeding.notice(bench.rules(), bench.calendar(), bench.now()));
    }

    @WithTransaction
    Uni<ProceedingView> answer(Target target, Answer answer) {
        return move(target, proceeding -> proceeding.answer(answer.defence(), bench.now()));
    }

    @WithTransaction
    Uni<ProceedingView> withdraw(Target target, String reason) {
        return move(target, proceeding -> proceeding.withdraw(reason, bench.act(target.actor(), bench.now())));
    }

    /** What takes nothing but words closes the proceeding in the same breath. */
    @WithTransaction
    Uni<ProceedingView> decide(Target target, NewDecision wanted) {
        Instant now = bench.now();
        return lock(target)
                .map(proceeding -> proceeding.decide(
                        wanted.imposed(proceeding.currency()),
                        bench.rules(),
                        bench.calendar(),
                        bench.act(target.actor(), now)))
                .chain(change -> register.enterAndClose(change, now))
                .invoke(row -> row.decidedBy = target.actor().subject())
                .map(row -> views.of(row, target.byOperator()));
    }

    /** A fine, whole or the next instalments: the operator's, or that of a person. */
    @WithTransaction
    Uni<ProceedingView> pay(Target target, Payment payment) {
        Court court = bench.court(target.actor(), bench.now());
        return lock(target)
                .map(it -> PaymentMoves.pay(
                        it,
                        Optional.ofNullable(payment.penalty()),
                        new Money(payment.amountMinor(), it.currency()),
                        payment.paidOn(),
                        court))
                .chain(change -> register.enterAndClose(change, court.act().at()))
                .map(row -> views.of(row, target.byOperator()));
    }

    private Uni<ProceedingView> move(Target target, Function<PenaltyProceeding, Change<? extends PenaltyEvent>> move) {
        return lock(target).map(move).chain(change -> announce(change, target));
    }

    private Uni<PenaltyProceeding> lock(Target target) {
        return proceedings.lock(target);
    }

    private Uni<ProceedingView> announce(Change<? extends PenaltyEvent> change, Target target) {
        return register.enter(change).map(row -> views.of(row, target.byOperator()));
    }
}
