package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.by;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.rectification.Orders;

/** Who proposes, who reviews and who decides are different persons, also across returns. */
class SegregationTest {

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
        refused(
                "proceeding.same-person",
                () -> ProposalMoves.proposeAgain(
                        Proceedings.returned(), Orders.overdue(), Proceedings.fine(TEN_THOUSAND), by("rui", NOON)));
        PenaltyProceeding again = ProposalMoves.proposeAgain(
                        Proceedings.returned(), Orders.overdue(), Proceedings.fine(TEN_THOUSAND), by("bo", NOON))
                .proceeding();
        refused("proceeding.same-person", () -> again.review(true, by("anna", NOON)));
        refused("proceeding.same-person", () -> again.review(true, by("bo", NOON)));
        assertThat(again.review(true, by("rui", NOON))).isNotNull();
    }

    @Test
    void who_closed_the_investigation_may_propose_and_plays_no_other_part() {
        PenaltyProceeding it = ProposalMoves.proposeAgain(
                        Proceedings.investigated(), Orders.overdue(), Proceedings.fine(TEN_THOUSAND), by("anna", NOON))
                .proceeding();
        refused("proceeding.same-person", () -> it.review(true, by("ivan", NOON)));
        assertThat(ProposalMoves.proposeAgain(
                        Proceedings.investigated(), Orders.overdue(), Proceedings.fine(TEN_THOUSAND), by("ivan", NOON)))
                .isNotNull();
        PenaltyProceeding recused = DeliberationMoves.recuse(
                        Proceedings.filed(), new OfficerId("ivan"), "kin", Proceedings.court("dan", NOON))
                .proceeding();
        refused(
                "proceeding.recused",
                () -> InvestigationMoves.close(recused, "in vain", Proceedings.court("ivan", NOON)));
    }

    @Test
    void who_verified_a_report_during_the_investigation_has_investigated() {
        PenaltyProceeding it = ProposalMoves.proposeAgain(
                        Proceedings.investigated(), Orders.rejected(), Proceedings.fine(TEN_THOUSAND), by("bo", NOON))
                .proceeding();
        assertThat(Proceedings.investigated().hands().investigators()).doesNotContain(new OfficerId("vera"));
        refused("proceeding.same-person", () -> it.review(true, by("vera", NOON)));
    }

    @Test
    void nothing_is_filed_that_is_not_founded() {
        refused(
                "proceeding.refusal-not-established",
                () -> InvestigationMoves.file(
                        Proceedings.filed().id(),
                        Orders.ordered(),
                        Proceedings.fine(TEN_THOUSAND),
                        Proceedings.CALENDAR.dateOf(NOON),
                        by("ivan", NOON)));
    }

    private static Change<?> decidedBy(String officer) {
        return Proceedings.waived()
                .decide(
                        Penalties.decided(Outcome.FINE, TEN_THOUSAND, List.of()),
                        Laws.BOOK,
                        Proceedings.CALENDAR,
                        by(officer, NOON));
    }
}
