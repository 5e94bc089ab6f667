package org.regulus.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void nothing_asked_means_the_usual_ports_and_the_data_of_last_time() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(false, 0, false));
    }

    @Test
    void both_spellings_of_the_offset_are_known() {
        assertThat(Options.parse(List.of("--fresh", "--port-offset", "100"))).isEqualTo(new Options(true, 100, false));
        assertThat(Options.parse(List.of("--port-offset=100", "--foreground")))
                .isEqualTo(new Options(false, 100, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port-offset=-1", "--port-offset=x", "--port-offset=", "--port-offset=50001", "--port-offset"})
    void an_impossible_offset_is_refused_with_its_range(String option) {
        assertThatExceptionOfType(Sorry.class)
                .isThrownBy(() -> Options.parse(List.of(option)))
                .withMessageContaining("--port-offset takes a number from 0 to 50000");
    }

    @Test
    void an_unknown_option_is_refused_with_those_that_are_known() {
        assertThatExceptionOfType(Sorry.class)
                .isThrownBy(() -> Options.parse(List.of("--freesh")))
                .withMessageContaining("--freesh")
                .withMessageContaining("--fresh (forget all data)");
    }
}
