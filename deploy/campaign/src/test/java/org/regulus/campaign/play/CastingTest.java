package org.regulus.campaign.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.campaign.registry.Register;

class CastingTest {

    private static List<Fate> fates(String seed, int operators) {
        return Register.of(seed, operators).stream()
                .map(operator -> Fate.of(seed, "NS", operator.uscc()))
                .toList();
    }

    private static List<Fate> cast(List<Fate> all, List<Casting.Part> parts) {
        return Casting.cast(all, parts, fate -> fate, (fate, other) -> other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019", "2020", "x", "y", "z"})
    void also_with_few_operators_each_part_is_played(String seed) {
        for (List<Casting.Part> parts : List.of(Casting.FILING, Casting.INSPECTION)) {
            List<Fate> cast = cast(fates(seed, 18), parts);

            assertThat(parts).allMatch(part -> cast.stream().anyMatch(part.played()));
        }
    }

    @Test
    void where_every_part_is_played_nobody_gets_another() {
        List<Fate> all = cast(fates("2019", 18), Casting.INSPECTION);

        assertThat(cast(all, Casting.INSPECTION)).isEqualTo(all);
    }

    @Test
    void nobody_loses_a_part_that_nobody_else_plays() {
        List<Fate> few = fates("2019", 3);

        List<Fate> cast = cast(few, Casting.INSPECTION);

        assertThat(Casting.INSPECTION.stream().filter(part -> few.stream().anyMatch(part.played())))
                .allMatch(part -> cast.stream().anyMatch(part.played()));
    }

    @Test
    void of_a_small_crowd_at_least_one_is_chosen_and_of_none_nobody() {
        assertThat(Some.oneIn(10, 2, List.of("a"))).containsExactly("a");
        assertThat(Some.oneIn(10, 2, List.of("a", "b", "c"))).containsExactly("c");
        assertThat(Some.oneIn(3, 1, IntStream.range(0, 8).boxed().toList())).containsExactly(1, 4, 7);
        assertThat(Some.oneIn(3, 1, List.of())).isEmpty();
    }
}
