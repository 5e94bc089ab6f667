package org.regulus.sanctions.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.Assessment.Range;
import org.regulus.sanctions.assessment.Assessment.Verdict;
import org.regulus.sanctions.ruleset.Breach;
import org.regulus.sanctions.ruleset.Discretion;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** Assesses an act from the rule book, step by step. The same facts and the same book give the same steps. */
public final class Assessor {

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
            steps.add(choice.explained(breach, asked.actOn(), asked.today(), principle(Principle.CHOICE_OF_LAW)));
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
            List<Provision> others =
                    found.stream().filter(law -> !law.equals(highest)).toList();
            steps.add(oneFine(rules, highest, others, principle(Principle.ONE_FINE)));
        }
        return highest;
    }

    private Principle principle(String code) {
        return rules.principle(code, asked.regime(), asked.today());
    }

    /** One act is fined once, under the provision with the higher fine; the others are kept beside it. */
    public static Step oneFine(RuleBook rules, Provision law, List<Provision> others, Principle by) {
        return new Step(
                Principle.ONE_FINE,
                "%s has the higher fine; kept beside it: %s"
                        .formatted(
                                law.article(),
                                others.stream().map(Provision::article).collect(Collectors.joining("; "))),
                "同一行为同时违反%s，按罚款数额高的%s处罚（%s）"
                        .formatted(
                                others.stream().map(rules::articleInChinese).collect(Collectors.joining("、")),
                                rules.articleInChinese(law),
                                by.zh()),
                by.provenance());
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
                .peek(gate -> steps.add(gateDue(gate, most)))
                .map(gate -> gate.code())
                .toList();
    }

    private static Step gateDue(Gate gate, Money most) {
        return new Step(
                "gate",
                "at %s: %s".formatted(most, gate.code()),
                "拟处%s的，应当经过规定的程序".formatted(Chinese.money(most)),
                gate.provenance());
    }

    private Assessment nothing(Verdict verdict) {
        return new Assessment(verdict, Optional.empty(), List.of(), Set.of(), Range.NONE, List.of(), steps);
    }
}
