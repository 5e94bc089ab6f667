package org.regulus.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class InspectionTest {

    private static final Instant NOON = Instant.parse("2019-08-01T04:00:00Z");
    private static final List<UUID> TWO = List.of(UUID.randomUUID(), UUID.randomUUID());

    @ParameterizedTest(
            name =
                    "{0}: commit {1}, assign {2}, wish {3}, replace {4}, notice {5}, schedule {6}, hold {7}, note {8}, conclude {9}, fall out {10}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from    | commit   | assign   | wish      | replace   | notice    | schedule  | hold | note | conclude  | fall out
            opened    | opened   | assigned | opened    | -         | -         | -         | -    | -    | -         | replaced
            assigned  | -        | -        | assigned  | assigned  | assigned  | scheduled | -    | -    | -         | replaced
            scheduled | -        | -        | scheduled | scheduled | scheduled | -         | held | -    | -         | replaced
            held      | -        | -        | -         | -         | -         | -         | -    | held | concluded | -
            concluded | -        | -        | -         | -         | -         | -         | -    | -    | -         | -
            replaced  | -        | -        | -         | -         | -         | -         | -    | -    | -         | -
            """)
    void every_move_from_every_state(ArgumentsAccessor row) {
        Inspection inspection = new Inspection(UUID.randomUUID(), 1, TWO, InspectionState.of(row.getString(0)));
        List<Supplier<Inspection>> moves = List.of(
                () -> inspection.commit(NOON).inspection(),
                () -> inspection.assign(TWO, NOON).inspection(),
                () -> inspection.wish("zh", List.of(), NOON).inspection(),
                () -> inspection.replace(TWO.get(0), UUID.randomUUID(), NOON).inspection(),
                () -> inspection.give(List.of("GP-01"), NOON).inspection(),
                inspection::schedule,
                inspection::hold,
                inspection::note,
                () -> inspection.conclude(0, NOON).inspection(),
                () -> inspection.fallOut(NOON).inspection());
        for (int i = 0; i < moves.size(); i++) {
            check(row.getString(i + 1), moves.get(i));
        }
    }

    @Test
    void a_substitute_is_another_and_takes_the_place_of_one_who_is_assigned() {
        Inspection assigned = new Inspection(UUID.randomUUID(), 2, TWO, InspectionState.of("assigned"));
        UUID next = UUID.randomUUID();
        assertThat(assigned.replace(TWO.get(0), next, NOON).inspection().inspectors())
                .containsExactly(next, TWO.get(1));
        refused("inspection.inspector-not-assigned", () -> assigned.replace(next, UUID.randomUUID(), NOON));
        refused("inspection.inspector-not-assigned", () -> assigned.replace(TWO.get(0), TWO.get(1), NOON));
    }

    @Test
    void the_table_has_a_row_for_each_state() {
        assertThat(Arrays.stream(InspectionState.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("Opened", "Assigned", "Scheduled", "Held", "Concluded", "Replaced");
    }

    @Test
    void findings_decide_the_outcome() {
        Inspection held = new Inspection(UUID.randomUUID(), 2, TWO, InspectionState.of("held"));
        assertThat(held.conclude(0, NOON).event().outcome()).isEqualTo(Outcome.NO_ISSUE);
        assertThat(held.conclude(1, NOON).event().outcome()).isEqualTo(Outcome.ISSUES);
    }

    @Test
    void one_inspector_twice_is_not_two() {
        UUID one = UUID.randomUUID();
        Inspection opened = new Inspection(UUID.randomUUID(), 1, List.of(), InspectionState.of("opened"));
        refused("inspection.too-few-inspectors", () -> opened.assign(List.of(one, one), NOON));
    }

    @Test
    void an_interview_is_fixed_for_a_time_to_come_moved_while_it_is_fixed_and_held_once() {
        Instant start = NOON.plusSeconds(3_600);
        Interview interview = Interview.schedule(UUID.randomUUID(), start, start.plusSeconds(7_200), NOON);
        assertThat(interview
                        .reschedule(start.plusSeconds(60), start.plusSeconds(7_260), NOON)
                        .announced())
                .isEqualTo(2);
        assertThat(interview.confirm().announced()).isEqualTo(2);
        refused("interview.in-the-past", () -> Interview.schedule(UUID.randomUUID(), NOON, start, NOON));
        refused("interview.held-at", () -> interview.hold(start.plusSeconds(7_200), NOON));
        Interview cancelled = interview.cancel();
        assertThat(cancelled.state()).isEqualTo(Interview.State.CANCELLED);
        refused("interview.move-not-allowed", cancelled::cancel);
        refused("interview.move-not-allowed", cancelled::confirm);
        refused("interview.move-not-allowed", () -> cancelled.reschedule(start, start.plusSeconds(60), NOON));
        refused("interview.move-not-allowed", () -> cancelled.hold(start, start.plusSeconds(60)));
        Interview held = interview.hold(start.plusSeconds(7_200), start.plusSeconds(7_300));
        refused("interview.move-not-allowed", held::confirm);
        refused("interview.move-not-allowed", held::cancel);
        refused("interview.move-not-allowed", () -> held.hold(start, start.plusSeconds(8_000)));
        refused("interview.move-not-allowed", () -> held.reschedule(start, start.plusSeconds(60), NOON));
    }

    private static void check(String expected, Supplier<Inspection> move) {
        if (expected.equals("-")) {
            refused("inspection.move-not-allowed", move);
        } else {
            assertThat(move.get().state().word()).isEqualTo(expected);
        }
    }

    private static void refused(String code, Supplier<?> move) {
        assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
