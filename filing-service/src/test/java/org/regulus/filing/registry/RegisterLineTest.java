package org.regulus.filing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal.Flaw;

class RegisterLineTest {

    private static final List<String> SOUND = List.of(
            "91350100M000100Y43", "合成云", "44", "B11", "B1-20190042", "public-cloud; cdn", "notices@one.example", "zh");

    @Test
    void a_sound_row_is_an_entry_with_its_kinds_in_order() {
        RegisterLine line = RegisterLine.of(1, SOUND);
        assertThat(line.isSound()).isTrue();
        assertThat(line.entry().systemKinds()).containsExactly("cdn", "public-cloud");
    }

    @Test
    void every_flaw_is_told_with_its_place() {
        RegisterLine bad =
                RegisterLine.of(2, List.of("914403001922038217", "", "99", "Z9", "", "mainframe", "nobody", "fr"));
        assertThat(bad.isIdentified()).isFalse();
        assertThat(bad.flaws())
                .extracting(Flaw::pointer)
                .containsExactly(
                        "/rows/2/uscc",
                        "/rows/2/name",
                        "/rows/2/province",
                        "/rows/2/licence_class",
                        "/rows/2/licence_number",
                        "/rows/2/system_kinds",
                        "/rows/2/notice_email",
                        "/rows/2/language");
        assertThat(RegisterLine.of(4, List.of("one", "two")).flaws())
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("/rows/4", "registry.columns"));
    }

    @Test
    void a_doubled_row_keeps_its_other_flaws() {
        assertThat(RegisterLine.of(3, SOUND).doubled().flaws())
                .extracting(Flaw::pointer)
                .containsExactly("/rows/3/uscc");
    }
}
