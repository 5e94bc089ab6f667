package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.ProposalTerms.Weighing;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.edge.Shipped;

/** Whoever asks in another currency than that of the law is told so: it is no fault of this system. */
class CurrencyTest {

    private static final LocalDate ACT = LocalDate.of(2026, 2, 2);

    @Test
    void a_turnover_in_another_currency_than_the_law_is_a_flaw_and_no_fault() {
        refused("proceeding.currency-differs", () -> propose(Money.of(100, "USD"), Money.of(Long.MAX_VALUE, "USD")));
    }

    @Test
    void a_turnover_however_great_lifts_the_ceiling_in_the_currency_of_the_law() {
        Money much = Money.of(6_000_000_000L, "CNY");
        assertThat(propose(much, Money.of(Long.MAX_VALUE, "CNY")).amount()).isEqualTo(much);
        refused("proceeding.amount-out-of-range", () -> propose(much, Money.of(1, "CNY")));
    }

    private static Proposal propose(Money fine, Money turnover) {
        return new ProposalCheck(
                        Proceedings.terms(
                                "CN-PIPL-66-3",
                                List.of(),
                                ACT,
                                PenaltyKind.FINE,
                                fine,
                                "x",
                                new Weighing(Consequence.SERIOUS, Set.of(), Optional.of(turnover))),
                        Shipped.rules(),
                        ACT,
                        true)
                .lawful();
    }
}
