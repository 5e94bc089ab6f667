package org.regulus.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

    @ParameterizedTest
    @CsvSource({
        "2000-01-01, true",
        "2100-12-31, true",
        "1999-12-31, false",
        "2101-01-01, false",
        "+999999999-12-31, false"
    })
    void a_date_of_this_century(LocalDate date, boolean valid) {
        assertThat(new Zones.OfDate().isValid(date, null)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T16:00:00Z, true",
        "1999-12-31T15:59:59Z, false",
        "2100-12-31T15:59:59Z, true",
        "2100-12-31T16:00:00Z, false",
        "+1000000000-12-31T23:59:59Z, false"
    })
    void an_instant_of_this_century_in_the_regulators_zone(Instant instant, boolean valid) {
        assertThat(new Zones.OfInstant().isValid(instant, null)).isEqualTo(valid);
    }

    @Test
    void what_is_absent_is_somebody_elses_question() {
        assertThat(new Zones.OfDate().isValid(null, null)).isTrue();
        assertThat(new Zones.OfInstant().isValid(null, null)).isTrue();
    }
}
