package org.regulus.sanctions.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.sanctions.rectification.Orders.FINDING;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.rectification.OrderTerms.Term;

class OrderTermsTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);

    @Test
    void an_item_ends_with_its_day_in_the_regulators_zone() {
        var order = Orders.made(Orders.terms(new Term(FINDING, "x", TODAY.plusDays(1))))
                .order();
        assertThat(order.items().get(0).dueAt()).isEqualTo(Instant.parse("2019-09-03T16:00:00Z"));
    }

    @Test
    void all_flaws_come_at_once() {
        var terms = Orders.terms(
                new Term(FINDING, "x", TODAY),
                new Term(FINDING, "y", TODAY.plusDays(1)),
                new Term(Orders.id(9), "z", TODAY.minusDays(1)));
        assertThatThrownBy(() -> Orders.made(terms)).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.code()).isEqualTo("order.invalid");
            assertThat(no.flaws())
                    .extracting(Refusal.Flaw::pointer, Refusal.Flaw::code)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("/items/0/dueOn", "order.due-in-past"),
                            org.assertj.core.groups.Tuple.tuple("/items/1/findingId", "order.finding-twice"),
                            org.assertj.core.groups.Tuple.tuple("/items/2/findingId", "order.finding-unknown"),
                            org.assertj.core.groups.Tuple.tuple("/items/2/dueOn", "order.due-in-past"));
        });
    }
}
