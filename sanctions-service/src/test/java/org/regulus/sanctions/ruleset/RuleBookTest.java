package org.regulus.sanctions.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;

class RuleBookTest {

    private static final Provenance TEXT = new Provenance("the text", true);
    private static final RuleSet ALWAYS =
            Laws.set("always", List.of(), Laws.procedure("always", "2000-01-01", null, 3, Period.Unit.WORKING));

    @Test
    void a_provision_is_found_as_it_stood_on_the_day() {
        var book = book(law("2010-01-01", "2019-12-31", 100), law("2020-01-01", null, 200));
        assertThat(book.provision("LAW", LocalDate.of(2019, 12, 31))
                        .orElseThrow()
                        .most()
                        .minor())
                .isEqualTo(100);
        assertThat(book.provision("LAW", LocalDate.of(2020, 1, 1))
                        .orElseThrow()
                        .most()
                        .minor())
                .isEqualTo(200);
        assertThat(book.provision("LAW", LocalDate.of(2009, 12, 31))).isEmpty();
        assertThat(book.knows("LAW")).isTrue();
        assertThat(book.knows("OTHER")).isFalse();
    }

    @Test
    void two_versions_of_a_provision_cannot_be_law_on_the_same_day() {
        assertThatThrownBy(() -> book(law("2010-01-01", "2020-01-01", 100), law("2020-01-01", null, 200)))
                .hasMessageContaining("LAW has two versions");
        assertThatThrownBy(() -> new RuleBook(List.of(
                        Laws.set("a", List.of(law("2010-01-01", null, 1)), null),
                        ALWAYS,
                        Laws.set("b", List.of(), ALWAYS.procedure().orElseThrow()))))
                .hasMessageContaining("The procedure has two versions");
    }

    @Test
    void a_rule_that_contradicts_itself_is_no_rule() {
        assertThatThrownBy(() -> new Validity(LocalDate.of(2020, 1, 2), Optional.of(LocalDate.of(2020, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> law("2010-01-01", null, 0)).hasMessageContaining("a fine of nothing");
        assertThatThrownBy(() -> new Provenance(" ", true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(0, Period.Unit.WORKING, TEXT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleBook(List.of(ALWAYS))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleBook(List.of(ALWAYS, ALWAYS))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FineRange(Money.of(2, "CNY"), Money.of(1, "CNY"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_known_procedure_nothing_can_be_imposed() {
        assertThatThrownBy(() -> Laws.BOOK.procedureOn(LocalDate.of(2001, 1, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Laws.BOOK.procedureOn(LocalDate.of(2021, 7, 14)).id()).isEqualTo("2017");
        assertThat(Laws.BOOK.procedureOn(LocalDate.of(2021, 7, 15)).id()).isEqualTo("2021");
    }

    private static RuleBook book(Provision... laws) {
        return new RuleBook(List.of(Laws.set("laws", List.of(laws), null), ALWAYS));
    }

    private static Provision law(String from, String to, long most) {
        return Laws.version(Laws.ORDER_11, "LAW", from, to, FineRange.of(Money.of(0, "CNY"), Money.of(most, "CNY")));
    }
}
