package org.regulus.filing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String VALID = "914403001922038216";

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
    void published_codes_pass(String code) {
        assertThat(Uscc.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038217",
                "91440300192203821",
                "9144030019220382166",
                "9144030071526726xg",
                "91440300192203821I",
                "9144030019220382O6",
                "S14403001922038216",
                "",
                "91110108551385082q"
            })
    void what_is_changed_cut_or_in_lower_case_does_not(String code) {
        assertThat(Uscc.isValid(code)).isFalse();
    }

    /** Both weights are coprime to 31 and 11, so one wrong character is always found. */
    @Property(tries = 500)
    void one_wrong_character_is_always_found(
            @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(max = 30) int character) {
        char other = ALPHABET.charAt(character);
        if (VALID.charAt(place) != other) {
            String wrong = VALID.substring(0, place) + other + VALID.substring(place + 1);
            assertThat(Uscc.isValid(wrong)).isFalse();
        }
    }
}
