package org.regulus.sanctions.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Assessment.Range;
import org.regulus.sanctions.assessment.Assessment.Verdict;
import org.regulus.sanctions.ruleset.Discretion;
import org.regulus.sanctions.ruleset.Discretion.Effect;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;

/** How much one provision allows on given facts, after everything that must make it lighter, and whether there is a penalty at all. */
public record FineLimits(Verdict verdict, Range range, List<Step> steps) {

    public static FineLimits of(Provision law, Facts facts, Discretion discretion) {
        List<Step> steps = new ArrayList<>();
        List<Discretion.Factor> factors = discretion.matching(facts.circumstances());
        factors.forEach(factor -> steps.add(new Step(
                "discretion",
                "%s: %s".formatted(factor.code(), factor.effect().code()),
                "具有%s的法定情节".formatted(factor.effect().zh()),
                factor.provenance())));
        Range range = law.allows(PenaltyKind.FINE) ? fined(law, facts, steps) : notFined(law, steps);
        if (range.most().isPresent() && has(factors, Effect.MUST_MITIGATE)) {
            Money upTo = law.least().plusShareOf(range.most().get(), discretion.mitigatedPerMille());
            steps.add(new Step(
                    "mitigated",
                    "mitigated: at most " + upTo,
                    "依法从轻或者减轻，罚款不超过" + Chinese.money(upTo),
                    discretion.provenance()));
            range = new Range(range.least(), Optional.of(upTo));
        }
        return new FineLimits(verdict(factors), range, List.copyOf(steps));
    }

    private static Range notFined(Provision law, List<Step> steps) {
        steps.add(new Step("range", law.article() + " allows no fine", "所依据的规定未设定罚款", law.provenance()));
        return Range.NONE;
    }

    private static Range fined(Provision law, Facts facts, List<Step> steps) {
        Money most = law.fine().most(facts.turnover());
        String share = law.fine()
                .turnoverPerMille()
                .map(perMille ->
                        ", the higher of %s and %d thousandths of the turnover".formatted(law.most(), perMille))
                .orElse("");
        steps.add(new Step(
                "range",
                "%s allows from %s to %s%s".formatted(law.article(), law.least(), most, share),
                "所依据的规定设定的罚款幅度为%s至%s".formatted(Chinese.money(law.least()), Chinese.money(most)),
                law.provenance()));
        return new Range(Optional.of(law.least()), Optional.of(most));
    }

    private static Verdict verdict(List<Discretion.Factor> factors) {
        if (has(factors, Effect.MUST_NOT_PUNISH)) {
            return Verdict.MUST_NOT_PUNISH;
        }
        return has(factors, Effect.MAY_NOT_PUNISH) ? Verdict.MAY_NOT_PUNISH : Verdict.PENALTY;
    }

    private static boolean has(List<Discretion.Factor> factors, Effect effect) {
        return factors.stream().anyMatch(factor -> factor.effect() == effect);
    }
}
