package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.by;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.penalty.ProposalTerms.Weighing;
import org.regulus.sanctions.rectification.Orders;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.FineRange;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.edge.Shipped;

/** Who may act, on which ground, and how much. */
class LawfulnessTest {

    @Test
    void a_provision_that_supposes_a_refusal_needs_an_overdue_or_rejected_order() {
        assertThat(propose(Orders.overdue(), Proceedings.fine(TEN_THOUSAND))).isNotNull();
        assertThat(propose(Orders.rejected(), Proceedings.fine(TEN_THOUSAND))).isNotNull();
        refused("proceeding.refusal-not-established", () -> propose(Orders.ordered(), Proceedings.fine(TEN_THOUSAND)));
    }

    @Test
    void a_provision_for_the_first_breach_does_not() {
        Proposal first = ProposalMoves.lawful(
                Proceedings.terms(
                        "FIRST-BREACH", LocalDate.of(2026, 2, 2), PenaltyKind.FINE, TEN_THOUSAND, "first breach"),
                Laws.BOOK,
                Proceedings.CALENDAR,
                Instant.parse("2026-03-02T02:00:00Z"),
                Orders.ordered());
        assertThat(propose(Orders.ordered(), first)).isNotNull();
        refused("proceeding.order-verified", () -> propose(Orders.verified(), first));
    }

    private static Change<?> propose(RectificationOrder order, Proposal proposal) {
        return ProposalMoves.propose(
                new ProceedingId(Orders.id(0xf1)), order, proposal, LocalDate.of(2019, 10, 8), by("anna", NOON));
    }

    @Test
    void a_noticed_warning_cannot_become_a_fine_but_a_fine_can_become_a_warning_or_nothing() {
        PenaltyProceeding warning = ProposalMoves.propose(
                        new ProceedingId(Orders.id(0xf1)),
                        Orders.overdue(),
                        Proceedings.lawful(Proceedings.terms(PenaltyKind.WARNING, Laws.yuan(0))),
                        LocalDate.of(2019, 10, 8),
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
                () -> Proceedings.lawful(Proceedings.terms(
                        "FIRST-BREACH", LocalDate.of(2019, 9, 17), PenaltyKind.FINE, TEN_THOUSAND, "x")));
        refused(
                "proceeding.provision-unknown",
                () -> Proceedings.lawful(
                        Proceedings.terms("NO-LAW", LocalDate.of(2019, 9, 17), PenaltyKind.FINE, TEN_THOUSAND, "x")));
    }

