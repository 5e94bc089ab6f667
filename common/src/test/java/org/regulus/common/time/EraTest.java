package org.regulus.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.problem.Refusal;

class EraTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "+294300-01-01T00:00:00Z", "0000-12-31T23:59:59Z"})
    void an_instant_beyond_four_digits_is_refused_wherever_it_comes_in(String text) {
        new Era.Bounds().customize(json);
        assertThatThrownBy(() -> Era.kept(Instant.parse(text)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("time.beyond"));
        assertThatThrownBy(() -> json.readValue('"' + text + '"', Instant.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("four digits");
    }

    @Test
    void so_is_a_day() {
        new Era.Bounds().customize(json);
        assertThatThrownBy(() -> Era.kept(LocalDate.parse("+999999-01-01"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> json.readValue("\"+999999-01-01\"", LocalDate.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void the_first_and_the_last_are_kept() throws Exception {
        new Era.Bounds().customize(json);
        for (String text : new String[] {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"}) {
            assertThat(json.readValue('"' + text + '"', Instant.class)).isEqualTo(Era.kept(Instant.parse(text)));
        }
        assertThat(json.readValue("\"9999-12-31\"", LocalDate.class)).isEqualTo(Era.kept(LocalDate.of(9999, 12, 31)));
        assertThat(Era.kept((Instant) null)).isNull();
    }
}
