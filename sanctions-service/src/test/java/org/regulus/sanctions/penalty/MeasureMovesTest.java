package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.CALENDAR;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.by;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.clock.ProceedingClocks;
import org.regulus.sanctions.document.DocumentFacts;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.penalty.Execution.Stage;
import org.regulus.sanctions.rectification.Orders;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;

/** A fine of 10,000, a confiscation, a suspension of thirty days, and a fine of 2,000 on Li; served on 8 October 2019. */
class MeasureMovesTest {

    private static final LocalDate SERVED_ON = LocalDate.of(2019, 10, 8);
    private static final Penalty GAINS =
            new Penalty(PenaltyKind.CONFISCATION, new Measure.Sum(Laws.yuan(3_000)), Optional.empty());
    private static final Penalty SUSPENSION =
            new Penalty(PenaltyKind.SUSPENSION, new Measure.Days(30), Optional.empty());
    private static final Penalty FINE_ON_LI =
            new Penalty(PenaltyKind.FINE, new Measure.Sum(Laws.yuan(2_000)), Optional.of("Li"));
    private static final List<Penalty> FURTHER = List.of(GAINS, SUSPENSION, FINE_ON_LI);

    @Test
    void it_closes_with_its_last_part_whichever_that_is() {
        PenaltyProceeding it = served(FURTHER);
        PenaltyProceeding paid =
                Proceedings.pay(it, Laws.yuan(10_000), SERVED_ON, NOON).proceeding();
        assertThat(paid.state()).isInstanceOf(Standing.Served.class);
        assertThat(paid.isOver()).isFalse();
        PenaltyProceeding begun = carryOut(carryOut(paid, 2), 3);
        PenaltyProceeding settled = PaymentMoves.pay(
                        begun, Optional.of(4), Laws.yuan(2_000), SERVED_ON, court("anna", NOON))
                .proceeding();
        assertThat(settled.isOver()).isFalse();
        PenaltyProceeding ended = MeasureMoves.end(settled, 3, SERVED_ON.plusDays(30), on(SERVED_ON.plusDays(30)))
                .proceeding();
        assertThat(ended.isOver()).isTrue();
        assertThat(ended.close(NOON).event().outcome()).isEqualTo(Outcome.FINE);
        refused("proceeding.move-not-allowed", () -> settled.close(NOON));
    }

    @Test
    void the_fine_may_be_the_last_part_too() {
        PenaltyProceeding rest = carryOut(served(List.of(GAINS)), 2);
        assertThat(Proceedings.pay(rest, Laws.yuan(10_000), SERVED_ON, NOON)
                        .proceeding()
                        .state())
                .isInstanceOf(Standing.Paid.class);
    }

    @Test
    void a_term_runs_from_its_beginning_and_is_not_cut_short() {
        PenaltyProceeding begun = carryOut(served(FURTHER), 3);
        assertThat(begun.dossier().last(Sheet.CarriedOut.class).orElseThrow().until())
                .contains(SERVED_ON.plusDays(30));
        assertThat(new Execution(begun.dossier(), begun.decision().orElseThrow()).of(3))
                .isEqualTo(Stage.RUNNING);
        assertThat(ProceedingClocks.of(begun, Laws.BOOK, CALENDAR))
                .extracting(Clock::code, Clock::lastDay)
                .contains(tuple("measure-end-3", SERVED_ON.plusDays(30)));
        refused("proceeding.carried-out", () -> MeasureMoves.carryOut(begun, 3, SERVED_ON, court("anna", NOON)));
        refused(
                "proceeding.term-running",
                () -> MeasureMoves.end(begun, 3, SERVED_ON.plusDays(29), on(SERVED_ON.plusDays(40))));
        refused(
                "proceeding.execution-date",
                () -> MeasureMoves.end(begun, 3, SERVED_ON.plusDays(30), on(SERVED_ON.plusDays(29))));
        refused(
                "proceeding.term-not-running",
                () -> MeasureMoves.end(served(FURTHER), 3, SERVED_ON, court("anna", NOON)));
    }

    @Test
    void only_what_is_to_be_carried_out_is_and_only_after_service() {
        PenaltyProceeding it = served(FURTHER);
        for (int number : new int[] {0, 1, 4, 5}) {
            refused(
                    "proceeding.penalty-unknown",
                    () -> MeasureMoves.carryOut(it, number, SERVED_ON, court("anna", NOON)));
        }
        refused("proceeding.penalty-unknown", () -> MeasureMoves.end(it, 2, SERVED_ON, court("anna", NOON)));
        refused(
                "proceeding.execution-date",
                () -> MeasureMoves.carryOut(it, 2, SERVED_ON.minusDays(1), court("anna", NOON)));
        refused(
                "proceeding.move-not-allowed",
                () -> MeasureMoves.carryOut(decided(FURTHER), 2, SERVED_ON, court("anna", NOON)));
    }

