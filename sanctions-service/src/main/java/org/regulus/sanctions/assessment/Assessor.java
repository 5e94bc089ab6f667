package org.regulus.sanctions.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.Assessment.Range;
import org.regulus.sanctions.assessment.Assessment.Verdict;
import org.regulus.sanctions.ruleset.Breach;
import org.regulus.sanctions.ruleset.Discretion;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** Assesses an act from the rule book, step by step. The same facts and the same book give the same steps. */
public final class Assessor {

    private static final Provenance ART_29 = new Provenance(
            "Penalty Law of 2021, Art. 29: one act, one fine; of several provisions the higher fine", true);

    /** Marks a case with more than one provision, for the gates. */
    public static final String SEVERAL_PROVISIONS = "several-provisions";

    /**
     * What is asked.
     *
     * @param conducts the duties that the one act breached
     * @param today the day on which a decision would be taken
     */
    public record Question(String regime, Set<String> conducts, Facts facts, LocalDate actOn, LocalDate today) {}

    private final RuleBook rules;
    private final Question asked;
    private final List<Step> steps = new ArrayList<>();

    private Assessor(RuleBook rules, Question asked) {
        this.rules = rules;
        this.asked = asked;
    }

    public static Assessment assess(RuleBook rules, RegulatorCalendar calendar, Question asked) {
        return new Assessor(rules, asked).assess(calendar);
    }

    private Assessment assess(RegulatorCalendar calendar) {
        List<Provision> found = choose();
        if (found.isEmpty()) {
            return nothing(Verdict.NOT_PUNISHABLE);
        }
        Provision applied = higher(found);
        List<Provision> others =
                found.stream().filter(law -> !law.equals(applied)).toList();
        Optional<ProcedureRules> procedure = rules.procedure(asked.regime(), asked.today());
        if (procedure.map(by -> isBarred(by, calendar)).orElse(false)) {
            return nothing(Verdict.TIME_BARRED);
        }
        FineLimits limits = FineLimits.of(
                applied,
                asked.facts(),
                procedure.map(ProcedureRules::discretion).orElse(Discretion.NONE));
        steps.addAll(limits.steps());
        Set<PenaltyKind> kinds = EnumSet.noneOf(PenaltyKind.class);
        found.forEach(law -> kinds.addAll(law.kinds()));
        return new Assessment(
                limits.verdict(),
                Optional.of(applied),
                others,
                kinds,
                limits.range(),
                gates(procedure, applied, limits.range(), !others.isEmpty()),
                steps);
    }

    private List<Provision> choose() {
        List<Provision> found = new ArrayList<>();
        for (Breach breach : breaches()) {
            ChoiceOfLaw choice = ChoiceOfLaw.of(rules, breach, asked.facts(), asked.actOn(), asked.today());
            steps.add(choice.explained(breach, asked.actOn(), asked.today()));
            choice.applied().ifPresent(found::add);
        }
        return found;
    }

    /** Every law of the regime that knew one of the duties on the day of the act. */
    private List<Breach> breaches() {
        return rules.sets().stream()
                .filter(set -> set.regime().equals(asked.regime()))
                .flatMap(set -> set.provisions().stream())
                .filter(law -> law.validity().covers(asked.actOn()))
                .map(Provision::breach)
                .filter(breach -> asked.conducts().contains(breach.conduct()))
                .map(breach ->
                        new Breach(breach.law(), breach.conduct(), asked.facts().addressee()))
                .distinct()
                .toList();
    }

    private Provision higher(List<Provision> found) {
        Provision highest =
                found.stream().max(Provision.byFine(asked.facts().turnover())).orElseThrow();
        if (found.size() > 1) {
            steps.add(new Step(
                    "one-fine",
                    "%s has the higher fine; kept beside it: %s"
                            .formatted(
                                    highest.id(),
                                    String.join(
                                            ", ",
                                            found.stream()
                                                    .filter(law -> !law.equals(highest))
                                                    .map(Provision::id)
                                                    .toList())),
                    ART_29));
        }
        return highest;
    }

    private boolean isBarred(ProcedureRules by, RegulatorCalendar calendar) {
        Optional<Limitation> limitation =
                Limitation.of(by, asked.actOn(), asked.facts().consequence(), calendar);
        limitation.ifPresent(known -> steps.add(known.explained(asked.today())));
        return limitation.filter(known -> known.isOver(asked.today())).isPresent();
    }

    private List<String> gates(Optional<ProcedureRules> procedure, Provision law, Range range, boolean several) {
        Money most = range.most().orElse(Money.none(law.most().currency()));
        Set<String> marks = new TreeSet<>(asked.facts().circumstances());
        if (several) {
            marks.add(SEVERAL_PROVISIONS);
        }
        Set<PenaltyKind> fine = range.most().isPresent() ? EnumSet.of(PenaltyKind.FINE) : Set.of();
        return procedure.stream()
                .flatMap(by -> by.gatesDue(fine, most, marks).stream())
                .peek(gate -> steps.add(new Step("gate", "at %s: %s".formatted(most, gate.code()), gate.provenance())))
                .map(gate -> gate.code())
                .toList();
    }

    private Assessment nothing(Verdict verdict) {
        return new Assessment(verdict, Optional.empty(), List.of(), Set.of(), Range.NONE, List.of(), steps);
    }
}
