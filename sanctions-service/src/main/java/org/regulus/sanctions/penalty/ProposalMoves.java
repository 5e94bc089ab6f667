package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyProposed;
import org.regulus.sanctions.penalty.PenaltyProceeding.Act;
import org.regulus.sanctions.penalty.ProceedingState.Proposable;
import org.regulus.sanctions.penalty.ProceedingState.Proposed;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.Precondition;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** What an officer proposes, and proposes again: founded in an order that failed, and held against the law. */
public final class ProposalMoves {

    private ProposalMoves() {}

    /** At once, where the order and its reports say all: who proposes closes the investigation with the facts of the proposal. */
    public static Change<PenaltyProposed> propose(
            ProceedingId id, RectificationOrder order, Proposal proposal, LocalDate filedOn, Act act) {
        refuseUnlessFounded(order, proposal);
        String officer = act.officer().value();
        var proceeding = new PenaltyProceeding(
                id,
                order.id(),
                order.subject(),
                proposal,
                Hands.of(act.officer(), order.investigators()),
                Dossier.EMPTY
                        .plus(new Sheet.CaseFiled(filedOn), officer, act.at())
                        .plus(new Sheet.InvestigationClosed(proposal.facts()), officer, act.at()),
                1,
                new Proposed(act.at()));
        return new Change<>(proceeding, new PenaltyProposed(act.at()));
    }

    /**
     * The day on which the case was filed, from which the time to decide runs (Art. 60): today, where nobody says otherwise.
     *
     * @throws Refusal INVALID {@code proceeding.filing-date} when it is not between the act and today
     */
    public static LocalDate filedOn(Optional<LocalDate> said, LocalDate actOn, LocalDate today) {
        LocalDate on = said.orElse(today);
        if (on.isBefore(actOn) || on.isAfter(today)) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/filedOn", "proceeding.filing-date", "A case is filed between the act and today")));
        }
        return on;
    }

    /** Holds the terms against the law of the day of the act, or today's if it is lighter. */
    public static Proposal lawful(
            ProposalTerms terms, RuleBook rules, RegulatorCalendar calendar, Instant at, RectificationOrder order) {
        return new ProposalCheck(terms, rules, calendar.dateOf(at), order.refusalEstablished())
                .found(calendar.dateOf(order.orderedAt()), calendar)
                .lawful();
    }

    /** After the investigation, or again after the review gave it back. Somebody may have verified a report on the order meanwhile. */
    public static Change<PenaltyProposed> proposeAgain(
            PenaltyProceeding it, RectificationOrder onOrder, Proposal better, Act act) {
        if (!(it.state() instanceof Proposable open)) {
            throw it.refused("propose in");
        }
        refuseUnlessFounded(onOrder, better);
        return new Change<>(
                new PenaltyProceeding(
                        it.id(),
                        it.order(),
                        it.subject(),
                        better,
                        it.hands().investigatedBy(onOrder.investigators()).proposedBy(act.officer()),
                        it.dossier(),
                        it.version() + 1,
                        open.propose(act.at())),
                new PenaltyProposed(act.at()));
    }

    /** Some provisions allow a penalty only after the operator failed to rectify; none once everything was put right. */
    static void refuseUnlessFounded(RectificationOrder order, Proposal proposal) {
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
