package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyProposed;
import org.regulus.sanctions.penalty.PenaltyProceeding.Act;
import org.regulus.sanctions.penalty.ProceedingState.Proposed;
import org.regulus.sanctions.penalty.ProceedingState.Returned;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.Precondition;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** What an officer proposes, and proposes again: founded in an order that failed, and held against the law. */
public final class ProposalMoves {

    private ProposalMoves() {}

    public static Change<PenaltyProposed> propose(
            ProceedingId id, RectificationOrder order, Proposal proposal, LocalDate filedOn, Act act) {
        refuseUnlessFounded(order, proposal);
        var proceeding = new PenaltyProceeding(
                id,
                order.id(),
                order.subject(),
                proposal,
                Hands.of(act.officer()),
                Dossier.EMPTY.plus(new Sheet.CaseFiled(filedOn), act.officer().value(), act.at()),
                1,
                new Proposed(act.at()));
        return new Change<>(proceeding, new PenaltyProposed(act.at()));
    }

    /** Holds the terms against the law of the day of the act, or today's if it is lighter. */
    public static Proposal lawful(ProposalTerms terms, RuleBook rules, LocalDate today, RectificationOrder order) {
        return new ProposalCheck(terms, rules, today, order.refusalEstablished()).lawful();
    }

    public static Change<PenaltyProposed> proposeAgain(
            PenaltyProceeding it, RectificationOrder onOrder, Proposal better, Act act) {
        if (!(it.state() instanceof Returned returned)) {
            throw it.refused("propose again in");
        }
        refuseUnlessFounded(onOrder, better);
        return new Change<>(
                new PenaltyProceeding(
                        it.id(),
                        it.order(),
                        it.subject(),
                        better,
                        it.hands().proposedBy(act.officer()),
                        it.dossier(),
                        it.version() + 1,
                        returned.propose(act.at())),
                new PenaltyProposed(act.at()));
    }

    /** Some provisions allow a penalty only after the operator failed to rectify; none once everything was put right. */
    private static void refuseUnlessFounded(RectificationOrder order, Proposal proposal) {
        if (order.fulfilled()) {
            throw Refusal.conflict(
                    "proceeding.order-verified", "Order %s was fulfilled and verified".formatted(order.number()));
        }
        refuseUnlessFounded(order, proposal, proposal.provision());
        proposal.laws().ofPerson().ifPresent(law -> refuseUnlessFounded(order, proposal, law));
    }

    private static void refuseUnlessFounded(RectificationOrder order, Proposal proposal, Provision law) {
        Precondition needed = law.precondition();
        if (!needed.holds(order.refusalEstablished(), proposal.weighed().consequence())) {
            throw Refusal.conflict(
                    needed.mentionsRefusal()
                            ? "proceeding.refusal-not-established"
                            : "proceeding.consequence-too-slight",
                    "%s supposes %s; order %s is neither overdue nor rejected, and the consequence is %s"
                            .formatted(
                                    law.article(),
                                    needed.code(),
                                    order.number(),
                                    proposal.weighed().consequence().code()));
        }
    }
}
