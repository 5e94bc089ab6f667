package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyClosed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDecided;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDefended;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyNoticed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyProposed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyReviewed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyWithdrawn;
import org.regulus.sanctions.penalty.ProceedingState.Approved;
import org.regulus.sanctions.penalty.ProceedingState.Decided;
import org.regulus.sanctions.penalty.ProceedingState.Heard;
import org.regulus.sanctions.penalty.ProceedingState.Noticed;
import org.regulus.sanctions.penalty.ProceedingState.Paid;
import org.regulus.sanctions.penalty.ProceedingState.Proposed;
import org.regulus.sanctions.penalty.ProceedingState.Returned;
import org.regulus.sanctions.penalty.ProceedingState.Undecided;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.Precondition;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.RuleBook;

/** A penalty on its way from the proposal to the closed proceeding (Penalty Law, chapter 5). */
public record PenaltyProceeding(
        ProceedingId id,
        OrderId order,
        CaseSubject subject,
        Proposal proposal,
        Hands hands,
        long version,
        ProceedingState state) {

    /** Who acts, and when. */
    public record Act(OfficerId officer, Instant at) {}

    /** What an operator answers to the notice; no statement means that it gives up its right to answer. */
    public record Defence(Optional<String> statement) {}

    public static Change<PenaltyProposed> propose(
            ProceedingId id, RectificationOrder order, Proposal proposal, Act act) {
        refuseUnlessFounded(order, proposal);
        var proceeding = new PenaltyProceeding(
                id, order.id(), order.subject(), proposal, Hands.of(act.officer()), 1, new Proposed(act.at()));
        return new Change<>(proceeding, new PenaltyProposed(act.at()));
    }

    /** Holds the terms against the law of the day of the act, or today's if it is lighter. */
    public static Proposal lawful(ProposalTerms terms, RuleBook rules, LocalDate today, RectificationOrder order) {
        return new ProposalCheck(terms, rules, today, order.refusalEstablished()).lawful();
    }

    public Change<PenaltyProposed> proposeAgain(RectificationOrder onOrder, Proposal better, Act act) {
        if (!(state instanceof Returned returned)) {
            throw refused("propose again in");
        }
        refuseUnlessFounded(onOrder, better);
        return new Change<>(
                new PenaltyProceeding(
                        id,
                        order,
                        subject,
                        better,
                        hands.proposedBy(act.officer()),
                        version + 1,
                        returned.propose(act.at())),
                new PenaltyProposed(act.at()));
    }

    /** Some provisions allow a penalty only after the operator failed to rectify; none once everything was put right. */
    private static void refuseUnlessFounded(RectificationOrder order, Proposal proposal) {
        if (order.fulfilled()) {
            throw Refusal.conflict(
                    "proceeding.order-verified", "Order %s was fulfilled and verified".formatted(order.number()));
        }
        Precondition needed = proposal.provision().precondition();
        if (!needed.holds(order.refusalEstablished(), proposal.weighed().consequence())) {
            throw Refusal.conflict(
                    needed.mentionsRefusal()
                            ? "proceeding.refusal-not-established"
                            : "proceeding.consequence-too-slight",
                    "%s supposes %s; order %s is neither overdue nor rejected, and the consequence is %s"
                            .formatted(
                                    proposal.provision().article(),
                                    needed.code(),
                                    order.number(),
                                    proposal.weighed().consequence().code()));
        }
    }

    /** The legal review (Art. 58): by somebody who did not propose. */
    public Change<PenaltyReviewed> review(boolean approved, Act act) {
        if (!(state instanceof Proposed proposed)) {
            throw refused("review");
        }
        Hands reviewed = hands.reviewedBy(act.officer());
        ProceedingState next = approved ? proposed.approve(act.at()) : proposed.giveBack(act.at());
        return new Change<>(in(next, reviewed), new PenaltyReviewed(approved, act.at()));
    }

    /** The prior notice (Art. 44): from it runs the time to answer, by the rules of the day on which it is given. */
    public Change<PenaltyNoticed> notice(RuleBook rules, RegulatorCalendar calendar, Instant at) {
        if (!(state instanceof Approved approved)) {
            throw refused("give notice in");
        }
        LocalDate today = calendar.dateOf(at);
        ProcedureRules procedure = rules.procedureOn(today);
        Instant defenceUntil = calendar.endOf(procedure.defence().lastDay(today, calendar));
        return new Change<>(in(approved.notice(defenceUntil, at), hands), new PenaltyNoticed(defenceUntil, at));
    }

    public Change<PenaltyDefended> answer(Defence defence, Instant at) {
        if (!(state instanceof Noticed noticed)) {
            throw refused("answer the notice in");
        }
        if (!at.isBefore(noticed.defenceUntil())) {
            throw Refusal.conflict(
                    "proceeding.defence-period-over", "The time to answer ended at " + noticed.defenceUntil());
        }
        ProceedingState next = defence.statement()
                .<ProceedingState>map(statement -> noticed.defend(statement, at))
                .orElseGet(() -> noticed.waive(at));
        return new Change<>(
                in(next, hands), new PenaltyDefended(defence.statement().isEmpty(), at));
    }

    /** @param fine what is to be paid; ignored unless the outcome is a fine, but then within the law and not above the notice */
    public Change<PenaltyDecided> decide(
            Outcome outcome, Money fine, RuleBook rules, RegulatorCalendar calendar, Act act) {
        if (!(state instanceof Heard heard)) {
            throw refused("decide");
        }
        hands.decidedBy(act.officer());
        heard.decidableFrom().filter(act.at()::isBefore).ifPresent(from -> {
            throw Refusal.conflict("proceeding.defence-period-running", "The operator may answer until " + from);
        });
        var decision = new DecisionCheck(proposal, rules, calendar, calendar.dateOf(act.at())).lawful(outcome, fine);
        return new Change<>(in(heard.decide(decision, act.at()), hands), new PenaltyDecided(decision, act.at()));
    }

    /** Paid in full. A late payment is taken, too; the surcharge of Art. 72 is not computed yet. */
    public Change<PenaltyPaid> pay(Money amount, LocalDate paidOn, RegulatorCalendar calendar, Instant at) {
        if (!(state instanceof Decided decided) || decided.decision().outcome() != Outcome.FINE) {
            throw refused("pay");
        }
        if (!amount.equals(decided.decision().amount())) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/amountMinor",
                    "proceeding.payment-differs",
                    "The fine is %s".formatted(decided.decision().amount()))));
        }
        if (paidOn.isAfter(calendar.dateOf(at)) || paidOn.isBefore(calendar.dateOf(decided.at()))) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/paidOn", "proceeding.payment-date", "A fine is paid between its decision and today")));
        }
        return new Change<>(in(decided.pay(paidOn, at), hands), new PenaltyPaid(decided.decision(), at));
    }

    /** A fine is closed once paid, anything else at its decision. */
    public Change<PenaltyClosed> close(Instant at) {
        if (state instanceof Paid paid) {
            return new Change<>(
                    in(paid.close(at), hands), new PenaltyClosed(paid.decision().outcome(), at));
        }
        if (state instanceof Decided decided && decided.decision().outcome() != Outcome.FINE) {
            return new Change<>(
                    in(decided.close(at), hands),
                    new PenaltyClosed(decided.decision().outcome(), at));
        }
        throw refused("close");
    }

    public Change<PenaltyWithdrawn> withdraw(Instant at) {
        if (!(state instanceof Undecided undecided)) {
            throw refused("withdraw");
        }
        return new Change<>(in(undecided.withdraw(at), hands), new PenaltyWithdrawn(at));
    }

    private PenaltyProceeding in(ProceedingState next, Hands by) {
        return new PenaltyProceeding(id, order, subject, proposal, by, version + 1, next);
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "proceeding.move-not-allowed",
                "Cannot %s proceeding %s: it is %s"
                        .formatted(move, id, state.getClass().getSimpleName()));
    }
}
