package org.regulus.notification.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regulus.common.problem.Refusal;

class LanguageTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_language_is_known_by_its_code(Language language) {
        assertThat(Language.of(language.code())).isEqualTo(language);
    }

    @Test
    void a_language_that_no_notice_is_written_in_is_refused() {
        assertThatThrownBy(() -> Language.of("fr")).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo("directory.language"));
    }
}
