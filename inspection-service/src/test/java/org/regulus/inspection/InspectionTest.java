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
    private static final List<String> ITEMS = List.of("GP-01");
    private static final Approval PLANNED = new Approval.Planned("officer", false);
    private static final Approval APPROVED = new Approval.Approved("officer", "decider", false);
    private static final Approval UNANNOUNCED = new Approval.Approved("officer", "decider", true);

    @ParameterizedTest(
            name =
                    "{0}: commit {1}, reveal {2}, assign {3}, wish {4}, plan {5}, approve {6}, replace {7}, notice {8}, schedule {9}, hold {10}, note {11}, conclude {12}, fall out {13}, open at the door {14}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from    | commit   | reveal | assign   | wish      | plan      | approve   | replace   | notice    | schedule  | hold | note | conclude  | fall out | at the door
            opened    | opened   | opened | assigned | opened    | opened    | -         | -         | -         | -         | -    | -    | -         | replaced | -
            assigned  | -        | -      | -        | assigned  | assigned  | assigned  | assigned  | assigned  | scheduled | -    | -    | -         | replaced | scheduled
            scheduled | -        | -      | -        | scheduled | scheduled | scheduled | scheduled | scheduled | -         | held | -    | -         | replaced | -
            held      | -        | -      | -        | -         | -         | -         | -         | -         | -         | -    | held | concluded | - | -
            concluded | -        | -      | -        | -         | -         | -         | -         | -         | -         | -    | -    | -         | - | -
            replaced  | -        | -      | -        | -         | -         | -         | -         | -         | -         | -    | -    | -         | - | -
            """)
    void every_move_from_every_state(ArgumentsAccessor row) {
        Inspection inspection = in(row.getString(0), APPROVED);
        Inspection planned = in(row.getString(0), PLANNED);
        Inspection unannounced = in(row.getString(0), UNANNOUNCED);
        List<Supplier<Inspection>> moves = List.of(
                () -> inspection.commit(TWO, null, NOON).inspection(),
                () -> inspection.reveal("council", NOON).inspection(),
                () -> inspection.assign(TWO, NOON).inspection(),
                () -> inspection.wish("zh", List.of(), NOON).inspection(),
                () -> inspection.plan(ITEMS, false, false, "officer", NOON).inspection(),
                () -> planned.approve("decider", NOON).inspection(),
                () -> inspection.replace(TWO.get(0), UUID.randomUUID(), NOON).inspection(),
                () -> inspection.give(ITEMS, NOON).inspection(),
                inspection::schedule,
                inspection::hold,
                () -> inspection.note(false),
                () -> inspection.conclude(0, false, NOON).inspection(),
                () -> inspection.fallOut(NOON).inspection(),
                () -> unannounced.giveAtTheDoor(ITEMS, false, NOON).inspection());
        for (int i = 0; i < moves.size(); i++) {
            check(row.getString(i + 1), moves.get(i));
        }
    }

    @ParameterizedTest(
            name = "{0}: plan {1}, approve {2}, approve the own {3}, notice {4}, schedule {5}, hold {6}, move {7}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from    | plan    | approve                | approve the own        | notice                  | schedule                | hold                    | move
            unplanned | planned | inspection.not-planned | inspection.not-planned | inspection.not-approved | inspection.not-approved | inspection.not-approved | inspection.not-approved
            planned   | planned | approved               | inspection.own-work    | inspection.not-approved | inspection.not-approved | inspection.not-approved | inspection.not-approved
            approved  | planned | inspection.not-planned | inspection.not-planned | approved                | approved                | approved                | approved
            begun     | inspection.visit-begun | inspection.not-planned | inspection.not-planned | inspection.without-notice | inspection.move-not-allowed | approved | inspection.visit-begun
            """)
    void nothing_is_told_or_done_before_another_than_the_planner_has_approved(ArgumentsAccessor row) {
        boolean begun = row.getString(0).equals("begun");
        Approval from = begun
                ? UNANNOUNCED
                : List.of(Approval.NONE, PLANNED, APPROVED).stream()
                        .filter(one -> word(one).equals(row.getString(0)))
                        .findFirst()
                        .orElseThrow();
        Inspection inspection = in(begun ? "scheduled" : "assigned", from);
        List<Supplier<Inspection>> moves = List.of(
                () -> inspection.plan(ITEMS, false, begun, "officer", NOON).inspection(),
                () -> inspection.approve("decider", NOON).inspection(),
                () -> inspection.approve("officer", NOON).inspection(),
                () -> inspection.give(ITEMS, NOON).inspection(),
                inspection::schedule,
                () -> in("scheduled", from).hold(),
                () -> in("scheduled", from).reschedule(begun));
        for (int i = 0; i < moves.size(); i++) {
            String expected = row.getString(i + 1);
            if (expected.startsWith("inspection.")) {
                refused(expected, moves.get(i));
            } else {
                assertThat(word(moves.get(i).get().approval())).isEqualTo(expected);
            }
        }
        assertThat(Approval.class.getPermittedSubclasses()).hasSize(3);
    }

    /** One officer may neither tell whom another approved not to be told, nor come without notice where none approved it. */
    @Test
    void what_is_opened_without_prior_notice_was_approved_so_and_nobody_tells_before() {
        Inspection unannounced = in("assigned", UNANNOUNCED);
        refused("inspection.without-notice", () -> unannounced.give(ITEMS, NOON));
        refused("inspection.without-notice", unannounced::schedule);
        refused("inspection.already-told", () -> unannounced.giveAtTheDoor(ITEMS, true, NOON));
        refused("inspection.notice-required", () -> in("assigned", APPROVED).giveAtTheDoor(ITEMS, false, NOON));
        refused("inspection.not-approved", () -> in("assigned", PLANNED).giveAtTheDoor(ITEMS, false, NOON));
        assertThat(unannounced.giveAtTheDoor(ITEMS, false, NOON).event().atTheDoor())
                .isTrue();
        assertThat(in("assigned", APPROVED).give(ITEMS, NOON).event().atTheDoor())
                .isFalse();
        Inspection planned = in("assigned", Approval.NONE)
                .plan(ITEMS, true, false, "officer", NOON)
                .inspection();
        assertThat(planned.approve("decider", NOON).inspection().approval()).isEqualTo(UNANNOUNCED);
        Cause.RISK.withoutNotice();
        refused("inspection.cause-required", () -> {
            Cause.DRAWN.withoutNotice();
            return null;
        });
    }

    private static String word(Approval approval) {
        return approval.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static Inspection in(String state, Approval approval) {
        return new Inspection(UUID.randomUUID(), 2, TWO, InspectionState.of(state), approval);
    }

    @Test
    void a_substitute_is_another_and_takes_the_place_of_one_who_is_assigned() {
        Inspection assigned = in("assigned", APPROVED);
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

    @ParameterizedTest
    @CsvSource({"opened,true", "assigned,true", "scheduled,true", "held,false", "concluded,false", "replaced,false"})
    void an_operator_asks_for_something_while_the_visit_is_to_come(String state, boolean ahead) {
        Inspection inspection = in(state, APPROVED);
        if (ahead) {
            inspection.ahead();
        } else {
            assertThatThrownBy(inspection::ahead).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void findings_decide_the_outcome() {
        Inspection held = in("held", APPROVED);
        assertThat(held.conclude(0, false, NOON).event().outcome()).isEqualTo(Outcome.NO_ISSUE);
        assertThat(held.conclude(1, false, NOON).event().outcome()).isEqualTo(Outcome.ISSUES);
    }

    @Test
    void what_stands_in_an_on_site_record_is_not_noted_beside_it_nor_concluded_over_it() {
        Inspection held = in("held", APPROVED);
        refused("inspection.on-site-record", () -> held.note(true));
        refused("inspection.record-open", () -> held.conclude(0, true, NOON));
        assertThat(held.note(false)).isEqualTo(held);
        refused("inspection.move-not-allowed", () -> in("concluded", APPROVED).note(true));
        refused("inspection.move-not-allowed", () -> in("scheduled", APPROVED).conclude(0, true, NOON));
    }

    @Test
    void who_can_be_drawn_is_fixed_once_unless_nobody_can_be_drawn_any_more() {
        Inspection opened = in("opened", Approval.NONE);
        UUID third = UUID.randomUUID();
        List<UUID> one = TWO.subList(0, 1);
        refused("inspection.too-few-inspectors", () -> opened.commit(one, null, NOON));
        refused(
                "inspection.already-committed",
                () -> opened.commit(TWO, new EarlierCommitment(TWO, "because", false, true), NOON));
        List<UUID> left = List.of(TWO.get(0), third);
        refused(
                "inspection.reason-required",
                () -> opened.commit(left, new EarlierCommitment(TWO, " ", false, false), NOON));
        refused(
                "inspection.too-few-inspectors",
                () -> opened.commit(one, new EarlierCommitment(TWO, "ill", false, false), NOON));
        assertThat(opened.commit(left, new EarlierCommitment(TWO, "ill", false, false), NOON)
                        .inspection()
                        .announced())
                .isEqualTo(3);
    }

    @Test
    void after_a_share_that_did_not_come_a_beacon_decides() {
        Inspection opened = in("opened", Approval.NONE);
        refused(
                "inspection.seed-rule",
                () -> opened.commit(TWO, new EarlierCommitment(TWO, "no share", true, false), NOON));
        opened.commit(TWO, new EarlierCommitment(TWO, "no share", true, true), NOON);
        refused("inspection.move-not-allowed", () -> in("assigned", APPROVED).reveal("council", NOON));
        assertThat(opened.reveal("council", NOON).event().party()).isEqualTo("council");
    }

    @Test
    void one_inspector_twice_is_not_two() {
        UUID one = UUID.randomUUID();
        Inspection opened = in("opened", Approval.NONE);
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
