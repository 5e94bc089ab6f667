package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.AT_HEARING;
import static org.regulus.sanctions.penalty.Proceedings.DEFENCE_UNTIL;
import static org.regulus.sanctions.penalty.Proceedings.HEARING;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.by;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.ProposalTerms.Weighing;
import org.regulus.sanctions.rectification.Orders;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;

/** Each gate before the decision, and somebody who tries to skip it; each part, and somebody who must not play it. */
class GatesTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 10, 8);

    @Test
    void without_the_review_there_is_no_notice() {
        refused("proceeding.review-required", () -> Proceedings.proposed()
                .notice(Laws.BOOK, Proceedings.CALENDAR, NOON));
    }

    @Test
    void a_hearing_is_asked_for_in_time_and_where_the_law_gives_one() {
        refused(
                "proceeding.defence-period-over",
                () -> HearingMoves.request(Proceedings.noticed(), court("operator", DEFENCE_UNTIL)));
        PenaltyProceeding small = noticed(Laws.yuan(9_999), Set.of());
        refused("proceeding.hearing-not-due", () -> HearingMoves.request(small, court("operator", NOON)));
    }

    @Test
    void who_asked_for_a_hearing_is_not_decided_before_it() {
        refused(
                "proceeding.move-not-allowed",
                () -> Proceedings.decide(Proceedings.hearingRequested(), Outcome.FINE, TEN_THOUSAND, AT_HEARING));
        refused(
                "proceeding.move-not-allowed",
                () -> Proceedings.decide(Proceedings.hearingCalled(), Outcome.FINE, TEN_THOUSAND, AT_HEARING));
        assertThat(Proceedings.decide(Proceedings.hearingHeld(), Outcome.FINE, TEN_THOUSAND, AT_HEARING))
                .isNotNull();
    }

    @Test
    void a_hearing_has_its_notice_days_and_is_not_minuted_beforehand() {
        refused("proceeding.hearing-too-soon", () -> call("chen", HEARING.minusDays(1)));
        refused(
                "proceeding.hearing-ahead",
                () -> HearingMoves.hold(Proceedings.hearingCalled(), true, "heard", court("chen", NOON)));
    }

    @Test
    void the_chair_neither_investigated_nor_reviewed_and_signs_itself() {
        refused("proceeding.same-person", () -> call("anna", HEARING));
        refused("proceeding.same-person", () -> call("rui", HEARING));
        refused(
                "proceeding.not-the-chair",
                () -> HearingMoves.hold(Proceedings.hearingCalled(), true, "heard", court("anna", AT_HEARING)));
    }

    @Test
    void the_chair_does_not_decide_and_does_not_vote() {
        refused("proceeding.same-person", () -> Proceedings.hearingHeld()
                .decide(
                        Penalties.decided(Outcome.FINE, TEN_THOUSAND, List.of()),
                        Laws.BOOK,
                        Proceedings.CALENDAR,
                        by("chen", AT_HEARING)));
        refused(
                "proceeding.same-person",
                () -> DeliberationMoves.vote(Proceedings.hearingHeld(), true, "x", court("chen", AT_HEARING)));
    }

    @Test
    void a_grave_penalty_needs_three_voices_most_of_them_in_favour() {
        PenaltyProceeding grave = waived(Laws.yuan(20_000), Set.of());
        refused("proceeding.discussion-missing", () -> decide(grave, Laws.yuan(20_000)));
        refused("proceeding.discussion-missing", () -> decide(voices(grave, true, true), Laws.yuan(20_000)));
        refused("proceeding.discussion-missing", () -> decide(voices(grave, true, false, false), Laws.yuan(20_000)));
        assertThat(decide(voices(grave, true, true, false), Laws.yuan(20_000))).isNotNull();
        assertThat(decide(grave, Laws.yuan(19_999))).isNotNull();
    }

    @Test
    void a_complex_case_is_discussed_whatever_it_costs() {
        PenaltyProceeding complex = waived(TEN_THOUSAND, Set.of("complex"));
        refused("proceeding.discussion-missing", () -> decide(complex, TEN_THOUSAND));
    }

    @Test
    void nobody_votes_twice_or_on_its_own_proposal() {
        PenaltyProceeding once = voices(Proceedings.waived(), true);
        refused("proceeding.voted", () -> DeliberationMoves.vote(once, true, "again", court("voice0", NOON)));
        refused("proceeding.same-person", () -> DeliberationMoves.vote(once, true, "mine", court("anna", NOON)));
        refused("proceeding.same-person", () -> DeliberationMoves.vote(once, true, "mine", court("rui", NOON)));
    }

    @Test
    void nobody_makes_up_its_mind_before_the_operator_was_heard() {
        PenaltyProceeding onItsWay = Proceedings.approved()
                .notice(Laws.BOOK, Proceedings.CALENDAR, NOON)
                .proceeding();
        refused(
                "proceeding.not-served",
                () -> DeliberationMoves.vote(onItsWay, true, "so", court("dan", DEFENCE_UNTIL)));
        PenaltyProceeding served = Proceedings.noticed();
        refused(
                "proceeding.defence-period-running",
                () -> DeliberationMoves.vote(served, true, "so", court("dan", DEFENCE_UNTIL.minusSeconds(1))));
        assertThat(DeliberationMoves.vote(served, true, "so", court("dan", DEFENCE_UNTIL)))
                .isNotNull();
    }

    /** Vera verified the report on the order that Anna made; Ben proposes. */
    @Test
    void who_investigated_neither_reviews_nor_chairs_nor_decides() {
        Hands hands = Hands.of(new OfficerId("ben"), Orders.rejected().investigators());
        for (String investigator : List.of("anna", "vera")) {
            OfficerId officer = new OfficerId(investigator);
            refused("proceeding.same-person", () -> hands.reviewedBy(officer));
            refused("proceeding.same-person", () -> hands.chairedBy(officer));
            refused("proceeding.same-person", () -> decided(hands, officer));
            assertThat(hands.proposedBy(officer).proposers()).contains(officer);
        }
    }

    @Test
    void the_decision_has_its_limit_and_more_time_is_given_by_somebody_else() {
        Instant afterNinetyDays = Instant.parse("2020-01-07T02:00:00Z");
        refused(
                "proceeding.decision-limit-over",
                () -> Proceedings.decide(Proceedings.waived(), Outcome.FINE, TEN_THOUSAND, afterNinetyDays));
        refused(
                "proceeding.same-person",
                () -> DeliberationMoves.extend(
                        Proceedings.waived(), TODAY.plusDays(120), "complex", court("anna", NOON)));
        refused(
                "proceeding.extension-too-short",
                () -> DeliberationMoves.extend(Proceedings.waived(), TODAY.plusDays(90), "x", court("dan", NOON)));
        PenaltyProceeding extended = DeliberationMoves.extend(
                        Proceedings.waived(), TODAY.plusDays(120), "complex", court("dan", NOON))
                .proceeding();
        assertThat(Proceedings.decide(extended, Outcome.FINE, TEN_THOUSAND, afterNinetyDays))
                .isNotNull();
    }

    @Test
    void who_was_recused_plays_no_part_any_more() {
        OfficerId dan = new OfficerId("dan");
        PenaltyProceeding without = DeliberationMoves.recuse(Proceedings.waived(), dan, "kin", court("eve", NOON))
                .proceeding();
        refused("proceeding.recused", () -> decide(without, TEN_THOUSAND));
        refused("proceeding.recused", () -> DeliberationMoves.vote(without, true, "x", court("dan", NOON)));
        PenaltyProceeding noRui = DeliberationMoves.recuse(
                        Proceedings.proposed(), new OfficerId("rui"), "kin", court("eve", NOON))
                .proceeding();
        refused("proceeding.recused", () -> noRui.review(true, by("rui", NOON)));
        PenaltyProceeding noChen = DeliberationMoves.recuse(
                        Proceedings.hearingCalled(), new OfficerId("chen"), "kin", court("eve", NOON))
                .proceeding();
        refused("proceeding.recused", () -> HearingMoves.hold(noChen, true, "x", court("chen", AT_HEARING)));
        assertThat(HearingMoves.call(noChen, new OfficerId("cora"), HEARING, court("anna", NOON)))
                .isNotNull();
    }

    private static Hands decided(Hands hands, OfficerId officer) {
        hands.decidedBy(officer);
        return hands;
    }

    private static Change<?> call(String chair, LocalDate day) {
        return HearingMoves.call(Proceedings.hearingRequested(), new OfficerId(chair), day, court("anna", NOON));
    }

    private static Change<?> decide(PenaltyProceeding it, Money fine) {
        return Proceedings.decide(it, Outcome.FINE, fine, NOON);
    }

    private static PenaltyProceeding voices(PenaltyProceeding it, boolean... inFavour) {
        PenaltyProceeding heard = it;
        for (int i = 0; i < inFavour.length; i++) {
            heard = DeliberationMoves.vote(heard, inFavour[i], "so", court("voice" + i, NOON))
                    .proceeding();
        }
        return heard;
    }

    private static PenaltyProceeding noticed(Money fine, Set<String> circumstances) {
        Proposal proposal = Proceedings.lawful(Proceedings.terms(
                "ORDER-11",
                List.of(),
                LocalDate.of(2019, 9, 17),
                PenaltyKind.FINE,
                fine,
                "not rectified",
                new Weighing(Consequence.NONE, circumstances, Optional.empty())));
        return ProposalMoves.propose(
                        new ProceedingId(Orders.id(0xf2)), Orders.overdue(), proposal, TODAY, by("anna", NOON))
                .proceeding()
                .review(true, by("rui", NOON))
                .proceeding()
                .notice(Laws.BOOK, Proceedings.CALENDAR, NOON)
                .proceeding();
    }

    private static PenaltyProceeding waived(Money fine, Set<String> circumstances) {
        return noticed(fine, circumstances).answer(Proceedings.WAIVER, NOON).proceeding();
    }
}
