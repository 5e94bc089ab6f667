package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Sheet.Challenge;
import org.regulus.sanctions.penalty.Sheet.Resolution;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;
import org.regulus.sanctions.penalty.Standing.Served;

/** From the service of a fine of 10,000 on 8 October 2019, payable until the 23rd. */
class ExecutionTest {

    private static final LocalDate SERVED_ON = LocalDate.of(2019, 10, 8);
    private static final LocalDate DUE = LocalDate.of(2019, 10, 23);

    @Test
    void a_late_payment_is_the_fine_with_its_surcharge() {
        PenaltyProceeding it = Proceedings.served();
        assertThat(open(it, DUE)).isEqualTo(Laws.yuan(10_000));
        assertThat(open(it, DUE.plusDays(10))).isEqualTo(Laws.yuan(13_000));
        assertThat(open(it, DUE.plusDays(34))).isEqualTo(Laws.yuan(20_000));
        refused("proceeding.payment-differs", () -> pay(it, 10_000, DUE.plusDays(10)));
        assertThat(pay(it, 13_000, DUE.plusDays(10)).event().decision().amount())
                .isEqualTo(TEN_THOUSAND);
    }

    @Test
    void a_challenge_stops_the_surcharge_and_nothing_else() {
        PenaltyProceeding pending = challenge(Proceedings.served(), Challenge.RECONSIDERATION, DUE.plusDays(2));
        assertThat(open(pending, DUE.plusDays(10))).isEqualTo(Laws.yuan(10_300));
        PenaltyProceeding upheld = resolve(pending, Resolution.UPHELD, DUE.plusDays(10), Optional.empty());
        assertThat(open(upheld, DUE.plusDays(12))).isEqualTo(Laws.yuan(10_900));
        refused(
                "proceeding.challenge-pending",
                () -> EnforcementMoves.demand(pending, Optional.empty(), on(DUE.plusDays(10))));
        refused("proceeding.challenge-pending", () -> challenge(pending, Challenge.LITIGATION, DUE.plusDays(3)));
        assertThat(pay(pending, 10_300, DUE.plusDays(10))).isNotNull();
    }

    @Test
    void challenges_have_their_limits() {
        PenaltyProceeding it = Proceedings.served();
        // 8 October + 60 days = Saturday 7 December, so Monday the 9th; six months end on 8 April 2020
        assertThat(challenge(it, Challenge.RECONSIDERATION, LocalDate.of(2019, 12, 9)))
                .isNotNull();
        refused(
                "proceeding.challenge-too-late",
                () -> challenge(it, Challenge.RECONSIDERATION, LocalDate.of(2019, 12, 10)));
        assertThat(challenge(it, Challenge.LITIGATION, LocalDate.of(2020, 4, 8)))
                .isNotNull();
        refused("proceeding.challenge-too-late", () -> challenge(it, Challenge.LITIGATION, LocalDate.of(2020, 4, 9)));
        refused("proceeding.challenge-date", () -> challenge(it, Challenge.LITIGATION, SERVED_ON.minusDays(1)));
        PenaltyProceeding upheld = resolve(
                challenge(it, Challenge.RECONSIDERATION, DUE), Resolution.UPHELD, DUE.plusDays(9), Optional.empty());
        // fifteen days after 1 November: Saturday the 16th, so the 18th
        refused(
                "proceeding.challenge-too-late",
                () -> challenge(upheld, Challenge.LITIGATION, LocalDate.of(2019, 11, 19)));
        assertThat(challenge(upheld, Challenge.LITIGATION, LocalDate.of(2019, 11, 18)))
                .isNotNull();
    }

    @Test
    void a_challenge_changes_or_ends_the_fine_and_never_makes_it_worse() {
        PenaltyProceeding pending = challenge(Proceedings.served(), Challenge.RECONSIDERATION, DUE);
        PenaltyProceeding smaller = resolve(pending, Resolution.CHANGED, DUE, Optional.of(Laws.yuan(6_000)));
        assertThat(((Served) smaller.state()).decision().amount()).isEqualTo(Laws.yuan(6_000));
        assertThat(resolve(pending, Resolution.REVOKED, DUE, Optional.empty()).state())
                .isInstanceOf(ProceedingState.Revoked.class);
        refused(
                "proceeding.penalty-worsened",
                () -> resolve(pending, Resolution.CHANGED, DUE, Optional.of(Laws.yuan(10_001))));
        refused("proceeding.changed-amount", () -> resolve(pending, Resolution.CHANGED, DUE, Optional.empty()));
        refused(
                "proceeding.challenge-date",
                () -> resolve(pending, Resolution.UPHELD, DUE.minusDays(1), Optional.empty()));
    }

    @Test
    void instalments_are_paid_in_order_each_with_its_own_surcharge() {
        PenaltyProceeding it = inParts(4_000, 6_000);
        assertThat(open(it, DUE.plusDays(10))).isEqualTo(Laws.yuan(10_000));
        refused("proceeding.payment-differs", () -> part(it, 6_000, DUE));
        PenaltyProceeding half = part(it, 4_000, DUE);
        assertThat(half.state()).isInstanceOf(Served.class);
        // the second was due on 22 December: five days late, 15 % of 6,000
        assertThat(open(half, LocalDate.of(2019, 12, 27))).isEqualTo(Laws.yuan(6_900));
        assertThat(pay(half, 6_900, LocalDate.of(2019, 12, 27)).proceeding().state())
                .isInstanceOf(Standing.Paid.class);
    }

