package org.regulus.sanctions.assessment.edge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.time.Era;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Assessor.Question;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.RuleBook;

/** What is asked of the calculator, once it makes sense; all that does not is said at once. */
final class AssessmentQuestion {

    private static final int MOST_VALUES = 20;

    private final AssessmentParameters asked;
    private final RuleBook rules;
    private final List<Flaw> flaws = new ArrayList<>();

    private AssessmentQuestion(AssessmentParameters asked, RuleBook rules) {
        this.asked = asked;
        this.rules = rules;
    }

    /** @throws Refusal INVALID {@code assessment.invalid} */
    static Question read(AssessmentParameters asked, RuleBook rules, LocalDate today) {
        return new AssessmentQuestion(asked, rules).read(today);
    }

    private Question read(LocalDate today) {
        String regime = asked.regime == null ? RuleBook.HOME : asked.regime;
        check(rules.sets().stream().anyMatch(set -> set.regime().equals(regime)), "regime", "No such regime");
        check(
                !asked.conducts.isEmpty()
                        && asked.conducts.size() <= MOST_VALUES
                        && asked.conducts.stream().allMatch(rules::knowsConduct),
                "conduct",
                "conduct is a duty that a rule set names, up to %d times".formatted(MOST_VALUES));
        check(
                asked.circumstances.size() <= MOST_VALUES
                        && asked.circumstances.stream().allMatch(vocabulary()::contains),
                "circumstance",
                "circumstance is one of %s, up to %d times".formatted(vocabulary(), MOST_VALUES));
        LocalDate actOn = part(
                "actOn", "actOn is a date such as 2019-09-17", () -> Era.kept(LocalDate.parse(present(asked.actOn))));
        LocalDate on = part(
                "on",
                "on is a date such as 2026-02-02",
                () -> asked.on == null ? today : Era.kept(LocalDate.parse(asked.on)));
        check(actOn == null || on == null || !actOn.isAfter(on), "actOn", "The act lies after the day of the decision");
        Facts facts = new Facts(
                oneOf("addressee", Addressee.of(or(asked.addressee, "operator"))),
                asked.refused,
                oneOf("consequence", Consequence.of(or(asked.consequence, "none"))),
                Set.copyOf(asked.circumstances),
                turnover());
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("assessment.invalid", "This cannot be assessed", flaws);
        }
        return new Question(regime, Set.copyOf(asked.conducts), facts, actOn, on);
    }

    private Set<String> vocabulary() {
        Set<String> all = new TreeSet<>();
        rules.sets().stream().flatMap(set -> set.procedure().stream()).forEach(by -> {
            all.addAll(by.discretion().vocabulary());
            by.gates().forEach(gate -> all.addAll(gate.when()));
        });
        return all;
    }

    private Optional<Money> turnover() {
        return asked.turnoverMinor == null
                ? Optional.empty()
                : Optional.ofNullable(part(
                        "turnoverMinor",
                        "turnoverMinor is a whole number of minor units, turnoverCurrency one such as CNY",
                        () -> Money.of(Long.parseLong(asked.turnoverMinor), or(asked.turnoverCurrency, "CNY"))));
    }

    private <T> T oneOf(String name, Optional<T> read) {
        check(read.isPresent(), name, "Unknown");
        return read.orElse(null);
    }

    private <T> T part(String name, String wanted, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            check(false, name, wanted);
            return null;
        }
    }

    private void check(boolean right, String name, String wanted) {
        if (!right) {
            flaws.add(new Flaw("/" + name, "assessment.parameter-invalid", wanted));
        }
    }

    private static String present(String written) {
        if (written == null) {
            throw new IllegalArgumentException("Absent");
        }
        return written;
    }

    private static String or(String written, String usual) {
        return written == null ? usual : written;
    }
}
