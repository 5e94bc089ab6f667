package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.regulus.sanctions.penalty.FivePenalties.LATE;
import static org.regulus.sanctions.penalty.FivePenalties.SERVED_ON;
import static org.regulus.sanctions.penalty.FivePenalties.challenge;
import static org.regulus.sanctions.penalty.FivePenalties.lastDay;
import static org.regulus.sanctions.penalty.FivePenalties.on;
import static org.regulus.sanctions.penalty.FivePenalties.pay;
import static org.regulus.sanctions.penalty.FivePenalties.resolve;
import static org.regulus.sanctions.penalty.FivePenalties.served;
import static org.regulus.sanctions.penalty.FivePenalties.stage;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.penalty.Execution.Stage;
import org.regulus.sanctions.penalty.Revision.Becomes;
import org.regulus.sanctions.penalty.Sheet.Resolution;

/** Each penalty of a decision goes its own way. */
class PenaltyByPenaltyTest {

    private static final Map<String, Integer> NUMBER =
            Map.of("fine", 1, "confiscation", 2, "suspension", 3, "warning", 4, "fine on Li", 5);

    private static final Map<Stage, UnaryOperator<Walk>> TO = Map.of(
            Stage.OPEN,
            walk -> walk,
            Stage.RUNNING,
            walk -> walk.carriedOut(),
            Stage.DONE,
            Walk::done,
            Stage.LIFTED,
            walk -> walk.changed(Becomes.NOTHING, null));

    /** A proceeding, and the penalty that this is about. */
    private record Walk(PenaltyProceeding it, int number) {
        Walk carriedOut() {
            return to(MeasureMoves.carryOut(it, number, SERVED_ON, on(SERVED_ON)));
        }

        Walk done() {
            Penalty penalty =
                    it.decision().orElseThrow().penalties().number(number).orElseThrow();
            if (penalty.isFine()) {
                return to(pay(it, number, penalty.sum().orElseThrow().minor() / 100, SERVED_ON));
            }
            if (!penalty.isToCarryOut()) {
                return this;
            }
            Walk begun = carriedOut();
            return penalty.days().isEmpty()
                    ? begun
                    : begun.to(MeasureMoves.end(begun.it, number, SERVED_ON.plusDays(30), on(SERVED_ON.plusDays(30))));
        }

        Walk changed(Becomes becomes, Integer left) {
            PenaltyProceeding pending = challenge(it, Optional.of(number), SERVED_ON);
            return to(resolve(pending, changedTo(becomes, left), SERVED_ON.plusDays(1)));
        }

        Judgment changedTo(Becomes becomes, Integer left) {
            Penalty was = it.decision().orElseThrow().penalties().number(number).orElseThrow();
            return new Judgment(
                    Resolution.CHANGED,
                    Optional.of(number),
                    Optional.empty(),
                    List.of(new Revision(
                            number,
                            becomes,
                            Optional.ofNullable(left)
                                    .filter(some -> was.days().isEmpty())
                                    .map(Laws::yuan),
                            Optional.ofNullable(left).filter(some -> was.days().isPresent()))));
        }

