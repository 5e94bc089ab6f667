package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.ChoiceOfLaw;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.OutcomeRule;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** Holds a decision against the law of the day of the act, against today's if that has become lighter, and against the notice. */
final class DecisionCheck {

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

    Decision lawful(Penalties imposed) {
        nameOutcome(imposed.outcome());
        refuseUnlessAllowed(imposed, proposal.provision());
        ChoiceOfLaw choice = ChoiceOfLaw.of(rules, proposal.provision(), proposal.weighed(), today);
        if (choice.reason() == ChoiceOfLaw.Reason.NEWER_LIGHTER) {
            steps.add(choice.explained(
                    proposal.provision().breach(),
                    proposal.actOn(),
                    today,
                    rules.procedureOn(today).principle(Principle.CHOICE_OF_LAW)));
            refuseUnlessAllowed(imposed, choice.applied().orElseThrow());
        }
        refuseWorse(imposed);
        return new Decision(imposed, imposed.hasFine() ? Optional.of(payUntil()) : Optional.empty(), at, steps);
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
        steps.add(new Step(
                "outcome", "%s, track: %s".formatted(way.en(), way.track()), "处理结果：" + way.zh(), way.provenance()));
    }

    private void refuseUnlessAllowed(Penalties imposed, Provision law) {
        List<Flaw> flaws = new PenaltyCheck(
                        imposed,
                        law,
                        proposal.laws().ofPerson(),
                        proposal.weighed().turnover())
                .flaws("outcome");
        if (!flaws.isEmpty()) {
            throw ProposalTerms.refusal(flaws);
        }
    }

    /** What was noticed is the most that can be decided. */
    private void refuseWorse(Penalties imposed) {
        Penalties noticed = proposal.penalties();
        imposed.heavierThan(noticed).ifPresent(heavier -> {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    imposed.pointer(heavier, imposed.isMain(heavier) ? "amountMinor" : "kind"),
                    "proceeding.penalty-worsened",
                    "The notice named %s; a decision cannot be heavier".formatted(noticed))));
        });
        if (!imposed.all().isEmpty()) {
            Principle neverWorse = rules.procedureOn(today).principle(Principle.NEVER_WORSE);
            steps.add(new Step(
                    "amount",
                    "%s decided, %s noticed: not heavier".formatted(imposed, noticed),
                    "决定的处罚不重于事先告知的处罚（%s）".formatted(neverWorse.zh()),
                    neverWorse.provenance()));
        }
    }

    private LocalDate payUntil() {
        ProcedureRules procedure = rules.procedureOn(today);
        Period payment = procedure.payment();
        LocalDate until = payment.lastDay(today, calendar);
        steps.add(new Step(
                "pay-until",
                "%d %s after %s, which is not counted: %s"
                        .formatted(payment.length(), payment.unit().code(), today, until),
                "缴款期限自%s起%s（当日不计），至%s止".formatted(Chinese.day(today), payment.zh(), Chinese.day(until)),
                payment.provenance()));
        return until;
    }
}
