package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** What is heavier, and how a proceeding ends that imposes several penalties. */
class PenaltiesTest {

    private static final Optional<String> LI = Optional.of("Li");

    @Property
    void what_was_noticed_and_any_part_of_it_may_be_decided(@ForAll("penalties") List<Penalty> noticed) {
        Penalties all = together(noticed);
        assertThat(all.heavierThan(all)).isEmpty();
        for (Penalty one : noticed) {
            List<Penalty> rest = new ArrayList<>(noticed);
            rest.remove(one);
            assertThat(together(rest).heavierThan(all)).isEmpty();
        }
    }

    @Property
    void one_day_or_fen_more_than_was_noticed_is_heavier(@ForAll("penalties") List<Penalty> noticed) {
        for (Penalty one : noticed) {
            List<Penalty> worse = new ArrayList<>(noticed);
            one.sum().ifPresent(sum -> worse.add(with(one, new Measure.Sum(sum.plus(Laws.yuan(1_000_000))))));
            one.days().ifPresent(days -> worse.add(with(one, new Measure.Days(days + 1_000))));
            if (worse.size() > noticed.size()) {
                assertThat(together(worse).heavierThan(together(noticed))).isPresent();
            }
        }
    }

    @Property
    void what_becomes_of_one_touches_no_other_and_no_number(@ForAll("penalties") List<Penalty> penalties) {
        Penalties all = together(penalties);
        for (int number = 1; number <= penalties.size(); number++) {
            Penalty one = penalties.get(number - 1);
            Penalty lifted = Revision.lifted(number).of(one, "/");
            List<Penalty> expected = new ArrayList<>(penalties);
            expected.set(number - 1, lifted);
            assertThat(all.with(number, lifted).all()).isEqualTo(expected);
            assertThat(all.with(number, lifted).standing()).hasSize(penalties.size() - 1);
        }
    }

    @Example
    void the_outcome_follows_from_the_penalties() {
        Penalty suspension = new Penalty(PenaltyKind.SUSPENSION, new Measure.Days(30), Optional.empty());
        Penalty warning = Penalty.of(PenaltyKind.WARNING, Laws.yuan(0));
        Penalty ofLi = new Penalty(PenaltyKind.FINE, new Measure.Sum(Laws.yuan(1_000)), LI);
        assertThat(together(List.of()).outcome()).isEqualTo(Outcome.NO_PENALTY);
        assertThat(together(List.of(warning)).outcome()).isEqualTo(Outcome.WARNING);
        assertThat(together(List.of(warning, suspension)).outcome()).isEqualTo(Outcome.OTHER_PENALTY);
        assertThat(together(List.of(suspension, ofLi)).outcome()).isEqualTo(Outcome.FINE);
        assertThat(together(List.of(suspension, ofLi)).fine()).isEqualTo(Laws.yuan(0));
        assertThat(together(List.of(suspension, ofLi)).greatest()).isEqualTo(Laws.yuan(1_000));
    }

    @Example
    void another_addressee_and_another_kind_were_not_noticed_but_a_warning_is_lighter_than_anything() {
        Penalties noticed = Penalties.of(PenaltyKind.FINE, Laws.yuan(10_000));
        Penalty warning = Penalty.of(PenaltyKind.WARNING, Laws.yuan(0));
        assertThat(together(List.of(warning)).heavierThan(noticed)).isEmpty();
        assertThat(together(List.of(with(noticed.all().get(0), LI))).heavierThan(noticed))
                .isPresent();
        assertThat(together(List.of(Penalty.of(PenaltyKind.REVOCATION, Laws.yuan(0))))
                        .heavierThan(noticed))
                .isPresent();
    }

    @Provide
    Arbitrary<List<Penalty>> penalties() {
        Arbitrary<Measure> sums = Arbitraries.longs().between(1, 100_000).map(yuan -> new Measure.Sum(Laws.yuan(yuan)));
        Arbitrary<Measure> days = Arbitraries.integers().between(1, 365).map(Measure.Days::new);
        Arbitrary<Optional<String>> person = Arbitraries.of(Optional.empty(), LI);
        return Arbitraries.oneOf(
                        Combinators.combine(sums, person).as((sum, who) -> new Penalty(PenaltyKind.FINE, sum, who)),
                        Combinators.combine(days, person)
                                .as((term, who) -> new Penalty(
                                        who.isPresent() ? PenaltyKind.OCCUPATION_BAN : PenaltyKind.SUSPENSION,
                                        term,
                                        who)),
                        Arbitraries.just(Penalty.of(PenaltyKind.REVOCATION, Laws.yuan(0))))
                .list()
                .ofMaxSize(5);
    }

    private static Penalties together(List<Penalty> further) {
        return new Penalties(Optional.empty(), further, Laws.yuan(0).currency());
    }

    private static Penalty with(Penalty like, Measure measure) {
        return new Penalty(like.kind(), measure, like.person());
    }

    private static Penalty with(Penalty like, Optional<String> person) {
        return new Penalty(like.kind(), like.measure(), person);
    }
}
