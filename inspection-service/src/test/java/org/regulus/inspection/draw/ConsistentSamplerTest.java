package org.regulus.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistentSamplerTest {

    @Test
    void published_vector_of_a_digest_as_a_fraction() {
        assertThat(ConsistentSampler.fraction(ConsistentSampler.sha256("abc")))
                .isEqualTo("0.56998071861792858926477341561059638840106636224182943832566300809078486324348");
        assertThat(HexFormat.of().formatHex(ConsistentSampler.sha256("314159")))
                .isEqualTo("c5b389beb081fe1e43ae92e895deca086b4eed5cf9efc7b78eebbbc9dc75c3f0");
    }

    @Test
    void published_vector_of_a_first_fraction() {
        assertThat(new ConsistentSampler("01382438112797316654").ticket("AB-130"))
                .isEqualTo("0.26299714122838008416507544297546663599715395525154425586041245287750224561854");
    }

    @ParameterizedTest(name = "the ticket of {0} begins with {1}")
    @CsvSource({
        "B-2, 0.410310858",
        "B-3, 0.470960291",
        "A-3, 0.471438751",
        "A-2, 0.567089805",
        "B-1, 0.9781715679",
        "A-1, 0.9828515724",
        "cd-1, 0.317685817",
        "ef-3, 0.832984519",
        "ab-1, 0.9098039269",
        "ab-2, 0.9231549043"
    })
    void published_tickets_of_seed_314159(String id, String beginning) {
        assertThat(new ConsistentSampler("314159").ticket(id)).startsWith(beginning);
    }

    @Test
    void published_orders_of_seed_314159() {
        ConsistentSampler sampler = new ConsistentSampler("314159");
        assertThat(sampler.order(List.of("A-1", "A-2", "A-3", "B-1", "B-2", "B-3")))
                .containsExactly("B-2", "B-3", "A-3", "A-2", "B-1", "A-1");
        assertThat(sampler.order(List.of("ab-1", "ab-2", "cd-1", "ef-3")))
                .containsExactly("cd-1", "ef-3", "ab-1", "ab-2");
    }

    @Property(tries = 200)
    void adding_a_unit_changes_no_other_units_place(
            @ForAll @IntRange(min = 2, max = 60) int size, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        ConsistentSampler sampler = new ConsistentSampler("seed " + seed);
        List<String> frame = new ArrayList<>(
                IntStream.range(0, size).mapToObj(i -> "case-" + i).toList());
        List<String> before = sampler.order(frame);
        frame.add("late");
        List<String> after = new ArrayList<>(sampler.order(frame));
        after.remove("late");
        assertThat(after).isEqualTo(before);
    }

    /**
     * Every unit has the chance n/N, the last ones too (the fault found in a peer's draw): 29 units, 10 drawn, 4,000 seeds. Chi-square
     * with 28 degrees of freedom; 66.2 is its 99.995 % point, and the seeds are fixed, so the test is not a matter of luck.
     */
    @Test
    void every_unit_has_the_same_chance() {
        int[] drawn = new int[29];
        List<String> frame =
                IntStream.range(0, 29).mapToObj(i -> "unit-%02d".formatted(i)).toList();
        for (int seed = 0; seed < 4_000; seed++) {
            new ConsistentSampler("dice " + seed).order(frame).subList(0, 10).forEach(id -> drawn[frame.indexOf(id)]++);
        }
        double expected = 4_000 * 10 / 29.0;
        double chi = IntStream.of(drawn)
                        .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
                        .sum()
                / (1 - 10 / 29.0);
        assertThat(chi).isLessThan(66.2);
    }

    @Test
    void ids_are_read_as_utf_8() {
        assertThat(new ConsistentSampler("1").ticket("案件"))
                .isEqualTo(ConsistentSampler.fraction(
                        ConsistentSampler.sha256(HexFormat.of().formatHex(ConsistentSampler.sha256("1"))
                                + new String("案件".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))));
    }
}
