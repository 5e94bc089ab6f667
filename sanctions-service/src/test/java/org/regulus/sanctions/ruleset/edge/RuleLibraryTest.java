package org.regulus.sanctions.ruleset.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.Precondition;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.RuleSet;

/** The rules that are shipped. */
class RuleLibraryTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 8, 1);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 8, 1);
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final RuleBook shipped = new RuleLibrary(JSON).open("/rules");

    @Test
    void order_11_fines_from_5000_to_30000_after_a_refusal() {
        Provision law = shipped.provision("CN-ORDER-11-22", IN_2019).orElseThrow();
        assertThat(law.least()).isEqualTo(Laws.yuan(5_000));
        assertThat(law.most()).isEqualTo(Laws.yuan(30_000));
        assertThat(law.precondition()).isEqualTo(Precondition.REFUSAL);
        assertThat(law.kinds()).containsExactlyInAnyOrder(PenaltyKind.WARNING, PenaltyKind.FINE);
    }

    @Test
    void the_cybersecurity_law_changed_on_1_january_2026() {
        Provision old = shipped.provision("CN-CSL-2017-59", IN_2019).orElseThrow();
        assertThat(old.least()).isEqualTo(Laws.yuan(10_000));
        assertThat(old.most()).isEqualTo(Laws.yuan(100_000));
        assertThat(old.precondition()).isEqualTo(Precondition.REFUSAL_OR_HARM);
        assertThat(shipped.provision("CN-CSL-2017-59", IN_2026)).isEmpty();
        assertThat(shipped.provision("CN-CSL-2026-61-1", IN_2019)).isEmpty();
        assertThat(shipped.provision("CN-CSL-2026-61-1", IN_2026).orElseThrow().precondition())
                .isEqualTo(Precondition.NONE);
    }

    @Test
    void what_was_not_checked_against_the_text_says_so() {
        assertThat(shipped.provision("CN-CSL-2026-61-3", IN_2026)
                        .orElseThrow()
                        .provenance()
                        .verified())
                .isFalse();
        assertThat(shipped.procedureOn(IN_2019).defence().provenance().verified())
                .isFalse();
        assertThat(shipped.provisionsOn(IN_2026))
                .allSatisfy(law -> assertThat(law.provenance().source()).isNotBlank());
    }

    @Test
    void the_time_to_answer_was_three_days_and_is_five_working_days() {
        Period then = shipped.procedureOn(IN_2019).defence();
        Period now = shipped.procedureOn(IN_2026).defence();
        assertThat(then.length()).isEqualTo(3);
        assertThat(then.unit()).isEqualTo(Period.Unit.CALENDAR);
        assertThat(now.length()).isEqualTo(5);
        assertThat(now.unit()).isEqualTo(Period.Unit.WORKING);
        assertThat(shipped.procedureOn(IN_2026).payment().length()).isEqualTo(15);
    }

    @Test
    void every_provision_and_conduct_has_its_words_in_chinese() {
        shipped.sets().forEach(set -> set.provisions().forEach(law -> {
            assertThat(shipped.articleInChinese(law))
                    .startsWith("《")
                    .contains("条")
                    .isNotEqualTo(law.article());
            assertThat(shipped.conductNamed(law.breach().conduct()).zh()).doesNotContainPattern("[A-Za-z]");
        }));
        assertThat(shipped.conductNamed("of-another-planet").en()).isEqualTo("of-another-planet");
        assertThat(shipped.principle(Principle.NEVER_WORSE, "EU", IN_2026)
                        .provenance()
                        .verified())
                .isFalse();
    }

    @Test
    void every_rule_set_that_the_brief_names_is_there_and_says_what_is_unverified() {
        assertThat(shipped.sets())
                .extracting(RuleSet::id)
                .containsExactly(
                        "CN-ALGORITHM-2022",
                        "CN-APL-2021",
                        "CN-CSL-2017",
                        "CN-CSL-2026",
                        "CN-DSL",
                        "CN-MIIT-2019",
                        "CN-ORDER-11",
                        "CN-PIPL",
                        "CN-QUALITY-279",
                        "EU-NIS2");
        assertThat(shipped.set("CN-DSL").orElseThrow().unverified()).isZero();
        assertThat(shipped.set("CN-MIIT-2019").orElseThrow().unverified()).isPositive();
    }

    @Test
    void criticism_and_the_lowering_of_a_licence_are_there_as_general_knowledge() {
        Provision criticism =
                shipped.provision("CN-ALGORITHM-2022-31-1", IN_2026).orElseThrow();
        assertThat(criticism.allows(PenaltyKind.PUBLIC_CRITICISM)).isTrue();
        assertThat(criticism.provenance().verified()).isFalse();
        assertThat(shipped.provision("CN-ALGORITHM-2022-31-1", IN_2019)).isEmpty();
        Provision downgrade = shipped.provision("CN-QUALITY-279-67", IN_2026).orElseThrow();
        assertThat(downgrade.allows(PenaltyKind.DOWNGRADE)).isTrue();
        assertThat(downgrade.provenance().verified()).isFalse();
        Set<PenaltyKind> lowered = Set.of(PenaltyKind.DOWNGRADE);
        for (String gate : List.of(Gate.HEARING, Gate.LEGAL_REVIEW, Gate.COLLECTIVE_DISCUSSION, Gate.PUBLICATION)) {
            assertThat(shipped.procedureOn(IN_2026).isDue(gate, lowered, Laws.yuan(0), Set.of()))
                    .as(gate)
                    .isTrue();
        }
        Set<PenaltyKind> criticised = Set.of(PenaltyKind.PUBLIC_CRITICISM);
        assertThat(shipped.procedureOn(IN_2026).isDue(Gate.HEARING, criticised, Laws.yuan(0), Set.of()))
                .isFalse();
        assertThat(shipped.procedureOn(IN_2026).isDue(Gate.PUBLICATION, criticised, Laws.yuan(0), Set.of()))
                .isTrue();
    }

    @Test
    void rules_of_the_installation_stand_beside_what_is_shipped() {
        RuleBook both = new RuleLibrary(JSON).open("/rules", "/rules-of-tests");
        assertThat(both.provision("CN-TEST-2018-1", IN_2019)).isPresent();
        assertThat(both.provision("CN-ORDER-11-22", IN_2019)).isPresent();
        assertThat(both.procedureOn(LocalDate.of(2017, 10, 9)).outcome("other-penalty"))
                .isEmpty();
    }

    @Test
    void what_no_code_knows_is_law_all_the_same() {
        Provision nis2 = shipped.provision("EU-NIS2-34-ESSENTIAL", IN_2026).orElseThrow();
        assertThat(nis2.fine().most(Optional.of(Money.of(100_000_000_000L, "EUR"))))
                .isEqualTo(Money.of(2_000_000_000L, "EUR"));
        assertThat(nis2.fine().most(Optional.of(Money.of(100, "EUR")))).isEqualTo(Money.of(1_000_000_000L, "EUR"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            absent             | There is no rule file
            unknown-field      | colour
            no-source          | source
            fine-without-range | fine
            needs-a-limit      | needs the limits
            limit-twice        | is there twice
            """)
    void a_file_that_is_wrong_is_refused_by_name(String file, String complaint) {
        String resource = "/rules/%s.json".formatted(file);
        assertThatThrownBy(() -> new RuleLibrary(JSON).read(resource))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(resource)
                .hasMessageContaining(complaint);
    }
}
