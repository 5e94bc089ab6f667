package org.regulus.campaign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038216",
                "9144030071526726XG",
                "91330100799655058B",
                "91110000802100433B",
                "91110000100017707H",
                "9144030027939873X7",
                "91110108551385082Q",
                "91350100M000100Y43"
            })
    void published_codes_are_valid(String code) {
        assertThat(Uscc.valid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038217",
                "91440300192203821",
                "9144030019220382166",
                "91440300I922038216",
                "9144030071526726xg",
                ""
            })
    void wrong_codes_are_not(String code) {
        assertThat(Uscc.valid(code)).isFalse();
    }

    @Test
    void a_code_is_completed_by_both_check_characters() {
        assertThat(Uscc.enterprise("440300", "19220382")).isEqualTo("914403001922038216");
        assertThat(Uscc.enterprise("440300", "27939873")).isEqualTo("9144030027939873X7");
    }
}
