package org.regulus.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;

class SequentialPoissonTest {

    /** The vector that the R package sps publishes: sizes 1 to 10, 100 and 150, six drawn. */
    private static final List<Unit> PUBLISHED = Stream.concat(
                    IntStream.rangeClosed(1, 10).boxed(), Stream.of(100, 150))
            .map(size -> new Unit("unit-" + size, "all", size))
            .toList();

    private static final int SEEDS = 1000;

    /** Of the chi-square distribution, exceeded once in a thousand: by the degrees of freedom. */
    private static final Map<Integer, Double> CRITICAL = Map.of(28, 56.892, 199, 266.4);

    @Test
    void published_vector_the_units_of_sizes_100_and_150_are_certain() {
        assertThat(SequentialPoisson.certainFrom(weights(PUBLISHED), 6)).isEqualTo(100);
        List<Drawn> drawn = order("314159", PUBLISHED, 6).subList(0, 6);
        assertThat(drawn).filteredOn(Drawn::certain).hasSize(2);
    }

    /** Sequential Poisson sampling keeps the chances nearly: of few units the heavy ones come a little too often, of many not. */
    @Test
    void of_many_units_each_has_the_chance_of_its_weight() {
        List<Unit> frame = IntStream.range(0, 200)
                .mapToObj(i -> new Unit("case-" + i, "all", 1 + i % 10))
                .toList();
        Map<String, Integer> counts = count(frame, 40);
        double[] chances =
                frame.stream().mapToDouble(unit -> 40.0 * unit.weight() / 1100).toArray();
        assertThat(chiSquare(counts, frame, chances)).isLessThan(CRITICAL.get(199));
        double[] evenly = frame.stream().mapToDouble(unit -> 0.2).toArray();
        assertThat(chiSquare(counts, frame, evenly)).isGreaterThan(CRITICAL.get(199));
    }

    /** 29 units, 10 drawn: interval sampling with a whole step never draws the last nine. */
    @Test
    void each_unit_has_the_same_chance_the_last_ones_too() {
        List<Unit> frame =
                IntStream.range(10, 39).mapToObj(i -> Unit.plain("case-" + i)).toList();
        double[] chances = IntStream.range(0, 29).mapToDouble(i -> 10.0 / 29).toArray();
        Map<String, Integer> counts = count(frame, 10);
        assertThat(chiSquare(counts, frame, chances)).isLessThan(CRITICAL.get(28));
        assertThat(counts).hasSize(29);
    }

    @Test
    void with_equal_weights_it_is_the_consistent_sampler() {
        List<Unit> frame = Stream.of("A-1", "A-2", "A-3", "B-1", "B-2", "B-3")
                .map(id -> new Unit(id, "all", 7))
                .toList();
        for (int size = 1; size <= 6; size++) {
            assertThat(order("314159", frame, size))
                    .extracting(drawn -> drawn.unit().id())
                    .containsExactly("B-2", "B-3", "A-3", "A-2", "B-1", "A-1");
        }
    }

    @Test
    void the_sample_has_its_size_whatever_the_weights_are() {
        List<Unit> frame = List.of(
                new Unit("a", "all", 100),
                new Unit("b", "all", 100),
                new Unit("c", "all", 100),
                new Unit("d", "all", 1));
        assertThat(SequentialPoisson.certainFrom(weights(frame), 3)).isEqualTo(Integer.MAX_VALUE);
        assertThat(SequentialPoisson.certainFrom(weights(frame), 4)).isEqualTo(1);
        assertThat(order("1", frame, 3)).hasSize(4);
    }

    @Test
    void no_more_are_held_than_the_sample_and_those_who_follow_it() {
        List<Unit> frame = IntStream.range(0, 500)
                .mapToObj(i -> new Unit("case-" + i, "all", 1 + i % 7))
                .toList();
        SequentialPoisson few = new SequentialPoisson("1", weights(frame), 20, 5);
        frame.forEach(few::add);
        assertThat(few.inOrder()).isEqualTo(order("1", frame, 20).subList(0, 25));
    }

    private static List<Drawn> order(String seed, List<Unit> units, int take) {
        SequentialPoisson all = new SequentialPoisson(seed, weights(units), take, units.size() - take);
        units.forEach(all::add);
        return all.inOrder();
    }

    private static SortedMap<Integer, Integer> weights(List<Unit> units) {
        SortedMap<Integer, Integer> weights = new TreeMap<>();
        units.forEach(unit -> weights.merge(unit.weight(), 1, Integer::sum));
        return weights;
    }

    private static Map<String, Integer> count(List<Unit> frame, int size) {
        Map<String, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            order("seed " + seed, frame, size)
                    .subList(0, size)
                    .forEach(drawn -> counts.merge(drawn.unit().id(), 1, Integer::sum));
        }
        return counts;
    }

    /** The sum of squared deviations over their variances, scaled because a sample of fixed size has one degree of freedom less. */
    private static double chiSquare(Map<String, Integer> counts, List<Unit> units, double[] chances) {
        double sum = 0;
        for (int i = 0; i < units.size(); i++) {
            double expected = SEEDS * chances[i];
            double deviation = counts.getOrDefault(units.get(i).id(), 0) - expected;
            sum += deviation * deviation / (expected * (1 - chances[i]));
        }
        return sum * (units.size() - 1) / units.size();
    }
}
