package org.regulus.filing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.registry.Hierarchy.Authority;

/** Telecom Regulations, Art. 7 to 9: across provinces the ministry licenses, within one the administration of the province. */
class HierarchyTest {

    private static final List<String> VALUE_ADDED = List.of("B11", "B25");

    private static final Hierarchy CHINA = new Hierarchy(List.of(
            new Authority(
                    "MIIT",
                    null,
                    List.of(
                            rule("basic", List.of("A1", "A2"), null, List.of(), null, null),
                            rule("across-provinces", VALUE_ADDED, null, List.of(), 2, null),
                            rule("domain-names", List.of("DOMAIN"), null, List.of(), null, null))),
            new Authority("GDCA", "MIIT", List.of(rule("guangdong", VALUE_ADDED, null, List.of("44"), null, 1))),
            new Authority("SZCA", "GDCA", List.of()),
            new Authority(
                    "SHCA", "MIIT", List.of(rule("apps", List.of(), List.of("app"), List.of("31"), null, null)))));

    private static CompetenceRule rule(
            String id, List<String> licences, List<String> kinds, List<String> provinces, Integer least, Integer most) {
        return new CompetenceRule(id, "Art. 9", licences, null, provinces, kinds, least, most);
    }

    private static List<String> competent(Set<String> licences, Set<String> provinces, String... kinds) {
        return CHINA.competentFor(new OperatorFacts(licences, Set.of(), provinces, Set.of(kinds))).stream()
                .map(found -> found.authority() + " " + found.rule().id())
                .toList();
    }

    @Test
    void the_number_of_provinces_routes_a_value_added_operator() {
        assertThat(competent(Set.of("B25"), Set.of("44"))).containsExactly("GDCA guangdong");
        assertThat(competent(Set.of("B25"), Set.of("44", "31"))).containsExactly("MIIT across-provinces");
    }

    @Test
    void one_operator_may_answer_to_several_authorities() {
        assertThat(competent(Set.of("B25"), Set.of("44", "31"), "app"))
                .containsExactly("MIIT across-provinces", "SHCA apps");
        assertThat(competent(Set.of("DOMAIN", "B25"), Set.of("44")))
                .containsExactly("MIIT domain-names", "GDCA guangdong");
        assertThat(competent(Set.of("B12"), Set.of("44"))).isEmpty();
    }

    @Test
    void who_has_no_rules_may_hold_any_case_and_who_has_only_those_it_covers() {
        OperatorFacts local = new OperatorFacts(Set.of("B25"), Set.of(), Set.of("44"), Set.of());
        assertThat(CHINA.mayHold("SZCA", local)).isTrue();
        assertThat(CHINA.mayHold("GDCA", local)).isTrue();
        assertThat(CHINA.mayHold("MIIT", local)).isFalse();
        assertThat(CHINA.mayHold("NOBODY", local)).isFalse();
    }

    @Test
    void the_common_superior_is_the_nearest_to_whom_both_answer() {
        assertThat(CHINA.commonSuperior("GDCA", "SHCA")).contains("MIIT");
        assertThat(CHINA.commonSuperior("SZCA", "GDCA")).contains("GDCA");
        assertThat(CHINA.commonSuperior("SZCA", "SHCA")).contains("MIIT");
        Hierarchy strangers =
                new Hierarchy(List.of(new Authority("A", null, List.of()), new Authority("B", null, List.of())));
        assertThat(strangers.commonSuperior("A", "B")).isEmpty();
    }

    @Test
    void nobody_answers_to_itself() {
        assertThat(CHINA.wouldCircle("MIIT", "SZCA")).isTrue();
        assertThat(CHINA.wouldCircle("MIIT", "MIIT")).isTrue();
        assertThat(CHINA.wouldCircle("SHCA", "GDCA")).isFalse();
    }

    @Test
    void everything_that_is_wrong_with_a_rule_is_told_at_once() {
        CompetenceRule flawed = new CompetenceRule(
                " ", null, List.of("B25", "B99"), null, Arrays.asList("44", null), List.of("abacus"), 3, 2);
        assertThat(flawed.flaws("/competence/0"))
                .extracting(Flaw::pointer)
                .containsExactly(
                        "/competence/0/id",
                        "/competence/0/legalSource",
                        "/competence/0/licenceClasses/1",
                        "/competence/0/provinces/1",
                        "/competence/0/systemKinds/0",
                        "/competence/0/mostProvinces");
    }
}
