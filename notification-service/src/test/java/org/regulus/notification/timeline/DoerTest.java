package org.regulus.notification.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.notification.Contracts;

class DoerTest {

    @ParameterizedTest
    @CsvSource({
        "regulus.filing.filing-submitted.v1, operator",
        "regulus.filing.filing-accepted.v1, authority",
        "regulus.filing.filing-overdue.v1, platform",
        "regulus.coffee.served.v1, authority"
    })
    void whose_act_it_is_follows_from_its_type(String type, String who) {
        assertThat(Doer.of(type).word()).isEqualTo(who);
    }

    @Test
    void what_is_asked_for_is_asked_by_the_operator_and_what_lapses_lapses_by_itself() {
        assertThat(Contracts.types())
                .filteredOn(type -> type.matches(".*-(requested|acknowledged|defended|challenged)\\.v1")
                        && !type.contains("enforcement"))
                .isNotEmpty()
                .allMatch(type -> Doer.of(type) == Doer.OPERATOR);
        assertThat(Contracts.types())
                .filteredOn(type -> type.matches(".*-(overdue|lapsed|missed|recounted)\\.v1"))
                .isNotEmpty()
                .allMatch(type -> Doer.of(type) == Doer.PLATFORM);
    }
}
