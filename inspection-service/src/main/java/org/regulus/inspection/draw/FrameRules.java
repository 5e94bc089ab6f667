package org.regulus.inspection.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which cases a draw is made from, in which groups and with which weights. Empty sets and nulls restrict nothing.
 *
 * @param riskScoreMin cases of at least this risk score; a case without a score has 0
 * @param noRepeatMonths no operator that this authority began to inspect within so many months
 * @param yearlyCap no operator that this authority began to inspect so often in this calendar year
 * @param strataBy what the strata are made of, in this order
 */
public record FrameRules(
        Set<String> provinces,
        Set<String> licenceClasses,
        Set<String> kinds,
        Integer riskScoreMin,
        Integer noRepeatMonths,
        Integer yearlyCap,
        List<Trait> strataBy,
        Weight weightBy) {

    public static final FrameRules EVERY_CASE =
            new FrameRules(Set.of(), Set.of(), Set.of(), null, null, null, List.of(), Weight.NONE);

    /** What a case can be grouped by. */
    public enum Trait {
        PROVINCE("province"),
        LICENCE_CLASS("licence-class"),
        KIND("kind");

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
            };
        }
    }

    /** What makes one case likelier than another. With the risk score the weight is 1 more than the score, so that each has a chance. */
    public enum Weight {
        NONE("none"),
        RISK_SCORE("risk-score");

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
     * @param recently inspections of its operator within the months of {@code noRepeatMonths}
     * @param thisYear inspections of its operator in this calendar year
     */
    public record Candidate(
            String id,
            String province,
            String licenceClass,
            List<String> kinds,
            int riskScore,
            int recently,
            int thisYear) {}

    /** @param excluded how many cases each rule kept out, by the first rule that did */
    public record Frame(List<Unit> units, Map<String, Integer> excluded) {}

    public Frame of(List<Candidate> candidates) {
        List<Unit> units = new ArrayList<>();
        Map<String, Integer> excluded = new LinkedHashMap<>();
        candidates.forEach(candidate -> {
            String reason = reason(candidate);
            if (reason == null) {
                units.add(new Unit(candidate.id(), stratum(candidate), weight(candidate)));
            } else {
                excluded.merge(reason, 1, Integer::sum);
            }
        });
        return new Frame(units, excluded);
    }

    private String reason(Candidate candidate) {
        if (!admits(provinces, Set.of(candidate.province()))
                || !admits(licenceClasses, Set.of(candidate.licenceClass()))
                || !admits(kinds, candidate.kinds())
                || riskScoreMin != null && candidate.riskScore() < riskScoreMin) {
            return "filter";
        }
        if (noRepeatMonths != null && candidate.recently() > 0) {
            return "noRepeatMonths";
        }
        return yearlyCap != null && candidate.thisYear() >= yearlyCap ? "yearlyCap" : null;
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
        return weightBy == Weight.NONE ? 1 : 1 + candidate.riskScore();
    }

    /** The rules as they are published. */
    Map<String, Object> published() {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("provinces", List.copyOf(new TreeSet<>(provinces)));
        rules.put("licenceClasses", List.copyOf(new TreeSet<>(licenceClasses)));
        rules.put("kinds", List.copyOf(new TreeSet<>(kinds)));
        rules.put("strataBy", strataBy.stream().map(Trait::word).toList());
        rules.put("weightBy", weightBy.word());
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
