package org.regulus.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.FrameRules.Candidate;
import org.regulus.inspection.draw.FrameRules.Trait;
import org.regulus.inspection.draw.FrameRules.Weight;

class FrameRulesTest {

    private static final Candidate CLOUD =
            new Candidate("1", "44", "B11", List.of("public-cloud", "cdn"), 80, 0, 1, "C", UUID.randomUUID());
    private static final Candidate SHOP =
            new Candidate("2", "31", "B25", List.of("e-commerce"), 0, 1, 4, "", UUID.randomUUID());

    @Test
    void without_rules_every_case_is_a_unit_like_the_others() {
        var frame = FrameRules.EVERY_CASE.of(List.of(CLOUD, SHOP));
        assertThat(frame.units()).containsExactly(Unit.plain("1"), Unit.plain("2"));
        assertThat(frame.excluded()).isEmpty();
        assertThat(frame.units().get(0).line()).isEqualTo("1");
    }

    @Test
    void strata_are_made_of_traits_and_the_weight_leaves_a_chance_to_a_score_of_zero() {
        FrameRules rules = new FrameRules(
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                List.of(Trait.PROVINCE, Trait.KIND),
                Weight.RISK_SCORE,
                Map.of());
        assertThat(rules.of(List.of(CLOUD, SHOP)).units())
                .extracting(Unit::line)
                .containsExactly("1,44/cdn+public-cloud,81", "2,31/e-commerce,1");
        assertThat(Unit.parse("1,44/cdn+public-cloud,81")).isEqualTo(new Unit("1", "44/cdn+public-cloud", 81));
    }

    @Test
    void a_credit_class_makes_strata_and_weights_and_who_has_none_is_drawn_as_one_of_those() {
        FrameRules weights = byCredit(List.of(), Weight.CREDIT_CLASS, RATIOS);
        assertThat(weights.of(List.of(CLOUD, SHOP)).units())
                .extracting(Unit::line)
                .containsExactly("1,all,15,C", "2,all,4,none");
        FrameRules strata = byCredit(List.of(Trait.CREDIT_CLASS, Trait.PROVINCE), Weight.NONE, Map.of());
        assertThat(strata.of(List.of(CLOUD, SHOP)).units())
                .extracting(Unit::line)
                .containsExactly("1,C/44,1,C", "2,none/31,1,none");
        assertThat(Unit.parse("1,C/44,1,C")).isEqualTo(new Unit("1", "C/44", 1, "C"));
        assertThat(weights.published()).containsEntry("creditRatios", RATIOS);
        assertThat(strata.published()).doesNotContainKey("creditRatios");
    }

    @Test
    void weights_by_credit_class_and_only_they_need_a_ratio_for_each_class() {
        refused(() -> byCredit(List.of(), Weight.CREDIT_CLASS, Map.of()));
        refused(() -> byCredit(List.of(), Weight.CREDIT_CLASS, Map.of("A", 1, "B", 1, "C", 1, "D", 1)));
        refused(() -> byCredit(List.of(), Weight.RISK_SCORE, RATIOS));
    }

    private static final Map<String, Integer> RATIOS = Map.of("A", 1, "B", 4, "C", 15, "D", 75, "none", 4);

    private static FrameRules byCredit(List<Trait> strata, Weight weight, Map<String, Integer> ratios) {
        return new FrameRules(Set.of(), Set.of(), Set.of(), null, null, null, strata, weight, ratios);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable rules) {
        assertThatThrownBy(rules).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo("draw.credit-ratios"));
    }

    @Test
    void each_rule_keeps_out_and_says_how_many() {
        assertThat(excluded(Set.of("44"), null, null, null)).isEqualTo(Map.of("filter", 1));
        assertThat(excluded(Set.of(), 81, null, null)).isEqualTo(Map.of("filter", 2));
        assertThat(excluded(Set.of(), null, 3, null)).isEqualTo(Map.of("noRepeatMonths", 1));
        assertThat(excluded(Set.of(), null, null, 4)).isEqualTo(Map.of("yearlyCap", 1));
        assertThat(excluded(Set.of(), null, null, 1)).isEqualTo(Map.of("yearlyCap", 2));
    }

    /** All cases of the frame could be drawn: those of one operator keep to the rule together. */
    @Test
    void what_an_operator_has_in_the_frame_counts_like_what_was_inspected() {
        UUID operator = UUID.randomUUID();
        List<Candidate> three = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Candidate("" + i, "44", "B11", List.of(), 0, 0, 0, "", operator))
                .toList();
        assertThat(frame(null, 1, three).units()).extracting(Unit::id).containsExactly("1");
        assertThat(frame(null, 2, three).excluded()).isEqualTo(Map.of("yearlyCap", 1));
        assertThat(frame(3, null, three).excluded()).isEqualTo(Map.of("noRepeatMonths", 2));
        assertThat(FrameRules.EVERY_CASE.of(three).units()).hasSize(3);
        Map<UUID, Integer> before = new HashMap<>();
        FrameRules once = rules(null, 1);
        assertThat(once.of(three.subList(0, 1), before).units()).hasSize(1);
        assertThat(once.of(three.subList(1, 3), before).units()).isEmpty();
    }

    private static FrameRules.Admitted frame(Integer months, Integer cap, List<Candidate> candidates) {
        return rules(months, cap).of(candidates);
    }

    private static FrameRules rules(Integer months, Integer cap) {
        return new FrameRules(Set.of(), Set.of(), Set.of(), null, months, cap, List.of(), Weight.NONE, Map.of());
    }

    private static Map<String, Integer> excluded(Set<String> provinces, Integer risk, Integer months, Integer cap) {
        return new FrameRules(provinces, Set.of(), Set.of(), risk, months, cap, List.of(), Weight.NONE, Map.of())
                .of(List.of(CLOUD, SHOP))
                .excluded();
    }
}