        Walk to(Change<?> change) {
            return new Walk(change.proceeding(), number);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # penalty    | stage   | pay             | ask for parts   | demand          | to the court    | carry out       | end              | to less          | to a warning    | to nothing
            fine         | OPEN    | DONE            | OPEN            | OPEN            | demand-missing  | penalty-unknown | penalty-unknown  | OPEN             | DONE            | LIFTED
            fine         | DONE    | nothing-due     | nothing-due     | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | DONE             | DONE            | LIFTED
            fine         | LIFTED  | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | penalty-unknown  | penalty-unknown | penalty-unknown
            fine on Li   | OPEN    | DONE            | OPEN            | OPEN            | demand-missing  | penalty-unknown | penalty-unknown  | OPEN             | DONE            | LIFTED
            fine on Li   | DONE    | nothing-due     | nothing-due     | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | DONE             | DONE            | LIFTED
            fine on Li   | LIFTED  | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | penalty-unknown  | penalty-unknown | penalty-unknown
            confiscation | OPEN    | penalty-unknown | penalty-unknown | OPEN            | demand-missing  | DONE            | penalty-unknown  | OPEN             | DONE            | LIFTED
            confiscation | DONE    | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | carried-out     | penalty-unknown  | DONE             | DONE            | LIFTED
            confiscation | LIFTED  | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | penalty-unknown  | penalty-unknown | penalty-unknown
            suspension   | OPEN    | penalty-unknown | penalty-unknown | OPEN            | demand-missing  | RUNNING         | term-not-running | OPEN             | DONE            | LIFTED
            suspension   | RUNNING | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | carried-out     | DONE             | RUNNING          | DONE            | LIFTED
            suspension   | DONE    | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | carried-out     | term-not-running | DONE             | DONE            | LIFTED
            suspension   | LIFTED  | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | penalty-unknown  | penalty-unknown | penalty-unknown
            warning      | DONE    | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | measure-differs  | DONE            | LIFTED
            warning      | LIFTED  | penalty-unknown | penalty-unknown | nothing-due     | nothing-due     | penalty-unknown | penalty-unknown  | penalty-unknown  | penalty-unknown | penalty-unknown
            """)
    void every_move_of_every_penalty_at_every_stage(
            String penalty,
            Stage stage,
            String pay,
            String parts,
            String demand,
            String court,
            String carryOut,
            String end,
            String less,
            String warning,
            String nothing) {
        Walk walk = TO.get(stage).apply(new Walk(served(), NUMBER.get(penalty)));
        int number = walk.number();
        PenaltyProceeding it = walk.it();
        assertThat(stage(it, number)).isEqualTo(stage);
        long sum = number == 1 ? 10_000 : 2_000;
        outcome(pay, number, () -> pay(it, number, sum, SERVED_ON));
        outcome(
                parts,
                number,
                () -> PaymentMoves.requestInstalments(it, Optional.of(number), "hardship", on(SERVED_ON)));
        outcome(demand, number, () -> EnforcementMoves.demand(it, Optional.of(number), on(LATE)));
        outcome(court, number, () -> EnforcementMoves.requestEnforcement(it, Optional.of(number), on(LATE)));
        outcome(carryOut, number, () -> MeasureMoves.carryOut(it, number, SERVED_ON, on(SERVED_ON)));
        LocalDate over = SERVED_ON.plusDays(30);
        outcome(end, number, () -> MeasureMoves.end(it, number, over, on(over)));
        PenaltyProceeding pending = challenge(it, Sheet.Challenge.LITIGATION, Optional.of(number), LATE);
        outcome(less, number, () -> resolve(pending, walk.changedTo(Becomes.LESS, 10), LATE));
        outcome(warning, number, () -> resolve(pending, walk.changedTo(Becomes.WARNING, null), LATE));
        outcome(nothing, number, () -> resolve(pending, walk.changedTo(Becomes.NOTHING, null), LATE));
    }

    @Test
    void a_term_that_a_challenge_made_shorter_ends_earlier() {
        Walk shorter = new Walk(served(), 3).carriedOut().changed(Becomes.LESS, 10);
        LocalDate end = SERVED_ON.plusDays(10);
        assertThat(lastDay(shorter.it(), "measure-end-3")).contains(end);
        refused("proceeding.term-running", () -> MeasureMoves.end(shorter.it(), 3, end.minusDays(1), on(end)));
        assertThat(stage(MeasureMoves.end(shorter.it(), 3, end, on(end)).proceeding(), 3))
                .isEqualTo(Stage.DONE);
    }

    private static void outcome(String expected, int number, Supplier<Change<?>> move) {
        if (expected.equals(expected.toUpperCase())) {
            assertThat(stage(move.get().proceeding(), number)).isEqualTo(Stage.valueOf(expected));
        } else {
            Refusal no = catchThrowableOfType(Refusal.class, move::get);
            assertThat(no.code()).isEqualTo("proceeding." + expected);
        }
    }
}
