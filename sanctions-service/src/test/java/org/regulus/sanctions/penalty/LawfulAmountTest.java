package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.regulus.sanctions.Money;

/** How much, for any amount. In a class of its own: two test engines in one class hide each other's report. */
class LawfulAmountTest {

    @Property
    void a_proposed_fine_lies_within_the_provision(@ForAll @LongRange(min = 0, max = 5_000_000) long minor) {
        Money amount = Money.of(minor, "CNY");
        if (minor < 500_000 || minor > 3_000_000) {
            refused("proceeding.amount-out-of-range", () -> Proceedings.fine(amount));
        } else {
            assertThat(Proceedings.fine(amount).amount()).isEqualTo(amount);
        }
    }

    @Property
    void a_decided_fine_never_exceeds_the_noticed_one(@ForAll @LongRange(min = 500_000, max = 3_000_000) long minor) {
        Money amount = Money.of(minor, "CNY");
        if (amount.isMoreThan(TEN_THOUSAND)) {
            refused(
                    "proceeding.penalty-worsened",
                    () -> Proceedings.decide(Proceedings.waived(), Outcome.FINE, amount, NOON));
        } else {
            assertThat(Proceedings.decide(Proceedings.waived(), Outcome.FINE, amount, NOON)
                            .event()
                            .decision()
                            .amount())
                    .isEqualTo(amount);
        }
    }
}
