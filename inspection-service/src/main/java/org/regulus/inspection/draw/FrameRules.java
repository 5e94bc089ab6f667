package org.regulus.inspection.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * Which cases a draw is made from, in which groups and with which weights. Empty sets and nulls restrict nothing.
 *
 * @param riskScoreMin cases of at least this risk score; a case without a score has 0
 * @param noRepeatMonths no operator that this authority began to inspect within so many months, and one case of each
 * @param yearlyCap no operator that this authority began to inspect so often in this calendar year; its cases in the frame count, too
 * @param strataBy what the strata are made of, in this order
 * @param creditRatios with weights by credit class: the weight of each class and of {@link Unit#UNCLASSED}; else empty
 */
public record FrameRules(
        Set<String> provinces,
        Set<String> licenceClasses,
        Set<String> kinds,
        Integer riskScoreMin,
        Integer noRepeatMonths,
        Integer yearlyCap,
        List<Trait> strataBy,
        Weight weightBy,
        Map<String, Integer> creditRatios) {

    /** Credit classes of SAMR 2022 No. 6, from low risk to high, and who has none: a group and a weight of its own, never left out. */
    static final List<String> CREDIT_CLASSES = List.of("A", "B", "C", "D", Unit.UNCLASSED);

    public static final FrameRules EVERY_CASE =
            new FrameRules(Set.of(), Set.of(), Set.of(), null, null, null, List.of(), Weight.NONE, Map.of());

    /** @throws Refusal INVALID {@code draw.credit-ratios} */
    public FrameRules {
        Set<String> needed = weightBy == Weight.CREDIT_CLASS ? Set.copyOf(CREDIT_CLASSES) : Set.of();
        if (!creditRatios.keySet().equals(needed)) {
            throw Refusal.invalid(
                    "draw.credit-ratios",
                    "Weights by credit class, and only they, need a ratio for each of " + CREDIT_CLASSES);
        }
    }

    /** What a case can be grouped by. */
    public enum Trait {
        PROVINCE("province"),
        LICENCE_CLASS("licence-class"),
        KIND("kind"),
        CREDIT_CLASS("credit-class");

        private final String word;

        Trait(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        private String of(Candidate candidate) {
            return switch (this) {
                case PROVINCE -> candidate.province();
                case LICENCE_CLASS -> candidate.licenceClass();
                case KIND -> String.join("+", new TreeSet<>(candidate.kinds()));
                case CREDIT_CLASS -> candidate.creditClassOrNone();
            };
        }
    }

    /**
     * What makes one case likelier than another. With the risk score the weight is 1 more than the score, so that each has a chance; with
     * the credit class it is the ratio of the class.
     */
    public enum Weight {
        NONE("none"),
        RISK_SCORE("risk-score"),
        CREDIT_CLASS("credit-class");

        private final String word;

        Weight(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A case that could be drawn.
     *
     * @param operator whose case it is
     * @param recently inspections of its operator within the months of {@code noRepeatMonths}
     * @param thisYear inspections of its operator in this calendar year
     * @param creditClass empty when its operator has none
     */
    public record Candidate(
            String id,
            String province,
            String licenceClass,
            List<String> kinds,
            int riskScore,
            int recently,
            int thisYear,
            String creditClass,
            UUID operator) {

        private String creditClassOrNone() {
            return creditClass.isEmpty() ? Unit.UNCLASSED : creditClass;
        }
    }

    /** @param excluded how many cases each rule kept out, by the first rule that did */
    public record Admitted(List<Unit> units, Map<String, Integer> excluded) {}

    public Admitted of(List<Candidate> candidates) {
        return of(candidates, new HashMap<>());
    }

    /** @param ofOperator cases of each operator that were admitted before, in frames that are taken in parts; these are added */
    public Admitted of(List<Candidate> candidates, Map<UUID, Integer> ofOperator) {
        List<Unit> units = new ArrayList<>();
        Map<String, Integer> excluded = new LinkedHashMap<>();
        candidates.forEach(candidate -> {
            String reason = reason(candidate, ofOperator.getOrDefault(candidate.operator(), 0));
            if (reason == null) {
                count(candidate, ofOperator);
                units.add(unit(candidate));
            } else {
                excluded.merge(reason, 1, Integer::sum);
            }
        });
        return new Admitted(units, excluded);
    }

    /** Only where a rule asks: a frame may have millions of operators. */
    private void count(Candidate candidate, Map<UUID, Integer> ofOperator) {
        if (noRepeatMonths != null || yearlyCap != null) {
            ofOperator.merge(candidate.operator(), 1, Integer::sum);
        }
    }

    private Unit unit(Candidate candidate) {
        String creditClass = asksCreditClass() ? candidate.creditClassOrNone() : Unit.NOT_ASKED;
        return new Unit(candidate.id(), stratum(candidate), weight(candidate), creditClass);
    }

    private boolean asksCreditClass() {
        return weightBy == Weight.CREDIT_CLASS || strataBy.contains(Trait.CREDIT_CLASS);
    }

    /** @param here cases of its operator that are in the frame already: all of them could be drawn */
    private String reason(Candidate candidate, int here) {
        if (!admits(provinces, Set.of(candidate.province()))
                || !admits(licenceClasses, Set.of(candidate.licenceClass()))
                || !admits(kinds, candidate.kinds())
                || riskScoreMin != null && candidate.riskScore() < riskScoreMin) {
            return "filter";
        }
        if (noRepeatMonths != null && candidate.recently() + here > 0) {
            return "noRepeatMonths";
        }
        return yearlyCap != null && candidate.thisYear() + here >= yearlyCap ? "yearlyCap" : null;
    }

    private static boolean admits(Set<String> wanted, Collection<String> present) {
        return wanted.isEmpty() || present.stream().anyMatch(wanted::contains);
    }

    private String stratum(Candidate candidate) {
        List<String> traits =
                strataBy.stream().map(trait -> trait.of(candidate)).toList();
        return traits.isEmpty() ? Unit.ALL : String.join("/", traits).replace(',', ';');
    }

    private int weight(Candidate candidate) {
        return switch (weightBy) {
            case NONE -> 1;
            case RISK_SCORE -> 1 + candidate.riskScore();
            case CREDIT_CLASS -> creditRatios.get(candidate.creditClassOrNone());
        };
    }

    /** The rules as they are published. */
    Map<String, Object> published() {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("provinces", List.copyOf(new TreeSet<>(provinces)));
        rules.put("licenceClasses", List.copyOf(new TreeSet<>(licenceClasses)));
        rules.put("kinds", List.copyOf(new TreeSet<>(kinds)));
        rules.put("strataBy", strataBy.stream().map(Trait::word).toList());
        rules.put("weightBy", weightBy.word());
        if (weightBy == Weight.CREDIT_CLASS) {
            rules.put("creditRatios", creditRatios);
        }
        putIfGiven(rules, "riskScoreMin", riskScoreMin);
        putIfGiven(rules, "noRepeatMonths", noRepeatMonths);
        putIfGiven(rules, "yearlyCap", yearlyCap);
        return rules;
    }

    private static void putIfGiven(Map<String, Object> rules, String name, Integer value) {
        if (value != null) {
            rules.put(name, value);
        }
    }
}
