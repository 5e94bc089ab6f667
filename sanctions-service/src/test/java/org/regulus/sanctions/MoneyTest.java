package org.regulus.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class MoneyTest {

    @Property
    void what_is_allowed_lies_between_least_and_most(@ForAll @LongRange(min = 0, max = 10_000_000) long minor) {
        assertThat(Laws.ORDER_11.allows(Money.of(minor, "CNY"), Optional.empty()))
                .isEqualTo(minor >= 500_000 && minor <= 3_000_000);
    }

    @Property
    void no_amount_of_another_currency_is_allowed(@ForAll @LongRange(min = 0) long minor) {
        assertThat(Laws.ORDER_11.allows(Money.of(minor, "USD"), Optional.empty()))
                .isFalse();
    }

    @Property
    void two_amounts_are_ordered_by_their_minor_units(
            @ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
        assertThat(Money.of(one, "CNY").isMoreThan(Money.of(other, "CNY"))).isEqualTo(one > other);
    }

    @Property
    void it_is_written_exactly(@ForAll @LongRange(min = 0) long minor) {
        String written = Money.of(minor, "CNY").toString();
        assertThat(written.replace(".", "").replace(" CNY", ""))
                .satisfies(digits -> assertThat(Long.parseLong(digits)).isEqualTo(minor));
    }

    @Example
    void it_is_never_negative_and_two_currencies_have_no_order() {
        assertThatThrownBy(() -> Money.of(-1, "CNY")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of(1, "CNY").isMoreThan(Money.of(1, "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Money.of(500_000, "CNY")).hasToString("5000.00 CNY");
        assertThat(Money.of(500, "JPY")).hasToString("500 JPY");
    }
}