    @Test
    void a_person_pays_in_one_sum_with_its_own_surcharge_once() {
        PenaltyProceeding it = FivePenalties.servedOn(served(FURTHER), Optional.of(4), SERVED_ON);
        LocalDate late = LocalDate.of(2019, 10, 23).plusDays(10);
        refused(
                "proceeding.payment-differs",
                () -> PaymentMoves.pay(it, Optional.of(4), Laws.yuan(2_000), late, on(late)));
        PenaltyProceeding paid = PaymentMoves.pay(it, Optional.of(4), Laws.yuan(2_600), late, on(late))
                .proceeding();
        refused(
                "proceeding.nothing-due",
                () -> PaymentMoves.pay(paid, Optional.of(4), Laws.yuan(2_600), late, on(late)));
        refused(
                "proceeding.penalty-unknown",
                () -> PaymentMoves.pay(it, Optional.of(2), Laws.yuan(3_000), late, on(late)));
        assertThat(PaymentMoves.open(paid, Laws.BOOK, SERVED_ON)
                        .orElseThrow()
                        .all(SERVED_ON)
                        .fine())
                .isEqualTo(Laws.yuan(10_000));
    }

    @Test
    void a_suspension_alone_is_another_penalty_and_closes_with_its_term() {
        PenaltyProceeding it = decide(noticed(FURTHER), Outcome.OTHER_PENALTY, 0, List.of(SUSPENSION));
        assertThat(it.decision().orElseThrow().outcome()).isEqualTo(Outcome.OTHER_PENALTY);
        assertThat(it.decision().orElseThrow().payUntil()).isEmpty();
        assertThat(it.isOver()).isFalse();
        PenaltyProceeding ended = MeasureMoves.end(
                        carryOut(serve(it), 1), 1, SERVED_ON.plusDays(30), on(SERVED_ON.plusDays(30)))
                .proceeding();
        assertThat(ended.close(NOON).event().outcome()).isEqualTo(Outcome.OTHER_PENALTY);
    }

    @Test
    void its_documents_name_all_of_it() {
        assertThat(DocumentFacts.of(DocumentKind.DECISION, served(FURTHER), CALENDAR))
                .containsEntry(
                        "outcome",
                        "fine 10000.00 CNY, confiscation 3000.00 CNY, suspension 30 days, fine 2000.00 CNY (Li)");
        assertThat(DocumentFacts.of(DocumentKind.DECISION, Proceedings.served(), CALENDAR))
                .containsEntry("outcome", "fine");
    }

    @Test
    void a_decision_is_never_heavier_than_the_notice_in_any_of_its_parts() {
        PenaltyProceeding it = noticed(List.of(SUSPENSION));
        refused("proceeding.penalty-worsened", () -> decide(it, Outcome.FINE, 10_000, List.of(GAINS)));
        refused(
                "proceeding.penalty-worsened",
                () -> decide(
                        it,
                        Outcome.FINE,
                        10_000,
                        List.of(new Penalty(PenaltyKind.SUSPENSION, new Measure.Days(31), Optional.empty()))));
        assertThat(decide(it, Outcome.WARNING, 0, List.of())).isNotNull();
    }

    @Test
    void all_flaws_of_all_penalties_come_at_once() {
        List<Penalty> wrong = List.of(
                new Penalty(PenaltyKind.CLOSURE, Measure.WORDS, Optional.empty()),
                new Penalty(PenaltyKind.SUSPENSION, new Measure.Sum(Laws.yuan(5)), Optional.empty()),
                new Penalty(PenaltyKind.OCCUPATION_BAN, new Measure.Days(30), Optional.empty()),
                new Penalty(PenaltyKind.FINE, new Measure.Sum(Laws.yuan(10_001)), Optional.of("Li")),
                new Penalty(PenaltyKind.FINE, new Measure.Sum(Laws.yuan(2_000)), Optional.of("Li")));
        assertThatThrownBy(() -> proposal(wrong, "GRAVE-PERSON"))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(no -> assertThat(no.flaws())
                        .extracting(Refusal.Flaw::pointer, Refusal.Flaw::code)
                        .containsExactly(
                                tuple("/further/0/kind", "proceeding.kind-not-allowed"),
                                tuple("/further/1/kind", "proceeding.measure-differs"),
                                tuple("/further/2/kind", "proceeding.addressee-differs"),
                                tuple("/further/2/kind", "proceeding.kind-not-allowed"),
                                tuple("/further/3/amountMinor", "proceeding.amount-out-of-range"),
                                tuple("/further/4/kind", "proceeding.penalty-twice")));
    }

