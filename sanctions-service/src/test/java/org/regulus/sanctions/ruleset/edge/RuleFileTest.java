package org.regulus.sanctions.ruleset.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** The rules that are shipped. */
class RuleFileTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 8, 1);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 8, 1);
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final RuleBook shipped = RuleFile.load("/rules/cn.json", JSON);

    @Test
    void order_11_fines_from_5000_to_30000_after_a_refusal() {
        Provision law = shipped.provision("CN-ORDER-11-22", IN_2019).orElseThrow();
        assertThat(law.least()).isEqualTo(Laws.yuan(5_000));
        assertThat(law.most()).isEqualTo(Laws.yuan(30_000));
        assertThat(law.needsRefusal()).isTrue();
        assertThat(law.kinds()).containsExactlyInAnyOrder(PenaltyKind.WARNING, PenaltyKind.FINE);
    }

    @Test
    void the_cybersecurity_law_changed_on_1_january_2026() {
        Provision old = shipped.provision("CN-CSL-2017-59", IN_2019).orElseThrow();
        assertThat(old.least()).isEqualTo(Laws.yuan(10_000));
        assertThat(old.most()).isEqualTo(Laws.yuan(100_000));
        assertThat(old.needsRefusal()).isTrue();
        assertThat(shipped.provision("CN-CSL-2017-59", IN_2026)).isEmpty();
        assertThat(shipped.provision("CN-CSL-2026-61-1", IN_2019)).isEmpty();
        assertThat(shipped.provision("CN-CSL-2026-61-1", IN_2026).orElseThrow().needsRefusal())
                .isFalse();
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
        assertThat(then.days()).isEqualTo(3);
        assertThat(then.unit()).isEqualTo(Period.Unit.CALENDAR);
        assertThat(now.days()).isEqualTo(5);
        assertThat(now.unit()).isEqualTo(Period.Unit.WORKING);
        assertThat(shipped.procedureOn(IN_2026).payment().days()).isEqualTo(15);
    }

    @Test
    void a_file_that_is_wrong_is_refused_by_name() {
        assertThatThrownBy(() -> RuleFile.load("/rules/absent.json", JSON)).hasMessageContaining("/rules/absent.json");
        assertThatThrownBy(() -> RuleFile.load("/rules/overlap.json", JSON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/rules/overlap.json: A has two versions");
        assertThatThrownBy(() -> RuleFile.load("/rules/unknown-field.json", JSON))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/rules/unknown-field.json");
    }
}
