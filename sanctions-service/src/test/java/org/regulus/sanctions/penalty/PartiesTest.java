package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.regulus.sanctions.penalty.FivePenalties.DUE;
import static org.regulus.sanctions.penalty.FivePenalties.LATE;
import static org.regulus.sanctions.penalty.FivePenalties.LI;
import static org.regulus.sanctions.penalty.FivePenalties.OWN;
import static org.regulus.sanctions.penalty.FivePenalties.SERVED_ON;
import static org.regulus.sanctions.penalty.FivePenalties.challenge;
import static org.regulus.sanctions.penalty.FivePenalties.changed;
import static org.regulus.sanctions.penalty.FivePenalties.codes;
import static org.regulus.sanctions.penalty.FivePenalties.decided;
import static org.regulus.sanctions.penalty.FivePenalties.grant;
import static org.regulus.sanctions.penalty.FivePenalties.lastDay;
import static org.regulus.sanctions.penalty.FivePenalties.none;
import static org.regulus.sanctions.penalty.FivePenalties.on;
import static org.regulus.sanctions.penalty.FivePenalties.owed;
import static org.regulus.sanctions.penalty.FivePenalties.pay;
import static org.regulus.sanctions.penalty.FivePenalties.resolve;
import static org.regulus.sanctions.penalty.FivePenalties.served;
import static org.regulus.sanctions.penalty.FivePenalties.servedOn;
import static org.regulus.sanctions.penalty.FivePenalties.servedOnTheOperator;
import static org.regulus.sanctions.penalty.FivePenalties.stage;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.CALENDAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.clock.ProceedingClocks;
import org.regulus.sanctions.penalty.Execution.Stage;
import org.regulus.sanctions.penalty.Revision.Becomes;
import org.regulus.sanctions.penalty.Sheet.Resolution;

/** Whom a decision hits pays, challenges and is pursued apart. */
class PartiesTest {

    @Test
    void each_party_challenges_for_itself_and_only_its_own_surcharge_stands_still() {
        PenaltyProceeding pending = challenge(served(), LI, DUE);
        assertThat(owed(pending, OWN, DUE.plusDays(10))).isEqualTo(Laws.yuan(13_000));
        assertThat(owed(pending, LI, DUE.plusDays(10))).isEqualTo(Laws.yuan(2_000));
        refused("proceeding.challenge-pending", () -> challenge(pending, LI, LATE));
        refused("proceeding.challenge-pending", () -> EnforcementMoves.demand(pending, LI, on(LATE)));
        assertThat(EnforcementMoves.demand(pending, OWN, on(LATE))).isNotNull();
        refused("proceeding.no-challenge", () -> resolve(pending, Judgment.of(Resolution.UPHELD, none()), LATE));
        PenaltyProceeding both = challenge(pending, OWN, DUE);
        PenaltyProceeding upheld =
                resolve(both, Judgment.of(Resolution.UPHELD, none()), LATE).proceeding();
        refused("proceeding.no-challenge", () -> resolve(upheld, Judgment.of(Resolution.UPHELD, none()), LATE));
        // after its reconsideration the operator has fifteen days to sue; Li still has a challenge pending
        assertThat(codes(upheld)).contains("litigation-after-reconsideration").doesNotContain("litigation-5");
    }

    @Test
    void a_judgment_touches_only_what_hits_whoever_challenged() {
        PenaltyProceeding pending = challenge(served(), LI, DUE);
        refused(
                "proceeding.penalty-unknown",
                () -> resolve(pending, changed(LI, new Revision(3, Becomes.NOTHING, none(), none())), LATE));
        refused(
                "proceeding.penalty-twice",
                () -> resolve(
                        pending,
                        new Judgment(
                                Resolution.CHANGED,
                                LI,
                                Optional.of(Laws.yuan(1_500)),
                                List.of(new Revision(5, Becomes.WARNING, none(), none()))),
                        LATE));
        refused(
                "proceeding.penalty-worsened",
                () -> resolve(
                        pending,
                        changed(LI, new Revision(5, Becomes.LESS, Optional.of(Laws.yuan(2_001)), none())),
                        LATE));
        refused(
                "proceeding.measure-differs",
                () -> resolve(pending, changed(LI, new Revision(5, Becomes.LESS, none(), Optional.of(3))), LATE));
        refused("proceeding.changed-amount", () -> resolve(pending, changed(LI), LATE));
        PenaltyProceeding less = resolve(
                        pending, new Judgment(Resolution.CHANGED, LI, Optional.of(Laws.yuan(1_500)), List.of()), LATE)
                .proceeding();
        assertThat(less.decision().orElseThrow().penalties().number(5).flatMap(Penalty::sum))
                .contains(Laws.yuan(1_500));
        assertThat(less.decision().orElseThrow().amount()).isEqualTo(Laws.yuan(10_000));
    }

