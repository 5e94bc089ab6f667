package org.regulus.campaign.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void a_percentile_is_one_of_the_measured_values() {
        List<Double> hundred =
                DoubleStream.iterate(100, n -> n - 1).limit(100).boxed().toList();

        assertThat(Percentiles.of(hundred)).isEqualTo(new Percentiles(100, 50, 99));
        assertThat(Percentiles.of(List.of(7.0))).isEqualTo(new Percentiles(1, 7, 7));
    }
}