    @Test
    void a_person_needs_the_provision_that_threatens_it_for_the_same_breach() {
        refused("proceeding.person-provision-unknown", () -> proposal(FURTHER, "ORDER-11"));
        refused("proceeding.person-provision-unknown", () -> proposal(FURTHER, "GRAVE"));
        refused("proceeding.person-provision-unknown", () -> proposal(FURTHER, null));
        assertThat(proposal(FURTHER, "GRAVE-PERSON").laws().ofPerson()).contains(Laws.GRAVE_PERSON);
    }

    @Test
    void what_the_provision_against_persons_supposes_is_asked_apart() {
        Proposal both = proposal(FURTHER, "GRAVE-PERSON");
        var first = new Proposal(
                new Proposal.Laws(Laws.FIRST_BREACH, List.of(), both.laws().ofPerson()),
                both.actOn(),
                both.penalties(),
                both.facts(),
                both.weighed(),
                both.explanation());
        refused(
                "proceeding.refusal-not-established",
                () -> ProposalMoves.propose(
                        new ProceedingId(Orders.id(0xf3)), Orders.ordered(), first, SERVED_ON, by("anna", NOON)));
    }

    @Test
    void what_must_be_lighter_is_so_for_each_by_its_own_range() {
        refused("proceeding.invalid", () -> mitigated(300_000, 8_000));
        refused("proceeding.amount-not-mitigated", () -> mitigated(200_000, 8_000));
        refused("proceeding.amount-not-mitigated", () -> mitigated(300_000, 5_000));
        assertThat(mitigated(200_000, 5_000)).isNotNull();
    }

    /** With the harm removed, half of the way up at most: 252,500 for the operator, 5,500 for Li. */
    private static Proposal mitigated(long ofOperator, long ofLi) {
        return Proceedings.lawful(new ProposalTerms(
                new ProposalTerms.Named("GRAVE", List.of(), Optional.of("GRAVE-PERSON")),
                LocalDate.of(2019, 9, 17),
                new Penalties(
                        Optional.of(Penalty.of(PenaltyKind.FINE, Laws.yuan(ofOperator))),
                        List.of(new Penalty(PenaltyKind.FINE, new Measure.Sum(Laws.yuan(ofLi)), Optional.of("Li"))),
                        Laws.yuan(0).currency()),
                "not rectified",
                new ProposalTerms.Weighing(Consequence.NONE, Set.of("harm-removed"), Optional.empty())));
    }

    private static Proposal proposal(List<Penalty> further, String ofPerson) {
        return Proceedings.lawful(new ProposalTerms(
                new ProposalTerms.Named("GRAVE", List.of(), Optional.ofNullable(ofPerson)),
                LocalDate.of(2019, 9, 17),
                new Penalties(
                        Optional.of(Penalty.of(PenaltyKind.FINE, Laws.yuan(10_000))),
                        further,
                        Laws.yuan(0).currency()),
                "not rectified",
                ProposalTerms.Weighing.NONE));
    }

    private static PenaltyProceeding noticed(List<Penalty> further) {
        return ProposalMoves.propose(
                        new ProceedingId(Orders.id(0xf3)),
                        Orders.overdue(),
                        proposal(further, "GRAVE-PERSON"),
                        SERVED_ON,
                        by("anna", NOON))
                .proceeding()
                .review(true, by("rui", NOON))
                .proceeding()
                .notice(Laws.BOOK, CALENDAR, NOON)
                .proceeding()
                .answer(Proceedings.WAIVER, NOON)
                .proceeding();
    }

    private static PenaltyProceeding decide(PenaltyProceeding it, Outcome outcome, long yuan, List<Penalty> further) {
        return it.decide(Penalties.decided(outcome, Laws.yuan(yuan), further), Laws.BOOK, CALENDAR, by("dan", NOON))
                .proceeding();
    }

    private static PenaltyProceeding decided(List<Penalty> further) {
        return decide(noticed(further), Outcome.FINE, 10_000, further);
    }

    private static PenaltyProceeding serve(PenaltyProceeding it) {
        return ServiceMoves.serve(
                        it, Optional.empty(), Sheet.ServiceMethod.IN_PERSON, SERVED_ON, false, court("anna", NOON))
                .proceeding();
    }

    private static PenaltyProceeding served(List<Penalty> further) {
        return serve(decided(further));
    }

    private static PenaltyProceeding carryOut(PenaltyProceeding it, int number) {
        return MeasureMoves.carryOut(it, number, SERVED_ON, court("anna", NOON)).proceeding();
    }

    private static Court on(LocalDate day) {
        return court("anna", Instant.parse(day + "T02:00:00Z"));
    }
}