    @Test
    void revoked_is_what_hits_whoever_challenged_and_the_rest_stands_until_nothing_is_left() {
        PenaltyProceeding free = resolve(
                        challenge(served(), LI, DUE), new Judgment(Resolution.REVOKED, LI, none(), List.of()), LATE)
                .proceeding();
        assertThat(stage(free, 5)).isEqualTo(Stage.LIFTED);
        assertThat(free.decision().orElseThrow().outcome()).isEqualTo(Outcome.FINE);
        assertThat(resolve(challenge(free, OWN, LATE), Judgment.of(Resolution.REVOKED, none()), LATE)
                        .proceeding()
                        .state())
                .isInstanceOf(ProceedingState.Revoked.class);
        PenaltyProceeding onlyLi = resolve(challenge(served(), OWN, DUE), Judgment.of(Resolution.REVOKED, none()), LATE)
                .proceeding();
        assertThat(onlyLi.state()).isInstanceOf(Standing.Served.class);
        assertThat(onlyLi.decision().orElseThrow().amount()).isEqualTo(Laws.yuan(0));
        refused("proceeding.move-not-allowed", () -> EnforcementMoves.demand(onlyLi, OWN, on(LATE)));
        PenaltyProceeding paid = pay(onlyLi, 5, 2_000, SERVED_ON).proceeding();
        assertThat(paid.isOver()).isTrue();
    }

    @Test
    void a_person_pays_in_instalments_each_with_its_own_surcharge() {
        PenaltyProceeding asked = PaymentMoves.requestInstalments(served(), LI, "hardship", on(SERVED_ON))
                .proceeding();
        refused("proceeding.instalments-not-requested", () -> grant(asked, OWN, 5_000, 5_000));
        refused("proceeding.instalments-invalid", () -> grant(asked, LI, 1_000, 1_001));
        PenaltyProceeding inParts = grant(asked, LI, 1_200, 800);
        assertThat(owed(inParts, OWN, DUE.plusDays(1))).isEqualTo(Laws.yuan(10_300));
        assertThat(owed(inParts, LI, DUE.plusDays(1))).isEqualTo(Laws.yuan(2_000));
        assertThat(lastDay(inParts, "payment-5")).contains(LocalDate.of(2019, 11, 22));
        assertThat(lastDay(inParts, "payment")).contains(DUE);
        PenaltyProceeding half = pay(inParts, 5, 1_200, SERVED_ON).proceeding();
        assertThat(half.dossier().last(Sheet.PartPaid.class).orElseThrow().penalty())
                .isEqualTo(LI);
        assertThat(stage(half, 5)).isEqualTo(Stage.OPEN);
        assertThat(stage(half, 1)).isEqualTo(Stage.OPEN);
        // due on 22 December: ten days late, 30 % of 800
        PenaltyProceeding whole = pay(half, 5, 1_040, LocalDate.of(2020, 1, 1)).proceeding();
        assertThat(whole.dossier().last(Sheet.PersonPaid.class).orElseThrow().surcharge())
                .isEqualTo(Laws.yuan(240));
        assertThat(stage(whole, 5)).isEqualTo(Stage.DONE);
    }

    @Test
    void the_time_of_each_party_runs_from_its_own_service() {
        PenaltyProceeding half = servedOnTheOperator();
        assertThat(codes(half))
                .contains("payment", "litigation")
                .doesNotContain("payment-5", "reconsideration-5", "litigation-5");
        assertThat(owed(half, LI, DUE.plusDays(10))).isEqualTo(Laws.yuan(2_000));
        refused("proceeding.not-served", () -> EnforcementMoves.demand(half, LI, on(LATE)));
        refused("proceeding.not-served", () -> challenge(half, LI, DUE));
        refused("proceeding.penalty-unknown", () -> servedOn(half, Optional.of(2), DUE));
        refused("proceeding.penalty-unknown", () -> servedOn(half, Optional.of(9), DUE));
        PenaltyProceeding both = servedOn(half, LI, DUE);
        assertThat(both.dossier().last(Sheet.Served.class).orElseThrow().payUntil())
                .contains(LocalDate.of(2019, 11, 7));
        assertThat(lastDay(both, "payment")).contains(DUE);
        assertThat(lastDay(both, "payment-5")).contains(LocalDate.of(2019, 11, 7));
        assertThat(lastDay(both, "litigation-5")).contains(LocalDate.of(2020, 4, 23));
        // one day late of its own time
        assertThat(owed(both, LI, LocalDate.of(2019, 11, 8))).isEqualTo(Laws.yuan(2_060));
        refused("proceeding.not-overdue", () -> EnforcementMoves.demand(both, LI, on(LocalDate.of(2019, 11, 7))));
        refused("proceeding.move-not-allowed", () -> servedOn(both, LI, DUE));
    }

