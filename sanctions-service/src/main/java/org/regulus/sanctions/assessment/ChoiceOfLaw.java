package org.regulus.sanctions.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.ruleset.Breach;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/**
 * Which version of a rule applies: that of the day of the act, unless the newer is lighter (Penalty Law, Art. 37).
 *
 * @param applied empty when one of the two versions allows nothing on these facts
 * @param passedOver the other version, when there is one
 */
public record ChoiceOfLaw(Reason reason, Optional<Provision> applied, Optional<Provision> passedOver) {

    /** Why that version. */
    public enum Reason {
        UNCHANGED("the same version is still law", "所依据的规定未作修改，适用该规定"),
        OLDER_NOT_HEAVIER(
                "the newer version is not lighter, so that of the day of the act applies", "新规定处罚不较轻，适用行为发生时的规定"),
        NEWER_LIGHTER("the newer version is lighter and applies", "新规定处罚较轻，适用新规定"),
        NEWER_ALLOWS_NOTHING("the newer version allows nothing on these facts, which is lighter", "依新规定不予处罚，适用新规定"),
        NEWER_UNKNOWN(
                "no newer version describes this conduct here, so that of the day of the act applies",
                "无规范同一行为的新规定，适用行为发生时的规定"),
        NOT_PUNISHABLE_THEN("on the day of the act nothing was allowed on these facts", "行为发生时的规定未设定处罚");

        private final String says;
        private final String zh;

        Reason(String says, String zh) {
            this.says = says;
            this.zh = zh;
        }
    }

    public static ChoiceOfLaw of(RuleBook rules, Breach breach, Facts facts, LocalDate actOn, LocalDate today) {
        return between(applicable(rules, breach, facts, actOn), newer(rules, breach, facts, today), facts);
    }

    /** Starting from a provision that somebody named: it is compared with what today's version allows on the same facts. */
    public static ChoiceOfLaw of(RuleBook rules, Provision named, Facts facts, LocalDate today) {
        if (rules.provisionsOn(today).contains(named)) {
            return new ChoiceOfLaw(Reason.UNCHANGED, Optional.of(named), Optional.empty());
        }
        return between(Optional.of(named), newer(rules, named.breach(), facts, today), facts);
    }

    /** Today's version; {@code known} tells a version that allows nothing from one that this rule book does not have. */
    private record Newer(Optional<Provision> law, boolean known) {}

    private static Newer newer(RuleBook rules, Breach breach, Facts facts, LocalDate today) {
        return new Newer(
                applicable(rules, breach, facts, today),
                !versions(rules, breach, today).isEmpty());
    }

    private static ChoiceOfLaw between(Optional<Provision> older, Newer newer, Facts facts) {
        if (older.isEmpty()) {
            return new ChoiceOfLaw(Reason.NOT_PUNISHABLE_THEN, Optional.empty(), newer.law());
        }
        if (!newer.known()) {
            return new ChoiceOfLaw(Reason.NEWER_UNKNOWN, older, Optional.empty());
        }
        if (newer.law().isEmpty()) {
            return new ChoiceOfLaw(Reason.NEWER_ALLOWS_NOTHING, Optional.empty(), older);
        }
        if (newer.law().equals(older)) {
            return new ChoiceOfLaw(Reason.UNCHANGED, older, Optional.empty());
        }
        boolean lighter =
                Provision.byWeight(facts.turnover()).compare(newer.law().get(), older.get()) < 0;
        return lighter
                ? new ChoiceOfLaw(Reason.NEWER_LIGHTER, newer.law(), older)
                : new ChoiceOfLaw(Reason.OLDER_NOT_HEAVIER, older, newer.law());
    }

    /** Of the tiers whose precondition is fulfilled, the gravest. */
    private static Optional<Provision> applicable(RuleBook rules, Breach breach, Facts facts, LocalDate day) {
        return versions(rules, breach, day).stream()
                .filter(law -> law.precondition().holds(facts.refused(), facts.consequence()))
                .max(Comparator.comparing(Provision::precondition));
    }

    /** Who runs critical infrastructure is an operator, too: where a law has nothing of its own for it, the general rule stands. */
    private static List<Provision> versions(RuleBook rules, Breach breach, LocalDate day) {
        List<Provision> own = on(rules, breach, day);
        return own.isEmpty() && breach.addressee() == Addressee.CRITICAL_OPERATOR
                ? on(rules, new Breach(breach.law(), breach.conduct(), Addressee.OPERATOR), day)
                : own;
    }

    private static List<Provision> on(RuleBook rules, Breach breach, LocalDate day) {
        return rules.provisionsOn(day).stream()
                .filter(law -> law.breach().equals(breach))
                .toList();
    }

    /** @param by where the procedure of today has the principle */
    public Step explained(Breach breach, LocalDate actOn, LocalDate today, Principle by) {
        return new Step(
                "choice-of-law",
                "%s, act of %s, looked at on %s: %s%s%s"
                        .formatted(
                                breach.law(),
                                actOn,
                                today,
                                reason.says,
                                applied.map(law -> "; applied: " + brief(law)).orElse(""),
                                passedOver
                                        .map(law -> "; passed over: " + brief(law))
                                        .orElse("")),
                "行为发生于%s，审查之日为%s：%s（%s）".formatted(Chinese.day(actOn), Chinese.day(today), reason.zh, by.zh()),
                by.provenance());
    }

    /** What it allows, not what is imposed. */
    private static String brief(Provision law) {
        return law.allows(PenaltyKind.FINE)
                ? "%s (allows at most %s; a fine from %s to %s)"
                        .formatted(law.article(), law.gravestKind().code(), law.least(), law.most())
                : "%s (allows at most %s)"
                        .formatted(law.article(), law.gravestKind().code());
    }
}
