package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.sanctions.penalty.Proceedings.CALENDAR;
import static org.regulus.sanctions.penalty.Proceedings.DEFENCE_UNTIL;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.by;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.penalty.Standing.Decided;
import org.regulus.sanctions.rectification.Orders;

class PenaltyProceedingTest {

    static final Map<String, Supplier<PenaltyProceeding>> IN_STATE = new LinkedHashMap<>();

    static {
        IN_STATE.put("Filed", Proceedings::filed);
        IN_STATE.put("Investigated", Proceedings::investigated);
        IN_STATE.put("Proposed", Proceedings::proposed);
        IN_STATE.put("Returned", Proceedings::returned);
        IN_STATE.put("Approved", Proceedings::approved);
        IN_STATE.put("Noticed", Proceedings::noticed);
        IN_STATE.put("Defended", Proceedings::defended);
        IN_STATE.put("Waived", Proceedings::waived);
        IN_STATE.put("HearingRequested", Proceedings::hearingRequested);
        IN_STATE.put("HearingCalled", Proceedings::hearingCalled);
        IN_STATE.put("HearingHeld", Proceedings::hearingHeld);
        IN_STATE.put("Served", Proceedings::served);
        IN_STATE.put("Revoked", Proceedings::revoked);
        IN_STATE.put("Transferred", Proceedings::transferred);
        IN_STATE.put("Decided (fine)", Proceedings::fined);
        IN_STATE.put("Decided (warning)", Proceedings::warned);
        IN_STATE.put("Paid", Proceedings::paid);
        IN_STATE.put("Closed", Proceedings::closed);
        IN_STATE.put("Withdrawn", Proceedings::withdrawn);
    }