    @Test
    void all_flaws_of_a_proposal_come_at_once() {
        var terms = Proceedings.terms(
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

    @Test
    void the_law_that_became_lighter_since_the_act_must_be_named() {
        refused("proceeding.newer-law-lighter", () -> later("ORDER-11", "5,000 to 20,000"));
        assertThat(later("ORDER-11-NEW", "5,000 to 20,000").provision().id()).isEqualTo("ORDER-11-NEW");
        assertThat(later("ORDER-11", "heavier").provision().id()).isEqualTo("ORDER-11");
        refused("proceeding.provision-not-in-force", () -> later("ORDER-11-NEW", "heavier"));
    }

    /** An act of 2019, proposed in 2022, when Order 11 has a new version. */
    private static Proposal later(String provision, String version) {
        FineRange newer = version.equals("heavier")
                ? FineRange.of(Laws.yuan(5_000), Laws.yuan(90_000))
                : FineRange.of(Laws.yuan(5_000), Laws.yuan(20_000));
        var old = Laws.version(Laws.ORDER_11, "ORDER-11", "2010-03-01", "2021-12-31", Laws.ORDER_11.fine());
        var book = new RuleBook(List.of(
                Laws.set(
                        "laws",
                        List.of(old, Laws.version(Laws.ORDER_11, "ORDER-11-NEW", "2022-01-01", null, newer)),
                        null),
                Laws.BOOK.set("2021").orElseThrow()));
        return ProposalMoves.lawful(
                Proceedings.terms(
                        provision, LocalDate.of(2019, 9, 17), PenaltyKind.FINE, TEN_THOUSAND, "not rectified"),
                book,
                Proceedings.CALENDAR,
                Instant.parse("2022-03-01T02:00:00Z"),
                Orders.overdue());
    }

    @Test
    void one_act_under_two_provisions_is_fined_once_under_the_higher_and_both_are_kept() {
        refused("proceeding.higher-fine-elsewhere", () -> both("CN-ORDER-11-22", "CN-CSL-2017-59"));
        Proposal higher = both("CN-CSL-2017-59", "CN-ORDER-11-22");
        assertThat(higher.alsoUnder()).extracting(Provision::id).containsExactly("CN-ORDER-11-22");
        assertThat(higher.explanation()).extracting(Step::code).contains("one-fine");
        refused("proceeding.provision-not-in-force", () -> both("CN-CSL-2017-59", "CN-CSL-2026-61-2"));
    }

    private static Proposal both(String provision, String other) {
        return shipped(provision, List.of(other), LocalDate.of(2019, 10, 8), Set.of());
    }

    @Test
    void circumstances_forbid_a_penalty_or_make_it_lighter() {
        LocalDate today = LocalDate.of(2026, 2, 2);
        refused("proceeding.must-not-punish", () -> shipped("CN-CSL-2026-61-1", List.of(), today, Set.of("no-fault")));
        refused(
                "proceeding.circumstance-unknown",
                () -> shipped("CN-CSL-2026-61-1", List.of(), today, Set.of("sunshine")));
        refused(
                "proceeding.amount-not-mitigated",
                () -> shippedFine("CN-CSL-2026-61-1", 30_001, Set.of("meritorious-help")));
        assertThat(shippedFine("CN-CSL-2026-61-1", 30_000, Set.of("meritorious-help")))
                .isNotNull();
        refused("proceeding.addressee-differs", () -> shippedFine("CN-CSL-2026-61-2-PERSON", 20_000, Set.of()));
    }

    @Test
    void a_grave_tier_needs_its_consequence() {
        Proposal serious = new ProposalCheck(
                        Proceedings.terms(
                                "CN-CSL-2026-61-3",
                                LocalDate.of(2026, 2, 2),
                                PenaltyKind.FINE,
                                Laws.yuan(500_000),
                                "x"),
                        Shipped.rules(),
                        LocalDate.of(2026, 2, 2),
                        true)
                .lawful();
        refused("proceeding.consequence-too-slight", () -> propose(Orders.overdue(), serious));
    }

    @Test
    void a_regime_without_a_procedure_has_provisions_but_no_proceedings() {
        assertThatThrownBy(() -> new ProposalCheck(
                                Proceedings.terms(
                                        "EU-NIS2-34-IMPORTANT",
                                        LocalDate.of(2026, 2, 2),
                                        PenaltyKind.FINE,
                                        Money.of(100, "EUR"),
                                        "x"),
                                Shipped.rules(),
                                LocalDate.of(2026, 2, 2),
                                true)
                        .lawful())
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("proceeding.procedure-unknown"));
    }

    private static Proposal shippedFine(String provision, long yuan, Set<String> circumstances) {
        LocalDate today = LocalDate.of(2026, 2, 2);
        return new ProposalCheck(
                        Proceedings.terms(
                                provision,
                                List.of(),
                                today,
                                PenaltyKind.FINE,
                                Laws.yuan(yuan),
                                "x",
                                new Weighing(Consequence.NONE, circumstances, Optional.empty())),
                        Shipped.rules(),
                        today,
                        true)
                .lawful();
    }

    private static Proposal shipped(String provision, List<String> others, LocalDate today, Set<String> circumstances) {
        return new ProposalCheck(
                        Proceedings.terms(
                                provision,
                                others,
                                today.minusDays(7),
                                PenaltyKind.FINE,
                                TEN_THOUSAND,
                                "x",
                                new Weighing(Consequence.NONE, circumstances, Optional.empty())),
                        Shipped.rules(),
                        today,
                        true)
                .lawful();
    }

    @Test
    void a_decision_says_why_this_amount_and_why_this_day() {
        Decision decision = Proceedings.decide(Proceedings.waived(), Outcome.FINE, TEN_THOUSAND, NOON)
                .event()
                .decision();
        assertThat(decision.explanation())
                .extracting(Step::code)
                .containsExactly("choice-of-law", "range", "outcome", "amount", "pay-until");
        assertThat(decision.explanation())
                .extracting(Step::says)
                .contains("15 calendar-days after 2019-10-08, which is not counted: 2019-10-23");
    }

    @Test
    void an_outcome_that_the_procedure_of_the_day_does_not_know_is_none() {
        ProcedureRules known = Laws.BOOK.procedureOn(LocalDate.of(2019, 10, 8));
        var fewer = new ProcedureRules(
                known.id(),
                known.regime(),
                known.validity(),
                known.limits(),
                known.gates(),
                known.discretion(),
                known.surcharge(),
                List.of(known.outcome("warning").orElseThrow()),
                List.of());
        var book = new RuleBook(
                List.of(Laws.set("laws", List.of(Laws.ORDER_11), null), Laws.set("fewer", List.of(), fewer)));
        refused("proceeding.outcome-unknown", () -> Proceedings.waived()
                .decide(
                        Penalties.decided(Outcome.NO_PENALTY, Laws.yuan(0), List.of()),
                        book,
                        Proceedings.CALENDAR,
                        by("dan", NOON)));
        assertThat(Proceedings.waived()
                        .decide(
                                Penalties.decided(Outcome.WARNING, Laws.yuan(0), List.of()),
                                book,
                                Proceedings.CALENDAR,
                                by("dan", NOON)))
                .isNotNull();
    }
}
