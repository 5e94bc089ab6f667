package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.edge.Shipped;

/** An act that nobody found for two years is not punished any more; where it did harm, for five. */
class LimitationTest {

    private static final LocalDate ACT = LocalDate.of(2019, 9, 16);

    @Test
    void it_runs_from_the_act_to_the_day_on_which_it_was_found() {
        Proposal last = found(LocalDate.of(2021, 9, 16), Consequence.NONE);
        assertThat(last.explanation())
                .filteredOn(step -> step.code().equals("limitation"))
                .extracting(Step::says)
                .containsExactly("the act of 2019-09-16 may be pursued until 2021-09-16: in time");
        refused("proceeding.limitation-over", () -> found(LocalDate.of(2021, 9, 17), Consequence.NONE));
    }

    @Test
    void it_is_longer_where_the_act_did_harm() {
        assertThat(found(LocalDate.of(2024, 9, 16), Consequence.HARM)).isNotNull();
        refused("proceeding.limitation-over", () -> found(LocalDate.of(2024, 9, 17), Consequence.HARM));
    }

    private static Proposal found(LocalDate on, Consequence consequence) {
        return new ProposalCheck(
                        Proceedings.terms(
                                "CN-ORDER-11-22",
                                List.of(),
                                ACT,
                                PenaltyKind.FINE,
                                Laws.yuan(10_000),
                                "x",
                                new ProposalTerms.Weighing(consequence, Set.of(), Optional.empty())),
                        Shipped.rules(),
                        LocalDate.of(2024, 12, 2),
                        true)
                .found(on, Proceedings.CALENDAR)
                .lawful();
    }
}