    @Test
    void a_person_may_have_it_before_the_operator_does() {
        PenaltyProceeding first = servedOn(decided(), LI, SERVED_ON);
        assertThat(first.state()).isInstanceOf(Standing.Decided.class);
        PenaltyProceeding both = servedOn(first, OWN, DUE);
        assertThat(lastDay(both, "payment-5")).contains(DUE);
        assertThat(lastDay(both, "payment")).contains(LocalDate.of(2019, 11, 7));
    }

    @Test
    void it_is_published_once_each_whom_it_hits_has_it() {
        refused("proceeding.move-not-allowed", () -> RecordMoves.publish(servedOnTheOperator(), on(DUE)));
        assertThat(RecordMoves.publish(served(), on(DUE))).isNotNull();
        PenaltyProceeding onlyLi = servedOn(closed(decided()), LI, SERVED_ON);
        refused("proceeding.move-not-allowed", () -> RecordMoves.publish(onlyLi, on(DUE)));
        assertThat(RecordMoves.publish(servedOn(onlyLi, OWN, DUE), on(DUE))).isNotNull();
    }

    private static PenaltyProceeding closed(PenaltyProceeding it) {
        return new PenaltyProceeding(
                it.id(),
                it.order(),
                it.subject(),
                it.proposal(),
                it.hands(),
                it.dossier(),
                it.version(),
                new Standing.Closed(it.decision().orElseThrow(), on(SERVED_ON).at()));
    }

    @Test
    void public_notice_is_the_last_way_for_each_party_by_itself() {
        PenaltyProceeding tried = ServiceMoves.fail(
                        decided(), OWN, Sheet.ServiceMethod.MAIL, SERVED_ON, "moved", on(SERVED_ON))
                .proceeding();
        refused(
                "proceeding.public-notice-last",
                () -> ServiceMoves.serve(
                        tried, LI, Sheet.ServiceMethod.PUBLIC_NOTICE, SERVED_ON, false, on(SERVED_ON)));
        assertThat(ServiceMoves.serve(tried, OWN, Sheet.ServiceMethod.PUBLIC_NOTICE, SERVED_ON, false, on(SERVED_ON)))
                .isNotNull();
    }

    @Test
    void a_demand_reaches_by_public_notice_a_person_whom_another_way_did_not_reach() {
        PenaltyProceeding found =
                EnforcementMoves.demand(served(), LI, on(LATE)).proceeding();
        refused("proceeding.public-notice-last", () -> byPublicNotice(found, LI));
        PenaltyProceeding tried = ServiceMoves.fail(
                        servedOnTheOperator(), LI, Sheet.ServiceMethod.MAIL, SERVED_ON, "moved", on(SERVED_ON))
                .proceeding();
        PenaltyProceeding both = servedOn(tried, LI, SERVED_ON);
        PenaltyProceeding demanded = EnforcementMoves.demand(
                        EnforcementMoves.demand(both, LI, on(LATE)).proceeding(), OWN, on(LATE))
                .proceeding();
        refused("proceeding.public-notice-last", () -> byPublicNotice(demanded, OWN));
        // sixty days after 24 October 2019
        assertThat(byPublicNotice(demanded, LI).dossier().demandRunsFrom(LI)).contains(LocalDate.of(2019, 12, 23));
    }

    private static PenaltyProceeding byPublicNotice(PenaltyProceeding it, Optional<Integer> penalty) {
        var demand = new PaperMoves.Copy(Sheet.Paper.DEMAND, penalty);
        return PaperMoves.serve(it, demand, Sheet.ServiceMethod.PUBLIC_NOTICE, LATE, false, on(LATE))
                .proceeding();
    }

