package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.by;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.rectification.Orders;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** Who may act, on which ground, and how much. */
class LawfulnessTest {

    @Test
    void the_one_who_proposes_neither_reviews_nor_decides() {
        refused("proceeding.same-person", () -> Proceedings.proposed().review(true, by("anna", NOON)));
        refused("proceeding.same-person", () -> decidedBy("anna"));
    }

    @Test
    void the_one_who_reviews_does_not_decide() {
        refused("proceeding.same-person", () -> decidedBy("rui"));
        assertThat(decidedBy("dan")).isNotNull();
    }

    @Test
    void the_parts_stay_apart_across_a_return() {
        refused("proceeding.same-person", () -> Proceedings.returned()
                .proposeAgain(Orders.overdue(), Proceedings.fine(TEN_THOUSAND), by("rui", NOON)));
        PenaltyProceeding again = Proceedings.returned()
                .proposeAgain(Orders.overdue(), Proceedings.fine(TEN_THOUSAND), by("bo", NOON))
                .proceeding();
        refused("proceeding.same-person", () -> again.review(true, by("anna", NOON)));
        refused("proceeding.same-person", () -> again.review(true, by("bo", NOON)));
        assertThat(again.review(true, by("rui", NOON))).isNotNull();
    }

    private static Change<?> decidedBy(String officer) {
        return Proceedings.waived()
                .decide(Outcome.FINE, TEN_THOUSAND, Laws.BOOK, Proceedings.CALENDAR, by(officer, NOON));
    }

    @Test
    void a_provision_that_supposes_a_refusal_needs_an_overdue_or_rejected_order() {
        assertThat(propose(Orders.overdue(), Proceedings.fine(TEN_THOUSAND))).isNotNull();
        assertThat(propose(Orders.rejected(), Proceedings.fine(TEN_THOUSAND))).isNotNull();
        refused("proceeding.refusal-not-established", () -> propose(Orders.ordered(), Proceedings.fine(TEN_THOUSAND)));
    }

    @Test
    void a_provision_for_the_first_breach_does_not() {
        Proposal first = new Proposal(
                Laws.FIRST_BREACH, LocalDate.of(2026, 2, 2), PenaltyKind.FINE, TEN_THOUSAND, "first breach");
        assertThat(propose(Orders.ordered(), first)).isNotNull();
        refused("proceeding.order-verified", () -> propose(Orders.verified(), first));
    }

    private static Change<?> propose(RectificationOrder order, Proposal proposal) {
        return PenaltyProceeding.propose(new ProceedingId(Orders.id(0xf1)), order, proposal, by("anna", NOON));
    }

    @Test
    void a_noticed_warning_cannot_become_a_fine_but_a_fine_can_become_a_warning_or_nothing() {
        PenaltyProceeding warning = PenaltyProceeding.propose(
                        new ProceedingId(Orders.id(0xf1)),
                        Orders.overdue(),
                        Proceedings.lawful(Proceedings.terms(PenaltyKind.WARNING, Laws.yuan(0))),
                        by("anna", NOON))
                .proceeding();
        PenaltyProceeding waived = warning.review(true, by("rui", NOON))
                .proceeding()
                .notice(Laws.BOOK, Proceedings.CALENDAR, NOON)
                .proceeding()
                .answer(Proceedings.WAIVER, NOON)
                .proceeding();
        refused("proceeding.penalty-worsened", () -> Proceedings.decide(waived, Outcome.FINE, Laws.yuan(5_000), NOON));
        assertThat(Proceedings.decide(waived, Outcome.NO_PENALTY, Laws.yuan(0), NOON))
                .isNotNull();
        assertThat(Proceedings.warned()).isNotNull();
    }

    @Test
    void a_warning_costs_nothing() {
        refused(
                "proceeding.warning-has-amount",
                () -> Proceedings.lawful(Proceedings.terms(PenaltyKind.WARNING, TEN_THOUSAND)));
        refused(
                "proceeding.warning-has-amount",
                () -> Proceedings.decide(Proceedings.waived(), Outcome.WARNING, TEN_THOUSAND, NOON));
    }

    @Test
    void the_law_is_that_of_the_day_of_the_act() {
        refused(
                "proceeding.provision-not-in-force",
                () -> Proceedings.lawful(new ProposalTerms(
                        "FIRST-BREACH", LocalDate.of(2019, 9, 17), PenaltyKind.FINE, TEN_THOUSAND, "x")));
        refused(
                "proceeding.provision-unknown",
                () -> Proceedings.lawful(
                        new ProposalTerms("NO-LAW", LocalDate.of(2019, 9, 17), PenaltyKind.FINE, TEN_THOUSAND, "x")));
    }

    @Test
    void all_flaws_of_a_proposal_come_at_once() {
        var terms = new ProposalTerms(
                "FIRST-BREACH", LocalDate.of(2026, 2, 2), PenaltyKind.WARNING, Money.of(5, "USD"), "x");
        assertThatThrownBy(() -> Proceedings.lawful(terms)).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.code()).isEqualTo("proceeding.invalid");
            assertThat(no.flaws())
                    .extracting(Refusal.Flaw::code)
                    .containsExactly(
                            "proceeding.act-in-future",
                            "proceeding.kind-not-allowed",
                            "proceeding.currency-differs",
                            "proceeding.warning-has-amount");
        });
    }
}