    @Test
    void a_challenge_that_changes_the_fine_shortens_the_instalments_from_their_end_and_no_day_comes_earlier() {
        PenaltyProceeding half = part(inParts(4_000, 6_000), 4_000, DUE);
        PenaltyProceeding pending = challenge(half, Challenge.RECONSIDERATION, DUE);
        PenaltyProceeding smaller = resolve(pending, Resolution.CHANGED, DUE, Optional.of(Laws.yuan(7_000)));
        assertThat(open(smaller, DUE)).isEqualTo(Laws.yuan(3_000));
        // the second was due on 22 December: until then there is no surcharge
        assertThat(open(smaller, LocalDate.of(2019, 12, 22))).isEqualTo(Laws.yuan(3_000));
        assertThat(open(smaller, LocalDate.of(2019, 12, 23))).isEqualTo(Laws.yuan(3_090));
        assertThat(ChallengeMoves.settled(pending, smaller, on(DUE))).isEmpty();
    }

    @Test
    void a_challenge_that_leaves_no_more_than_was_paid_closes_the_proceeding_as_paid() {
        PenaltyProceeding half = part(inParts(4_000, 6_000), 4_000, DUE);
        PenaltyProceeding pending = challenge(half, Challenge.RECONSIDERATION, DUE);
        for (long left : new long[] {4_000, 3_000}) {
            PenaltyProceeding changed = resolve(pending, Resolution.CHANGED, DUE, Optional.of(Laws.yuan(left)));
            refused("proceeding.nothing-due", () -> pay(changed, 1, DUE));
            refused(
                    "proceeding.nothing-due",
                    () -> EnforcementMoves.demand(changed, Optional.empty(), on(DUE.plusDays(90))));
            var paid = ChallengeMoves.settled(pending, changed, on(DUE.plusDays(3)))
                    .orElseThrow();
            assertThat(paid.event().decision().amount()).isEqualTo(Laws.yuan(left));
            assertThat(((Standing.Paid) paid.proceeding().state()).paidOn()).isEqualTo(DUE);
            assertThat(paid.proceeding().close(NOON).proceeding().decision().map(Decision::amount))
                    .contains(Laws.yuan(left));
        }
        assertThat(ChallengeMoves.settled(half, pending, on(DUE))).isEmpty();
    }

    @Test
    void a_fine_may_be_paid_from_its_decision_on_also_when_it_was_served_later() {
        PenaltyProceeding servedLater = ServiceMoves.serve(
                        Proceedings.fined(),
                        Optional.empty(),
                        ServiceMethod.MAIL,
                        SERVED_ON.plusDays(3),
                        false,
                        on(SERVED_ON.plusDays(3)))
                .proceeding();
        refused(
                "proceeding.payment-date",
                () -> Proceedings.pay(
                        servedLater,
                        TEN_THOUSAND,
                        SERVED_ON.minusDays(1),
                        on(SERVED_ON.plusDays(3)).at()));
        assertThat(Proceedings.pay(
                                servedLater,
                                TEN_THOUSAND,
                                SERVED_ON.plusDays(1),
                                on(SERVED_ON.plusDays(3)).at())
                        .proceeding()
                        .state())
                .isInstanceOf(Standing.Paid.class);
    }

    @Test
    void a_closed_proceeding_keeps_what_was_decided() {
        PenaltyProceeding closed = Proceedings.closed();
        assertThat(closed.decision().map(Decision::amount)).contains(TEN_THOUSAND);
        refused("proceeding.move-not-allowed", () -> pay(closed, 10_000, SERVED_ON));
        assertThat(PaymentMoves.open(closed, Laws.BOOK, on(SERVED_ON).today())).isEmpty();
        PenaltyProceeding warned = serve(Proceedings.warned().close(NOON).proceeding(), ServiceMethod.IN_PERSON)
                .proceeding();
        // 10,000 were proposed, which would be published; a warning was decided
        refused("proceeding.publication-not-due", () -> RecordMoves.publish(warned, court("anna", NOON)));
    }

    @Test
    void a_challenge_after_closing_changes_what_was_decided_and_never_for_the_worse() {
        PenaltyProceeding closed =
                serve(Proceedings.closed(), ServiceMethod.IN_PERSON).proceeding();
        PenaltyProceeding pending = challenge(closed, Challenge.RECONSIDERATION, DUE);
        PenaltyProceeding smaller = resolve(pending, Resolution.CHANGED, DUE, Optional.of(Laws.yuan(6_000)));
        assertThat(smaller.state()).isInstanceOf(Standing.Closed.class);
        assertThat(smaller.decision().map(Decision::amount)).contains(Laws.yuan(6_000));
        refused(
                "proceeding.penalty-worsened",
                () -> resolve(pending, Resolution.CHANGED, DUE, Optional.of(Laws.yuan(10_001))));
    }

