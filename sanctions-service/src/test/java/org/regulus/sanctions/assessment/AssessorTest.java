package org.regulus.sanctions.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Autumn2019;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Assessment.Verdict;
import org.regulus.sanctions.assessment.Assessor.Question;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.edge.Shipped;

/** What the shipped rules say of acts that a lawyer can check by hand. */
class AssessorTest {

    private static final String DUTIES = "network-protection-duties";
    private static final LocalDate IN_2019 = LocalDate.of(2019, 9, 17);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 2, 2);

    @Test
    void of_two_provisions_on_one_act_the_one_with_the_higher_fine_is_applied_and_both_are_kept() {
        Assessment found = assess(IN_2019, true, Consequence.NONE);
        assertThat(found.applied().map(Provision::id)).contains("CN-CSL-2017-59");
        assertThat(found.alsoUnder()).extracting(Provision::id).containsExactly("CN-ORDER-11-22");
        assertThat(found.range().most()).contains(Laws.yuan(100_000));
        assertThat(found.steps()).extracting(Step::code).contains("one-fine");
    }

    @Test
    void the_first_breach_was_warned_and_is_fined_since_2026() {
        assertThat(assess(IN_2019, false, Consequence.NONE).range().most()).isEmpty();
        assertThat(assess(IN_2026, false, Consequence.NONE).range().most()).contains(Laws.yuan(50_000));
    }

    @Test
    void of_several_tiers_the_gravest_that_is_fulfilled_applies() {
        assertThat(id(assess(IN_2026, true, Consequence.NONE))).isEqualTo("CN-CSL-2026-61-2");
        assertThat(id(assess(IN_2026, false, Consequence.HARM))).isEqualTo("CN-CSL-2026-61-2");
        assertThat(id(assess(IN_2026, true, Consequence.SERIOUS))).isEqualTo("CN-CSL-2026-61-3");
        assertThat(id(assess(IN_2026, true, Consequence.PARTICULARLY_SERIOUS))).isEqualTo("CN-CSL-2026-61-4");
    }

    @Test
    void five_per_cent_of_the_turnover_where_that_is_more() {
        var huge = new Facts(
                Addressee.OPERATOR, true, Consequence.SERIOUS, Set.of(), Optional.of(Laws.yuan(2_000_000_000)));
        Assessment found = ask("personal-information", huge, IN_2026);
        assertThat(found.applied().map(Provision::id)).contains("CN-PIPL-66-3");
        assertThat(found.range().most()).contains(Laws.yuan(100_000_000));
    }

    @Test
    void critical_infrastructure_has_its_own_tier_and_falls_back_to_the_general_one() {
        var critical = new Facts(Addressee.CRITICAL_OPERATOR, true, Consequence.NONE, Set.of(), Optional.empty());
        Assessment found = ask(DUTIES, critical, IN_2026);
        assertThat(id(found)).isEqualTo("CN-CSL-2026-61-2-CII");
        assertThat(found.alsoUnder()).extracting(Provision::id).contains("CN-ORDER-11-22");
    }

    @Test
    void discretion_first_and_then_the_range() {
        assertThat(circumstances("minor", "promptly-corrected", "no-harm").verdict())
                .isEqualTo(Verdict.MUST_NOT_PUNISH);
        assertThat(circumstances("first-offence", "slight-harm", "promptly-corrected")
                        .verdict())
                .isEqualTo(Verdict.MAY_NOT_PUNISH);
        assertThat(circumstances("minor", "promptly-corrected").verdict()).isEqualTo(Verdict.PENALTY);
        Assessment mitigated = circumstances("meritorious-help");
        assertThat(mitigated.range().least()).contains(Laws.yuan(50_000));
        assertThat(mitigated.range().most()).contains(Laws.yuan(275_000));
    }

    @Test
    void an_act_is_pursued_for_two_years() {
        Facts facts = ChoiceOfLawTest.facts(true);
        LocalDate act = LocalDate.of(2022, 3, 1);
        assertThat(on(act, LocalDate.of(2024, 3, 1), facts).verdict()).isEqualTo(Verdict.PENALTY);
        assertThat(on(act, LocalDate.of(2024, 3, 2), facts).verdict()).isEqualTo(Verdict.TIME_BARRED);
    }

    @Test
    void what_no_provision_threatens_is_not_punishable() {
        Assessment found = ask("data-protection-duties", ChoiceOfLawTest.facts(true), IN_2019);
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_PUNISHABLE);
        assertThat(found.applied()).isEmpty();
    }

    @Test
    void the_gates_open_at_their_thresholds() {
        assertThat(assess(IN_2026, true, Consequence.NONE).gates())
                .containsExactly("legal-review", "hearing", "collective-discussion", "publication");
        assertThat(assess(IN_2026, false, Consequence.NONE).gates()).containsExactly("publication");
        assertThat(ask(
                                "data-export",
                                new Facts(
                                        Addressee.OPERATOR,
                                        false,
                                        Consequence.NONE,
                                        Set.of("complex"),
                                        Optional.empty()),
                                IN_2026)
                        .gates())
                .contains("collective-discussion");
    }

    @Test
    void another_regime_is_asked_in_its_own_money() {
        var asked = new Question(
                "EU",
                Set.of("cybersecurity-risk-management"),
                new Facts(
                        Addressee.OPERATOR,
                        false,
                        Consequence.NONE,
                        Set.of(),
                        Optional.of(Money.of(100_000_000_000L, "EUR"))),
                IN_2026,
                IN_2026);
        assertThat(Assessor.assess(Shipped.rules(), new Autumn2019(), asked)
                        .range()
                        .most())
                .contains(Money.of(1_400_000_000L, "EUR"));
    }

    private static Assessment circumstances(String... named) {
        return ask(
                DUTIES,
                new Facts(Addressee.OPERATOR, true, Consequence.NONE, Set.of(named), Optional.empty()),
                IN_2026);
    }

    private static String id(Assessment found) {
        return found.applied().orElseThrow().id();
    }

    private static Assessment assess(LocalDate day, boolean refused, Consequence consequence) {
        return ask(DUTIES, new Facts(Addressee.OPERATOR, refused, consequence, Set.of(), Optional.empty()), day);
    }

    private static Assessment ask(String conduct, Facts facts, LocalDate day) {
        return Assessor.assess(
                Shipped.rules(), new Autumn2019(), new Question(RuleBook.HOME, Set.of(conduct), facts, day, day));
    }

    private static Assessment on(LocalDate act, LocalDate today, Facts facts) {
        return Assessor.assess(
                Shipped.rules(), new Autumn2019(), new Question(RuleBook.HOME, Set.of(DUTIES), facts, act, today));
    }
}
