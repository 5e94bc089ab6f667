package org.regulus.filing.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class CaseFileTest {

    private static final Instant NOON = Instant.parse("2019-07-16T04:00:00Z");

    @ParameterizedTest(
            name = "{0}: fall overdue {1}, close {2}, ask {3}, grant {4}, refuse {5}, correct {6}, assign {7}")
    @CsvSource({
        "open, overdue, closed, open, open, open, open, open",
        "overdue, -, closed, -, -, -, -, overdue",
        "closed, -, -, -, -, -, -, -"
    })
    void every_move_from_every_state(
            String from,
            String overdue,
            String close,
            String ask,
            String grant,
            String refuse,
            String correct,
            String assign) {
        CaseFile file = new CaseFile(UUID.randomUUID(), 1, CaseState.of(from, "no-issue", NOON));
        check(overdue, () -> file.fallOverdue(NOON, NOON).caseFile());
        check(close, () -> file.close(CaseOutcome.NO_ISSUE, NOON).caseFile());
        Instant due = NOON.plusSeconds(60);
        Instant later = NOON.plusSeconds(120);
        check(ask, () -> file.askExtension(later, due, NOON).caseFile());
        check(grant, () -> file.grantExtension(later, due, NOON).caseFile());
        check(refuse, () -> file.refuseExtension(NOON).caseFile());
        check(correct, () -> file.correct(1, later, NOON).caseFile());
        check(assign, () -> file.assign("one", NOON).caseFile());
    }

    @Test
    void more_time_is_asked_for_before_the_deadline_and_ends_after_it() {
        CaseFile file = new CaseFile(UUID.randomUUID(), 1, new CaseState.Open());
        refused("extension.too-late", () -> file.askExtension(NOON.plusSeconds(1), NOON, NOON));
        refused("extension.not-later", () -> file.askExtension(NOON, NOON, NOON.minusSeconds(1)));
        refused("extension.not-later", () -> file.grantExtension(NOON, NOON.minusSeconds(60), NOON));
        assertThat(file.grantExtension(NOON.plusSeconds(1), NOON.minusSeconds(60), NOON)
                        .event()
                        .dueAt())
                .as("decided after the deadline")
                .isEqualTo(NOON.plusSeconds(1));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }

    @Test
    void the_table_has_a_row_for_each_state() {
        assertThat(Arrays.stream(CaseState.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("Open", "Overdue", "Closed");
    }

    @Test
    void progress_only_grows_whatever_order_the_news_come_in() {
        assertThat(CaseProgress.UNDER_PENALTY.atLeast(CaseProgress.UNDER_INSPECTION))
                .isEqualTo(CaseProgress.UNDER_PENALTY);
        assertThat(CaseProgress.NONE.atLeast(CaseProgress.UNDER_RECTIFICATION))
                .isEqualTo(CaseProgress.UNDER_RECTIFICATION);
    }

    @Test
    void a_case_that_falls_out_of_a_draw_is_as_if_not_drawn_unless_it_has_come_further() {
        assertThat(CaseProgress.UNDER_INSPECTION.withoutInspection()).isEqualTo(CaseProgress.NONE);
        assertThat(CaseProgress.NONE.withoutInspection()).isEqualTo(CaseProgress.NONE);
        assertThat(CaseProgress.UNDER_PENALTY.withoutInspection()).isEqualTo(CaseProgress.UNDER_PENALTY);
    }

    @Test
    void words_survive_the_database() {
        assertThat(CaseOutcome.values())
                .allSatisfy(one -> assertThat(CaseOutcome.of(one.word())).isEqualTo(one));
        assertThat(CaseProgress.values())
                .allSatisfy(one -> assertThat(CaseProgress.of(one.word())).isEqualTo(one));
    }

    private static void check(String expected, Supplier<CaseFile> move) {
        if (expected.equals("-")) {
            assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                    .isEqualTo("case.move-not-allowed"));
        } else {
            assertThat(move.get().state().word()).isEqualTo(expected);
        }
    }

    @Test
    void an_officer_closes_by_hand_for_a_reason_of_the_list_and_not_while_something_waits() {
        CaseFile open = new CaseFile(UUID.randomUUID(), 1, new CaseState.Open());
        for (CaseOutcome outcome : CaseOutcome.values()) {
            if (outcome.isByHand()) {
                assertThat(open.closeByHand(outcome, false, NOON).event().outcome())
                        .isEqualTo(outcome);
                assertThatThrownBy(() -> open.closeByHand(outcome, true, NOON))
                        .isInstanceOfSatisfying(
                                Refusal.class, no -> assertThat(no.code()).isEqualTo("case.under-way"));
            } else {
                assertThatThrownBy(() -> open.closeByHand(outcome, false, NOON))
                        .isInstanceOfSatisfying(
                                Refusal.class, no -> assertThat(no.code()).isEqualTo("case.closing-reason"));
            }
        }
    }
}
