package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.Assessor;
import org.regulus.sanctions.assessment.ChoiceOfLaw;
import org.regulus.sanctions.assessment.ChoiceOfLaw.Reason;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.assessment.Limitation;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.Breach;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** Holds a proposal against the law: all flaws at once, or the lawful proposal with the reasons why it is. */
final class ProposalCheck {

    private final ProposalTerms terms;
    private final RuleBook rules;
    private final LocalDate today;
    private final boolean refused;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Optional<Found> found = Optional.empty();

    /** When the authority found the act: at the latest when it ordered to put it right. */
    private record Found(LocalDate on, RegulatorCalendar calendar) {}

    ProposalCheck(ProposalTerms terms, RuleBook rules, LocalDate today, boolean refused) {
        this.terms = terms;
        this.rules = rules;
        this.today = today;
        this.refused = refused;
    }

    /** With the day from which on no limitation runs any more. */
    ProposalCheck found(LocalDate on, RegulatorCalendar calendar) {
        found = Optional.of(new Found(on, calendar));
        return this;
    }

    /**
     * @throws Refusal INVALID with every flaw at once; its code is that of the flaw when there is just one, else
     *     {@code proceeding.invalid}
     */
    Proposal lawful() {
        flawIf(terms.actOn().isAfter(today), "/actOn", "act-in-future", "The act lies after today, " + today);
        Optional<Provision> named = named();
        List<Provision> others = new ArrayList<>();
        named.ifPresent(law -> {
            checkAddressees(law);
            flaws.addAll(new PenaltyCheck(
                            terms.penalties(),
                            law,
                            ofPerson(law),
                            terms.weighing().turnover())
                    .flaws("kind"));
            checkProcedure(law);
            others.addAll(others(law));
        });
        if (!flaws.isEmpty()) {
            throw ProposalTerms.refusal(flaws);
        }
        Provision law = named.orElseThrow();
        return new Proposal(
                new Proposal.Laws(law, others, ofPerson(law)),
                terms.actOn(),
                terms.penalties(),
                terms.facts(),
                terms.weighed(law, refused),
                steps);
    }

    /** As it stood on the day of the act, or as it stands today where that is lighter. */
    private Optional<Provision> named() {
        String id = terms.named().provision();
        if (!rules.knows(id)) {
            flawIf(true, "/provision", "provision-unknown", "There is no provision " + id);
            return Optional.empty();
        }
        Optional<Provision> then = rules.provision(id, terms.actOn());
        Optional<Provision> named = then.or(() -> rules.provision(id, today).filter(this::isLighterThanThen));
        flawIf(
                named.isEmpty(),
                "/provision",
                "provision-not-in-force",
                "%s was not law on %s, the day of the act".formatted(id, terms.actOn()));
        then.ifPresent(this::refuseWhereNewerIsLighter);
        return named;
    }

    private boolean isLighterThanThen(Provision newer) {
        return ChoiceOfLaw.of(rules, newer.breach(), terms.weighed(newer, refused), terms.actOn(), today)
                .applied()
                .filter(newer::equals)
                .isPresent();
    }

    private void refuseWhereNewerIsLighter(Provision then) {
        Facts facts = terms.weighed(then, refused);
        if (!then.precondition().holds(refused, facts.consequence())) {
            return;
        }
        ChoiceOfLaw choice = ChoiceOfLaw.of(rules, then, facts, today);
        steps.add(choice.explained(then.breach(), terms.actOn(), today, principle(then, Principle.CHOICE_OF_LAW)));
        flawIf(
                choice.reason() == Reason.NEWER_LIGHTER || choice.reason() == Reason.NEWER_ALLOWS_NOTHING,
                "/provision",
                "newer-law-lighter",
                "Since then the law became lighter: "
                        + choice.applied().map(Provision::id).orElse("no penalty"));
    }

    private void checkAddressees(Provision law) {
        flawIf(
                law.breach().addressee() == Addressee.INDIVIDUAL,
                "/provision",
                "addressee-differs",
                law.article() + " threatens persons, and this case is an operator's");
        boolean person = terms.penalties().all().stream()
                .anyMatch(penalty -> penalty.person().isPresent());
        flawIf(
                person && ofPerson(law).isEmpty(),
                "/personProvision",
                "person-provision-unknown",
                "Name what threatened persons for the same breach on that day");
    }

    /** The provision against persons for the same breach, of the day by whose law the operator is judged. */
    private Optional<Provision> ofPerson(Provision law) {
        LocalDate day = law.validity().covers(terms.actOn()) ? terms.actOn() : today;
        return terms.named().ofPerson().flatMap(id -> rules.provision(id, day)).filter(found -> found.breach()
                .equals(new Breach(law.breach().law(), law.breach().conduct(), Addressee.INDIVIDUAL)));
    }

    private void checkProcedure(Provision law) {
        Optional<ProcedureRules> procedure = rules.procedure(rules.regimeOf(law), today);
        flawIf(
                procedure.isEmpty(),
                "/provision",
                "procedure-unknown",
                "No penalty procedure of %s is known for %s".formatted(rules.regimeOf(law), today));
        procedure.ifPresent(by -> {
            checkLimitation(by);
            var circumstances = new CircumstancesCheck(terms, by.discretion());
            flaws.addAll(circumstances.flaws(by, law, refused));
            ofPerson(law).ifPresent(person -> flaws.addAll(circumstances.flawsOfPerson(person, refused)));
            steps.addAll(circumstances.steps());
        });
    }

    private void checkLimitation(ProcedureRules by) {
        found.flatMap(when -> Limitation.of(by, terms.actOn(), terms.weighing().consequence(), when.calendar()))
                .ifPresent(limitation -> {
                    LocalDate on = found.orElseThrow().on();
                    steps.add(limitation.explained(on));
                    flawIf(
                            limitation.isOver(on),
                            "/actOn",
                            "limitation-over",
                            "It could be pursued until %s, and was found on %s".formatted(limitation.last(), on));
                });
    }

    private List<Provision> others(Provision law) {
        List<Provision> others = new ArrayList<>();
        for (String id : terms.named().alsoUnder()) {
            Optional<Provision> other = rules.provision(id, terms.actOn()).filter(found -> !found.equals(law));
            flawIf(
                    other.isEmpty(),
                    "/alsoUnder",
                    "provision-not-in-force",
                    "%s was no other law on %s".formatted(id, terms.actOn()));
            other.ifPresent(others::add);
        }
        others.forEach(other -> refuseHigherFine(law, other));
        if (!others.isEmpty()) {
            steps.add(Assessor.oneFine(rules, law, others, principle(law, Principle.ONE_FINE)));
        }
        return others;
    }

    /** As the procedure of today has it. */
    private Principle principle(Provision law, String code) {
        return rules.principle(code, rules.regimeOf(law), today);
    }

    private void refuseHigherFine(Provision law, Provision other) {
        boolean applies = other.precondition().holds(refused, terms.weighing().consequence());
        flawIf(
                applies
                        && other.most().sameCurrencyAs(law.most())
                        && Provision.byFine(terms.weighing().turnover()).compare(other, law) > 0,
                "/provision",
                "higher-fine-elsewhere",
                "%s has the higher fine: one act is fined once, under it".formatted(other.id()));
    }

    private void flawIf(boolean wrong, String pointer, String code, String detail) {
        if (wrong) {
            flaws.add(new Flaw(pointer, "proceeding." + code, detail));
        }
    }
}
