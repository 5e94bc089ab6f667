package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.ChoiceOfLaw;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.OutcomeRule;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** Holds a decision against the law of the day of the act, against today's if that has become lighter, and against the notice. */
final class DecisionCheck {

    private static final Provenance ART_45 =
            new Provenance("Penalty Law of 2021, Art. 45: the answer never makes it worse", true);

    private final Proposal proposal;
    private final RuleBook rules;
    private final RegulatorCalendar calendar;
    private final LocalDate today;
    private final Instant at;
    private final List<Step> steps = new ArrayList<>();

    DecisionCheck(Proposal proposal, RuleBook rules, RegulatorCalendar calendar, Instant at) {
        this.proposal = proposal;
        this.rules = rules;
        this.calendar = calendar;
        this.today = calendar.dateOf(at);
        this.at = at;
        steps.addAll(proposal.explanation());
    }

    Decision lawful(Outcome outcome, Money fine) {
        nameOutcome(outcome);
        refuseUnlessAllowed(outcome, fine, proposal.provision());
        ChoiceOfLaw choice = ChoiceOfLaw.of(rules, proposal.provision(), proposal.weighed(), today);
        if (choice.reason() == ChoiceOfLaw.Reason.NEWER_LIGHTER) {
            steps.add(choice.explained(proposal.provision().breach(), proposal.actOn(), today));
            refuseUnlessAllowed(outcome, fine, choice.applied().orElseThrow());
        }
        if (outcome != Outcome.FINE) {
            return new Decision(outcome, Money.none(fine.currency()), Optional.empty(), at, steps);
        }
        refuseWorse(fine);
        return new Decision(outcome, fine, Optional.of(payUntil()), at, steps);
    }

    /** Only what the procedure of the day knows as a way to end; its name and its track stay with the decision. */
    private void nameOutcome(Outcome outcome) {
        ProcedureRules procedure = rules.procedureOn(today);
        OutcomeRule way = procedure
                .outcome(outcome.code())
                .orElseThrow(() -> ProposalTerms.refusal(List.of(new Flaw(
                        "/outcome",
                        "proceeding.outcome-unknown",
                        "%s knows no outcome %s".formatted(procedure.id(), outcome.code())))));
        steps.add(
                new Step("outcome", "%s (%s), track: %s".formatted(way.en(), way.zh(), way.track()), way.provenance()));
    }

    private void refuseUnlessAllowed(Outcome outcome, Money fine, Provision law) {
        if (outcome.kind().isPresent() && !law.allows(outcome.kind().get())) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/outcome",
                    "proceeding.kind-not-allowed",
                    "%s allows no %s".formatted(law.article(), outcome.code()))));
        }
        if (outcome != Outcome.FINE && fine.minor() != 0) {
            throw ProposalTerms.refusal(
                    List.of(new Flaw("/amountMinor", "proceeding.warning-has-amount", "Only a fine has an amount")));
        }
        Optional<Money> turnover = proposal.weighed().turnover();
        if (outcome == Outcome.FINE && !law.allows(fine, turnover)) {
            throw ProposalTerms.refusal(List.of(ProposalTerms.outOfRange(law, fine, turnover)));
        }
    }

    /** What was noticed is the most that can be decided. */
    private void refuseWorse(Money fine) {
        if (fine.isMoreThan(proposal.amount())) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/amountMinor",
                    "proceeding.penalty-worsened",
                    "The notice named %s; a decision cannot be heavier".formatted(noticed()))));
        }
        steps.add(new Step("amount", "%s decided, %s noticed: not heavier".formatted(fine, noticed()), ART_45));
    }

    private LocalDate payUntil() {
        ProcedureRules procedure = rules.procedureOn(today);
        Period payment = procedure.payment();
        LocalDate until = payment.lastDay(today, calendar);
        steps.add(new Step(
                "pay-until",
                "%d %s after %s, which is not counted: %s"
                        .formatted(payment.length(), payment.unit().code(), today, until),
                payment.provenance()));
        return until;
    }

    private String noticed() {
        return proposal.amount().minor() == 0
                ? "a " + proposal.kind().code()
                : proposal.amount().toString();
    }
}
