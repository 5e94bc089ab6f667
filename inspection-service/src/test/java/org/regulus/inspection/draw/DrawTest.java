package org.regulus.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.InspectorDraw.Candidate;
import org.regulus.inspection.draw.InspectorDraw.Excluded;

class DrawTest {

    private static final Instant NOON = Instant.parse("2019-07-24T04:00:00Z");
    private static final String DICE = "142536142536142536142536";
    private static final UUID OPERATOR = UUID.randomUUID();

    @Test
    void the_frame_is_fixed_and_its_digest_told_before_there_is_a_seed() {
        assertThat(commit(1, "a", "b").event().frameDigest()).isEqualTo(Draw.digest("a\nb\n"));
    }

    @Test
    void the_seed_decides_the_sample_once() {
        List<String> ids = List.of("a", "b", "c");
        Draw draw = commit(2, "a", "b", "c").draw();
        var completed = complete(draw, ids);
        assertThat(completed.event().sample().ids())
                .isEqualTo(new ConsistentSampler(DICE).order(ids).subList(0, 2));
        refused("draw.move-not-allowed", () -> completed.draw().settle(SeedRule.Given.dice(DICE), NOON));
        refused("draw.move-not-allowed", () -> complete(completed.draw(), ids));
    }

    @Test
    void a_frame_is_read_in_the_order_of_its_ids_and_is_drawn_from_only_when_it_is_the_one_committed_to() {
        assertThatThrownBy(() -> commit(1, "b", "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> commit(1, "a", "a")).isInstanceOf(IllegalStateException.class);
        Draw draw = commit(1, "a", "b", "c").draw();
        assertThatThrownBy(() -> complete(draw, List.of("a", "b", "d"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> complete(draw, List.of("a", "b"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_falls_out_is_followed_by_the_tickets_after_the_sample_each_once() {
        List<String> ids = List.of("a", "b", "c", "d", "e");
        Draw committed = commit(2, "a", "b", "c", "d", "e").draw();
        var change = complete(committed, ids);
        Draw completed = change.draw();
        var sample = change.event().sample().drawn();
        List<String> order = new ConsistentSampler(DICE).order(ids);

        var turn = turn(completed, sample, List.of(), order.get(0), ids);
        assertThat(turn.stream().map(one -> one.unit().id())).containsExactlyElementsOf(order.subList(2, 5));
        var skipped = List.of(new Replacement.Skipped(order.get(2), "closed"));
        Replacement first = new Replacement(1, order.get(0), "operator-ceased", skipped, turn.get(1));
        var changed = completed.replace(first, NOON);
        assertThat(changed.draw().announced()).isEqualTo(3);
        assertThat(changed.event().replacement()).isEqualTo(first);
        assertThat(turn(completed, sample, List.of(first), order.get(3), ids))
                .singleElement()
                .satisfies(last -> assertThat(last.unit().id()).isEqualTo(order.get(4)));
        refused("draw.case-not-drawn", () -> turn(completed, sample, List.of(first), order.get(0), ids));
        refused("draw.case-not-drawn", () -> turn(completed, sample, List.of(), order.get(2), ids));
        refused("draw.case-not-drawn", () -> turn(completed, sample, List.of(), "unknown", ids));
        refused("draw.move-not-allowed", () -> committed.replace(first, NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123456789", "1425361425361425361x"})
    void a_seed_that_is_too_short_or_no_number_is_refused(String seed) {
        Draw draw = commit(1, "a").draw();
        refused("draw.seed", () -> draw.settle(SeedRule.Given.dice(seed), NOON));
    }

    @Test
    void a_sample_is_as_large_as_the_frame_at_most() {
        refused("draw.sample-size", () -> commit(2, "a"));
        refused("draw.sample-size", () -> commit(0, "a"));
    }

    @Test
    void who_is_recused_or_inactive_is_removed_before_the_draw_with_the_reason() {
        Candidate recused = new Candidate(UUID.randomUUID(), true, Set.of(OPERATOR));
        Candidate inactive = new Candidate(UUID.randomUUID(), false, Set.of());
        Candidate one = new Candidate(UUID.randomUUID(), true, Set.of());
        Candidate two = new Candidate(UUID.randomUUID(), true, Set.of(UUID.randomUUID()));
        var allotment = new InspectorDraw(List.of(recused, inactive, one, two), DICE).allot("case", OPERATOR);
        assertThat(allotment.drawn()).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(allotment.excluded())
                .containsExactly(new Excluded(recused.id(), "recused"), new Excluded(inactive.id(), "inactive"));
    }

    @Test
    void with_fewer_than_two_who_may_act_nobody_is_drawn() {
        Candidate one = new Candidate(UUID.randomUUID(), true, Set.of());
        assertThat(new InspectorDraw(List.of(one), DICE).allot("case", OPERATOR).drawn())
                .isEmpty();
    }

    @Test
    void the_load_of_a_draw_is_even_and_the_same_seed_gives_the_same_inspectors() {
        List<Candidate> register = IntStream.range(0, 5)
                .mapToObj(i -> new Candidate(new UUID(0, i), true, Set.<UUID>of()))
                .toList();
        List<List<UUID>> first = allotAll(register);
        assertThat(allotAll(register)).isEqualTo(first);
        for (Candidate inspector : register) {
            assertThat(first.stream()
                            .filter(pair -> pair.contains(inspector.id()))
                            .count())
                    .isEqualTo(8);
        }
    }

    @Test
    void one_draw_of_a_campaign_waits_for_its_seed_at_a_time_and_another_has_a_reason() {
        EarlierDraw completed = new EarlierDraw(UUID.randomUUID(), Draw.State.COMPLETED, "1");
        EarlierDraw abandoned = new EarlierDraw(UUID.randomUUID(), Draw.State.COMMITTED.abandon(), "2");
        EarlierDraw open = new EarlierDraw(UUID.randomUUID(), Draw.State.COMMITTED, "3");
        EarlierDraw.admit(List.of(), null);
        EarlierDraw.admit(List.of(completed, abandoned), "again");
        refused("draw.reason-required", () -> EarlierDraw.admit(List.of(abandoned), " "));
        refused("draw.open", () -> EarlierDraw.admit(List.of(completed, open), "again"));
        refused("draw.move-not-allowed", Draw.State.COMPLETED::abandon);
        refused("draw.move-not-allowed", Draw.State.ABANDONED::abandon);
    }

    private static List<List<UUID>> allotAll(List<Candidate> register) {
        InspectorDraw draw = new InspectorDraw(register, DICE);
        return IntStream.range(0, 20)
                .mapToObj(i -> draw.allot("case-" + i, OPERATOR).drawn())
                .toList();
    }

    private static Draw.Change<Draw.DrawCommitted> commit(int size, String... ids) {
        return Draw.commit(UUID.randomUUID(), Frame.of(units(List.of(ids))), size, new Dice("24 dice"), NOON);
    }

    private static List<Unit> units(List<String> ids) {
        return ids.stream().map(Unit::plain).toList();
    }

    private static Draw.Change<Draw.DrawCompleted> complete(Draw draw, List<String> ids) {
        SeedRule.Seed seed = new SeedRule.Seed(DICE, java.util.Map.of());
        return draw.complete(seed, Sample.of(DICE, draw.frame(), draw.sampleSize(), units(ids)), NOON);
    }

    private static List<SequentialPoisson.Drawn> turn(
            Draw draw, List<SequentialPoisson.Drawn> sample, List<Replacement> made, String removed, List<String> ids) {
        Succession succession = new Succession(DICE, draw, new Succession.History(sample, made), removed, 10);
        units(ids).forEach(succession::add);
        return succession.turn();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
