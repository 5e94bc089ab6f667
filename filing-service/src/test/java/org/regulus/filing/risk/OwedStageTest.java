package org.regulus.filing.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class OwedStageTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));
    private static final OwedStage OWED = OwedStage.NEW.ask(NOON);
    private static final OwedStage MISSED = OWED.timeIsOver(NOON).orElseThrow();

    private static final Map<String, OwedStage> STATES = Map.of(
            "owed",
            OWED,
            "missed",
            MISSED,
            "done",
            OWED.report(NOON.minusSeconds(1)),
            "fell-away",
            OWED.fallAway(NOON));

    @ParameterizedTest(
            name =
                    "{0}: report {1}, its time is over {2}, the grade does not ask for it {3}, the grade asks for it {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            owed      | done | missed | fell-away | owed
            missed    | done | -      | fell-away | missed
            done      | done | -      | done      | done
            fell-away | no   | -      | fell-away | owed
            """)
    void every_move_from_every_state(String from, String report, String over, String notAsked, String asked) {
        OwedStage stage = STATES.get(from);
        assertThat(stage.word()).isEqualTo(from);
        if (report.equals("no")) {
            assertThatThrownBy(() -> stage.report(LATER))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo("risk.stage-fell-away"));
        } else {
            moves(stage, one -> one.report(LATER), report);
            assertThat(stage.report(LATER).reports()).isEqualTo(stage.reports() + 1);
        }
        assertThat(stage.timeIsOver(LATER).map(OwedStage::word).orElse("-")).isEqualTo(over);
        moves(stage, one -> one.fallAway(LATER), notAsked);
        moves(stage, one -> one.ask(NOON), asked);
    }

    private static void moves(OwedStage stage, UnaryOperator<OwedStage> move, String to) {
        assertThat(move.apply(stage).word()).isEqualTo(to);
    }

    @Test
    void a_grade_that_moves_the_time_leaves_the_former_one_to_be_seen() {
        OwedStage moved = OWED.ask(LATER);
        assertThat(moved.dueAt()).isEqualTo(LATER);
        assertThat(moved.formerDueAt()).isEqualTo(NOON);
        assertThat(moved.ask(LATER)).isEqualTo(moved);
        assertThat(moved.report(LATER.minusSeconds(1)).isLate()).isFalse();
    }

    @Test
    void what_was_done_or_missed_was_judged_by_its_time_and_keeps_it() {
        assertThat(MISSED.ask(LATER).dueAt()).isEqualTo(NOON);
        OwedStage done = OWED.report(NOON);
        assertThat(done.ask(LATER).dueAt()).isEqualTo(NOON);
        assertThat(done.isLate()).isTrue();
        assertThat(done.report(LATER).doneAt()).isEqualTo(NOON);
    }

    @Test
    void one_that_fell_away_and_is_asked_for_again_is_missed_when_it_was() {
        OwedStage away = MISSED.fallAway(LATER);
        assertThat(away.word()).isEqualTo("fell-away");
        assertThat(away.ask(LATER).word()).isEqualTo("missed");
    }

    @Test
    void a_report_that_itself_comes_too_late_has_missed_its_time_once() {
        OwedStage late = OWED.report(NOON).cameTooLate().orElseThrow();
        assertThat(late.missedAt()).isEqualTo(NOON);
        assertThat(late.word()).isEqualTo("done");
        assertThat(late.cameTooLate()).isEmpty();
        assertThat(OWED.report(NOON.minusSeconds(1)).cameTooLate()).isEmpty();
        assertThat(OWED.cameTooLate()).isEmpty();
        assertThat(MISSED.report(LATER).cameTooLate()).isEmpty();
    }
}