    @Test
    void the_court_is_asked_after_demand_and_challenge_periods_and_not_for_ever() {
        PenaltyProceeding it = Proceedings.served();
        refused("proceeding.not-overdue", () -> EnforcementMoves.demand(it, Optional.empty(), on(DUE)));
        PenaltyProceeding demanded = demanded(it, LocalDate.of(2020, 4, 6));
        // ten working days after 6 April 2020 end on the 20th; the time to sue ended on 8 April
        refused("proceeding.demand-period-running", () -> enforce(demanded, LocalDate.of(2020, 4, 20)));
        assertThat(enforce(demanded, LocalDate.of(2020, 4, 21))).isNotNull();
        refused("proceeding.enforcement-too-late", () -> enforce(demanded, LocalDate.of(2020, 7, 9)));
        PenaltyProceeding early = demanded(it, DUE.plusDays(1));
        refused("proceeding.challenge-period-running", () -> enforce(early, LocalDate.of(2020, 4, 8)));
    }

    @Test
    void only_what_is_of_some_weight_is_published_once_and_taken_down_once() {
        PenaltyProceeding out =
                RecordMoves.publish(Proceedings.served(), court("anna", NOON)).proceeding();
        refused("proceeding.published", () -> RecordMoves.publish(out, court("anna", NOON)));
        PenaltyProceeding down =
                RecordMoves.takeDown(out, "time is over", court("anna", NOON)).proceeding();
        refused("proceeding.not-published", () -> RecordMoves.takeDown(down, "again", court("anna", NOON)));
        PenaltyProceeding light = ServiceMoves.serve(
                        Proceedings.warned(),
                        Optional.empty(),
                        ServiceMethod.MAIL,
                        SERVED_ON,
                        false,
                        court("anna", NOON))
                .proceeding();
        refused("proceeding.publication-not-due", () -> RecordMoves.publish(light, court("anna", NOON)));
    }

    @Test
    void who_proposed_does_not_revoke() {
        refused("proceeding.same-person", () -> RecordMoves.revoke(Proceedings.served(), "x", court("anna", NOON)));
    }

    private static Change<PenaltyEvent.SheetFiled<Sheet.Served>> serve(PenaltyProceeding it, ServiceMethod method) {
        return ServiceMoves.serve(it, Optional.empty(), method, SERVED_ON, false, court("anna", NOON));
    }

    private static Money open(PenaltyProceeding it, LocalDate day) {
        return PaymentMoves.open(it, Laws.BOOK, on(day).today())
                .orElseThrow()
                .all(day)
                .total();
    }

    private static Change<PenaltyEvent.PenaltyPaid> pay(PenaltyProceeding it, long yuan, LocalDate day) {
        return Proceedings.pay(it, Laws.yuan(yuan), day, on(day).at());
    }

    private static PenaltyProceeding part(PenaltyProceeding it, long yuan, LocalDate day) {
        return PaymentMoves.pay(it, Optional.empty(), Laws.yuan(yuan), day, on(day))
                .proceeding();
    }

    private static PenaltyProceeding inParts(long first, long second) {
        return grant(List.of(
                new Sheet.Part(Laws.yuan(first), LocalDate.of(2019, 11, 22)),
                new Sheet.Part(Laws.yuan(second), LocalDate.of(2019, 12, 22))));
    }

    private static PenaltyProceeding grant(List<Sheet.Part> parts) {
        PenaltyProceeding asked = PaymentMoves.requestInstalments(
                        Proceedings.served(), Optional.empty(), "hardship", court("operator", NOON))
                .proceeding();
        return PaymentMoves.grantInstalments(asked, Optional.empty(), parts, court("dan", NOON))
                .proceeding();
    }

    private static PenaltyProceeding challenge(PenaltyProceeding it, Challenge kind, LocalDate day) {
        Court court = day.isBefore(SERVED_ON) ? court("operator", NOON) : on(day);
        return ChallengeMoves.challenge(it, kind, Optional.empty(), day, court).proceeding();
    }

    private static PenaltyProceeding resolve(
            PenaltyProceeding it, Resolution outcome, LocalDate day, Optional<Money> amount) {
        return ChallengeMoves.resolve(
                        it, Judgment.of(outcome, amount), day, Proceedings.by("ben", on(day.isBefore(DUE) ? DUE : day)))
                .proceeding();
    }

    private static PenaltyProceeding demanded(PenaltyProceeding it, LocalDate day) {
        return Proceedings.handedOver(
                EnforcementMoves.demand(it, Optional.empty(), on(day)).proceeding(), Sheet.Paper.DEMAND, on(day).at());
    }

    private static Change<?> enforce(PenaltyProceeding it, LocalDate day) {
        return EnforcementMoves.requestEnforcement(it, Optional.empty(), on(day));
    }

    /** Ten in the morning of that day. */
    private static Court on(LocalDate day) {
        return court("anna", Instant.parse(day + "T02:00:00Z"));
    }
}