    /** The decision is asked for after the defence period; what happens before is another test. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from            | again    | approve  | return   | notice  | defend   | waive  | decide  | pay  | close  | withdraw
            Filed             | -        | -        | -        | -       | -        | -      | -       | -    | -      | Withdrawn
            Investigated      | Proposed | -        | -        | -       | -        | -      | -       | -    | -      | Withdrawn
            Proposed          | -        | Approved | Returned | review-required | -        | -      | -       | -    | -      | Withdrawn
            Returned          | Proposed | -        | -        | -       | -        | -      | -       | -    | -      | Withdrawn
            Approved          | -        | -        | -        | Noticed | -        | -      | -       | -    | -      | Withdrawn
            Noticed           | -        | -        | -        | -       | Defended | Waived | Decided | -    | -      | Withdrawn
            Defended          | -        | -        | -        | -       | -        | -      | Decided | -    | -      | Withdrawn
            Waived            | -        | -        | -        | -       | -        | -      | Decided | -    | -      | Withdrawn
            HearingRequested  | -        | -        | -        | -       | -        | -      | -       | -    | -      | Withdrawn
            HearingCalled     | -        | -        | -        | -       | -        | -      | -       | -    | -      | Withdrawn
            HearingHeld       | -        | -        | -        | -       | -        | -      | Decided | -    | -      | Withdrawn
            Served            | -        | -        | -        | -       | -        | -      | -       | Paid | -      | -
            Revoked           | -        | -        | -        | -       | -        | -      | -       | -    | -      | -
            Transferred       | -        | -        | -        | -       | -        | -      | -       | -    | -      | -
            Decided (fine)    | -        | -        | -        | -       | -        | -      | -       | Paid | -      | -
            Decided (warning) | -        | -        | -        | -       | -        | -      | -       | -    | Closed | -
            Paid              | -        | -        | -        | -       | -        | -      | -       | -    | Closed | -
            Closed            | -        | -        | -        | -       | -        | -      | -       | -    | -      | -
            Withdrawn         | -        | -        | -        | -       | -        | -      | -       | -    | -      | -
            """)
    void every_move_from_every_state(
            String from,
            String again,
            String approve,
            String giveBack,
            String notice,
            String defend,
            String waive,
            String decide,
            String pay,
            String close,
            String withdraw) {
        PenaltyProceeding it = IN_STATE.get(from).get();
        LocalDate today = CALENDAR.dateOf(NOON);
        outcome(
                again,
                it,
                () -> ProposalMoves.proposeAgain(
                        it, Orders.overdue(), Proceedings.fine(TEN_THOUSAND), by("anna", NOON)));
        outcome(approve, it, () -> it.review(true, by("rui", NOON)));
        outcome(giveBack, it, () -> it.review(false, by("rui", NOON)));
        outcome(notice, it, () -> it.notice(Laws.BOOK, CALENDAR, NOON));
        outcome(defend, it, () -> it.answer(Proceedings.STATEMENT, NOON));
        outcome(waive, it, () -> it.answer(Proceedings.WAIVER, NOON));
        outcome(decide, it, () -> Proceedings.decide(it, Outcome.FINE, TEN_THOUSAND, DEFENCE_UNTIL));
        outcome(pay, it, () -> Proceedings.pay(it, TEN_THOUSAND, today, NOON));
        outcome(close, it, () -> it.close(NOON));
        outcome(withdraw, it, () -> it.withdraw("put right after all", by("anna", NOON)));
    }

    /** A state, {@code -} for a move that is not there, or else the code of a gate that is shut. */
    static void outcome(String expected, PenaltyProceeding before, Supplier<Change<? extends PenaltyEvent>> move) {
        if (expected.equals("-")) {
            refused("proceeding.move-not-allowed", move);
            return;
        }
        if (Character.isLowerCase(expected.charAt(0))) {
            refused("proceeding." + expected, move);
            return;
        }
        PenaltyProceeding after = move.get().proceeding();
        assertThat(after.state().getClass().getSimpleName()).isEqualTo(expected);
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void the_matrix_has_a_row_for_every_state() {
        Set<String> rows = new HashSet<>();
        IN_STATE.forEach((row, proceeding) -> {
            String state = proceeding.get().state().getClass().getSimpleName();
            assertThat(row).startsWith(state);
            rows.add(state);
        });
        assertThat(rows).isEqualTo(states(ProceedingState.class));
    }

    /** The permitted classes, through the sealed interfaces between. */
    private static Set<String> states(Class<?> sealed) {
        Set<String> names = new HashSet<>();
        Arrays.stream(sealed.getPermittedSubclasses()).forEach(type -> {
            if (type.isInterface()) {
                names.addAll(states(type));
            } else {
                names.add(type.getSimpleName());
            }
        });
        return names;
    }

    @Test
    void nobody_decides_while_the_operator_may_still_answer() {
        for (PenaltyProceeding heard : new PenaltyProceeding[] {Proceedings.noticed(), Proceedings.defended()}) {
            refused(
                    "proceeding.defence-period-running",
                    () -> Proceedings.decide(heard, Outcome.FINE, TEN_THOUSAND, DEFENCE_UNTIL.minusNanos(1_000)));
            assertThat(Proceedings.decide(heard, Outcome.FINE, TEN_THOUSAND, DEFENCE_UNTIL))
                    .isNotNull();
        }
    }

    @Test
    void who_waived_its_answer_may_be_decided_at_once() {
        assertThat(Proceedings.fined().state()).isInstanceOf(Decided.class);
    }

    @Test
    void an_answer_after_its_time_comes_too_late() {
        refused("proceeding.defence-period-over", () -> Proceedings.noticed()
                .answer(Proceedings.STATEMENT, DEFENCE_UNTIL));
    }

    @Test
    void a_fine_is_payable_within_fifteen_days_that_do_not_end_on_a_day_off() {
        // 20 September + 15 days = 5 October, within the National Day holiday
        var on20September = Proceedings.by("dan", java.time.Instant.parse("2019-09-20T02:00:00Z"));
        var decided = Proceedings.waived()
                .decide(Penalties.decided(Outcome.FINE, TEN_THOUSAND, List.of()), Laws.BOOK, CALENDAR, on20September);
        assertThat(decided.event().decision().payUntil()).contains(LocalDate.of(2019, 10, 8));
    }

    @Test
    void since_2021_the_operator_has_five_working_days() {
        var noticed =
                Proceedings.approved().notice(Laws.BOOK, CALENDAR, java.time.Instant.parse("2022-07-01T02:00:00Z"));
        // Friday 1 July 2022 + 5 working days = Friday 8 July
        assertThat(noticed.event().defenceUntil()).isEqualTo(java.time.Instant.parse("2022-07-08T16:00:00Z"));
    }

    @Test
    void a_payment_is_the_whole_fine_on_a_day_between_decision_and_today() {
        LocalDate today = CALENDAR.dateOf(NOON);
        refused(
                "proceeding.payment-differs",
                () -> Proceedings.pay(Proceedings.fined(), Laws.yuan(9_999), today, NOON));
        refused(
                "proceeding.payment-date",
                () -> Proceedings.pay(Proceedings.fined(), TEN_THOUSAND, today.plusDays(1), NOON));
        refused(
                "proceeding.payment-date",
                () -> Proceedings.pay(Proceedings.fined(), TEN_THOUSAND, today.minusDays(1), NOON));
    }

    static void refused(String code, Supplier<?> move) {
        assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
