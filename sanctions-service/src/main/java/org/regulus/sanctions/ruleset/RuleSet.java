package org.regulus.sanctions.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One law, or one procedure, as it stood in one span of time: a file.
 *
 * @param version counts the corrections of the file; the law itself changes by a new file with its own dates
 * @param regime whose law it is, such as CN or EU: provisions meet the procedure of their own regime
 * @param duties limits outside the penalty procedure, such as how often to evaluate
 */
public record RuleSet(
        String id,
        int version,
        String regime,
        Title title,
        Validity validity,
        List<Provision> provisions,
        List<Limit> duties,
        List<FixedDate> dates,
        Optional<ProcedureRules> procedure,
        Names names) {

    public record Title(String zh, String en) {}

    /**
     * What documents call its parts.
     *
     * @param articles in Chinese, by the id of a provision
     * @param conducts by their codes
     */
    public record Names(Map<String, String> articles, Map<String, Title> conducts) {
        public static final Names NONE = new Names(Map.of(), Map.of());

        public Names {
            articles = Map.copyOf(articles);
            conducts = Map.copyOf(conducts);
        }
    }

    /** A date that the rules name themselves. */
    public record FixedDate(String code, LocalDate on, Provenance provenance) {}

    public RuleSet {
        provisions = List.copyOf(provisions);
        duties = List.copyOf(duties);
        dates = List.copyOf(dates);
    }

    /** How many of its parameters were not checked against the text. */
    public long unverified() {
        return provenances().stream().filter(from -> !from.verified()).count();
    }

    private List<Provenance> provenances() {
        return Stream.of(
                        provisions.stream().map(Provision::provenance),
                        duties.stream().map(limit -> limit.period().provenance()),
                        dates.stream().map(FixedDate::provenance),
                        procedure.stream().flatMap(RuleSet::provenances))
                .flatMap(all -> all)
                .toList();
    }

    private static Stream<Provenance> provenances(ProcedureRules rules) {
        Map<String, Limit> limits = rules.limits();
        return Stream.of(
                        limits.values().stream().map(limit -> limit.period().provenance()),
                        rules.gates().stream().map(Gate::provenance),
                        rules.outcomes().stream().map(OutcomeRule::provenance),
                        rules.principles().stream().map(Principle::provenance),
                        rules.discretion().factors().stream().map(Discretion.Factor::provenance),
                        Stream.of(
                                rules.discretion().provenance(),
                                rules.surcharge().provenance()))
                .flatMap(all -> all);
    }
}
