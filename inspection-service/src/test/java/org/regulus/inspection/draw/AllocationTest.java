package org.regulus.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;

class AllocationTest {

    @Test
    void in_proportion_by_largest_remainder() {
        assertThat(allocation(Map.of("a", 50, "b", 30, "c", 20), 10)).isEqualTo(Map.of("a", 5, "b", 3, "c", 2));
        assertThat(allocation(Map.of("a", 48, "b", 33, "c", 19), 10)).isEqualTo(Map.of("a", 5, "b", 3, "c", 2));
        assertThat(allocation(Map.of("a", 5, "b", 5, "c", 5), 4)).isEqualTo(Map.of("a", 2, "b", 1, "c", 1));
    }

    @Test
    void the_smallest_stratum_has_one() {
        assertThat(allocation(Map.of("11", 1, "31", 2, "44", 997), 10)).isEqualTo(Map.of("11", 1, "31", 1, "44", 8));
    }

    @Test
    void more_strata_than_places_are_refused() {
        assertThatThrownBy(() -> allocation(Map.of("a", 1, "b", 1), 1))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("draw.too-many-strata"));
    }

    @Property(tries = 300)
    void every_stratum_has_one_or_more_none_more_than_it_has_and_all_places_are_given(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 400) Integer> sizes,
            @ForAll @IntRange(min = 0, max = 5000) int more) {
        TreeMap<String, Integer> strata = new TreeMap<>();
        sizes.forEach(size -> strata.put("stratum " + (char) ('a' + strata.size()), size));
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        int sample = Math.min(total, sizes.size() + more % (total - sizes.size() + 1));

        var allocation = Allocation.of(strata, sample);

        assertThat(allocation.keySet()).isEqualTo(strata.keySet());
        assertThat(allocation).allSatisfy((name, take) -> assertThat(take).isBetween(1, strata.get(name)));
        assertThat(allocation.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(sample);
    }

    private static Map<String, Integer> allocation(Map<String, Integer> sizes, int sample) {
        return Allocation.of(new TreeMap<>(sizes), sample);
    }
}