    @Test
    void a_demand_that_arrived_counts_for_what_it_demands_and_for_nothing_else() {
        PenaltyProceeding fineAndLi = EnforcementMoves.demand(
                        EnforcementMoves.demand(served(), OWN, on(LATE)).proceeding(), LI, on(LATE))
                .proceeding();
        PenaltyProceeding it =
                Proceedings.handedOver(fineAndLi, new PaperMoves.Copy(Sheet.Paper.DEMAND, LI), on(LATE).at());
        assertThat(it.dossier().demandRunsFrom(LI)).contains(LATE);
        assertThat(it.dossier().demandRunsFrom(OWN)).isEmpty();
        PenaltyProceeding own =
                Proceedings.handedOver(it, new PaperMoves.Copy(Sheet.Paper.DEMAND, Optional.of(1)), on(LATE).at());
        assertThat(own.dossier().demandRunsFrom(OWN)).contains(LATE);
        LocalDate inApril = LocalDate.of(2020, 4, 21);
        refused("proceeding.not-served", () -> EnforcementMoves.requestEnforcement(it, OWN, on(inApril)));
        assertThat(EnforcementMoves.requestEnforcement(it, LI, on(inApril))).isNotNull();
        refused(
                "proceeding.move-not-allowed",
                () -> Proceedings.handedOver(
                        it, new PaperMoves.Copy(Sheet.Paper.DEMAND, Optional.of(2)), on(LATE).at()));
    }

    @Test
    void each_is_demanded_and_enforced_in_its_own_time() {
        PenaltyProceeding it = served();
        refused("proceeding.not-overdue", () -> EnforcementMoves.demand(it, LI, on(DUE)));
        refused("proceeding.not-overdue", () -> EnforcementMoves.demand(it, Optional.of(3), on(SERVED_ON)));
        refused("proceeding.penalty-unknown", () -> EnforcementMoves.demand(it, Optional.of(9), on(LATE)));
        LocalDate inApril = LocalDate.of(2020, 4, 6);
        PenaltyProceeding onItsWay =
                EnforcementMoves.demand(it, LI, on(inApril)).proceeding();
        refused(
                "proceeding.not-served",
                () -> EnforcementMoves.requestEnforcement(onItsWay, LI, on(inApril.plusDays(15))));
        PenaltyProceeding demanded = Proceedings.handedOver(
                onItsWay,
                new PaperMoves.Copy(Sheet.Paper.DEMAND, LI),
                on(inApril).at());
        refused(
                "proceeding.demand-missing",
                () -> EnforcementMoves.requestEnforcement(demanded, OWN, on(inApril.plusDays(15))));
        refused(
                "proceeding.demand-period-running",
                () -> EnforcementMoves.requestEnforcement(demanded, LI, on(inApril.plusDays(14))));
        assertThat(EnforcementMoves.requestEnforcement(demanded, LI, on(inApril.plusDays(15)))
                        .event()
                        .sheet()
                        .penalty())
                .isEqualTo(LI);
        assertThat(codes(demanded)).contains("demand-5", "court-enforcement-5").doesNotContain("demand");
        PenaltyProceeding paid = pay(demanded, 5, 4_000, inApril).proceeding();
        assertThat(codes(paid)).doesNotContain("demand-5", "court-enforcement-5", "payment-5");
    }

    @Test
    void the_operators_fine_is_told_as_paid_once_also_when_a_challenge_makes_it_smaller_afterwards() {
        PenaltyProceeding paid = pay(served(), 1, 10_000, SERVED_ON).proceeding();
        PenaltyProceeding pending = challenge(paid, OWN, SERVED_ON);
        PenaltyProceeding smaller = resolve(
                        pending, Judgment.of(Resolution.CHANGED, Optional.of(Laws.yuan(6_000))), SERVED_ON)
                .proceeding();
        assertThat(ChallengeMoves.settled(pending, smaller, on(SERVED_ON))).isEmpty();
    }

    @Test
    void the_rights_of_each_party_have_clocks_of_their_own() {
        assertThat(ProceedingClocks.of(served(), Laws.BOOK, CALENDAR))
                .extracting(Clock::code, Clock::lastDay)
                .contains(
                        tuple("reconsideration", LocalDate.of(2019, 12, 9)),
                        tuple("reconsideration-5", LocalDate.of(2019, 12, 9)),
                        tuple("litigation-5", LocalDate.of(2020, 4, 8)),
                        tuple("payment-5", DUE));
    }
}
