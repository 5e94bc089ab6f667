package org.regulus.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static Arguments parse(String... line) {
        return Arguments.parse(line, Set.of("--operators", "--seed"), Set.of("--dry-run"));
    }

    @Test
    void options_flags_and_words_are_told_apart() {
        Arguments parsed = parse("notification", "--operators", "40", "--dry-run");

        assertThat(parsed.number("--operators", 500, 1, 1000)).isEqualTo(40);
        assertThat(parsed.has("--dry-run")).isTrue();
        assertThat(parsed.word(0)).contains("notification");
        assertThat(parsed.word(1)).isEmpty();
        assertThat(parsed.text("--seed", "2019")).isEqualTo("2019");
    }

    @ParameterizedTest
    @CsvSource({
        "--operators,       --operators needs a value",
        "--operator 4,      unknown option --operator",
        "--operators many,  --operators takes a whole number from 1 to 1000",
        "--operators 0,     --operators takes a whole number from 1 to 1000",
        "--operators 1001,  --operators takes a whole number from 1 to 1000",
        "one two,           unexpected",
    })
    void what_is_not_understood_is_refused_with_a_sentence(String line, String sentence) {
        assertThatThrownBy(() -> parse(line.split(" ")).atMostWords(1).number("--operators", 500, 1, 1000))
                .isInstanceOf(Arguments.Wrong.class)
                .hasMessageContaining(sentence);
    }
}
