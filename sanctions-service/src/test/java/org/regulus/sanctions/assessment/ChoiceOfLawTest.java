package org.regulus.sanctions.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.assessment.ChoiceOfLaw.Reason;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.FineRange;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** The law of the day of the act, unless the newer is lighter (Penalty Law, Art. 37). */
class ChoiceOfLawTest {

    private static final LocalDate ACT = LocalDate.of(2019, 9, 17);
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
    private static final Facts REFUSED = facts(true);
    private static final Provision OLD = version("OLD", "2010-01-01", "2025-12-31", 5_000, 30_000);

    private static final Principle BY =
            new Principle(Principle.CHOICE_OF_LAW, "某法第三十七条", new Provenance("a law, Art. 37", true));

    @Test
    void a_heavier_newer_law_does_not_reach_back() {
        ChoiceOfLaw choice = choose(REFUSED, OLD, version("NEW", "2026-01-01", null, 5_000, 30_001));
        assertThat(choice.reason()).isEqualTo(Reason.OLDER_NOT_HEAVIER);
        assertThat(choice.applied()).contains(OLD);
        assertThat(choice.passedOver().orElseThrow().id()).isEqualTo("NEW");
    }

    @Test
    void a_lighter_newer_law_does() {
        assertThat(appliedOf(version("NEW", "2026-01-01", null, 5_000, 29_999))).contains("NEW");
        assertThat(appliedOf(version("NEW", "2026-01-01", null, 4_999, 30_000))).contains("NEW");
    }

    @Test
    void an_equal_newer_law_changes_nothing() {
        assertThat(appliedOf(version("NEW", "2026-01-01", null, 5_000, 30_000))).contains("OLD");
    }

    @Test
    void the_same_version_is_simply_applied() {
        Provision both = version("BOTH", "2010-01-01", null, 5_000, 30_000);
        assertThat(choose(REFUSED, both).reason()).isEqualTo(Reason.UNCHANGED);
    }

    @Test
    void a_newer_law_that_asks_for_more_before_it_punishes_is_lighter_where_that_is_missing() {
        Provision first = new Provision(
                "OLD",
                "Art. 1",
                OLD.validity(),
                OLD.breach(),
                OLD.kinds(),
                OLD.fine(),
                org.regulus.sanctions.ruleset.Precondition.NONE,
                OLD.provenance());
        ChoiceOfLaw choice = choose(facts(false), first, version("NEW", "2026-01-01", null, 50_000, 90_000));
        assertThat(choice.reason()).isEqualTo(Reason.NEWER_ALLOWS_NOTHING);
        assertThat(choice.applied()).isEmpty();
    }

    @Test
    void what_was_not_punishable_then_stays_so() {
        ChoiceOfLaw choice = choose(REFUSED, version("NEW", "2026-01-01", null, 5_000, 30_000));
        assertThat(choice.reason()).isEqualTo(Reason.NOT_PUNISHABLE_THEN);
        assertThat(choice.applied()).isEmpty();
    }

    @Test
    void a_law_that_the_book_does_not_carry_on_is_not_taken_for_repealed() {
        ChoiceOfLaw choice = choose(REFUSED, OLD);
        assertThat(choice.reason()).isEqualTo(Reason.NEWER_UNKNOWN);
        assertThat(choice.applied()).contains(OLD);
    }

    @Test
    void the_choice_is_explained_with_its_source() {
        Step step = choose(REFUSED, OLD, version("NEW", "2026-01-01", null, 5_000, 90_000))
                .explained(OLD.breach(), ACT, TODAY, BY);
        assertThat(step.says())
                .isEqualTo(
                        "ORDER-11, act of 2019-09-17, looked at on 2026-02-02: the newer version is not lighter, so that of"
                                + " the day of the act applies; applied: Order 11, Art. 22 (allows at most fine; a fine from 5000.00 CNY to 30000.00 CNY);"
                                + " passed over: Order 11, Art. 22 (allows at most fine; a fine from 5000.00 CNY to 90000.00 CNY)");
        assertThat(step.zh()).isEqualTo("行为发生于2019年9月17日，审查之日为2026年2月2日：新规定处罚不较轻，适用行为发生时的规定（某法第三十七条）");
        assertThat(step.source()).isEqualTo(BY.provenance());
    }

    private static Optional<String> appliedOf(Provision newer) {
        return choose(REFUSED, OLD, newer).applied().map(Provision::id);
    }

    private static ChoiceOfLaw choose(Facts facts, Provision... laws) {
        var book = new RuleBook(List.of(
                Laws.set("laws", List.of(laws), null), Laws.BOOK.set("2021").orElseThrow()));
        return ChoiceOfLaw.of(book, OLD.breach(), facts, ACT, TODAY);
    }

    private static Provision version(String id, String from, String to, long least, long most) {
        return Laws.version(Laws.ORDER_11, id, from, to, FineRange.of(Laws.yuan(least), Laws.yuan(most)));
    }

    static Facts facts(boolean refused) {
        return new Facts(Addressee.OPERATOR, refused, Consequence.NONE, Set.of(), Optional.empty());
    }
}
