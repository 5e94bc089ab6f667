package org.regulus.filing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.filing.registry.RegisterLine.COLUMNS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal.Flaw;

class RegisterLineTest {

    private static final List<String> CLASSED = RegisterLine.COLUMNS_WITH_CREDIT_CLASS;
    private static final List<String> SOUND = List.of(
            "91350100M000100Y43", "合成云", "44", "B11", "B1-20190042", "public-cloud; cdn", "notices@one.example", "zh");

    @Test
    void a_sound_row_is_an_entry_with_its_kinds_in_order() {
        RegisterLine line = RegisterLine.of(1, COLUMNS, SOUND);
        assertThat(line.isSound()).isTrue();
        assertThat(line.entry().systemKinds()).containsExactly("cdn", "public-cloud");
    }

    @Test
    void every_flaw_is_told_with_its_place() {
        RegisterLine bad = RegisterLine.of(
                2, CLASSED, List.of("914403001922038217", "", "99", "Z9", "", "mainframe", "nobody", "fr", "E"));
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
                        "/rows/2/language",
                        "/rows/2/credit_class");
        assertThat(RegisterLine.of(4, COLUMNS, List.of("one", "two")).flaws())
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("/rows/4", "registry.columns"));
    }

    @Test
    void a_register_without_the_column_says_nothing_of_credit_classes_and_an_empty_cell_says_that_there_is_none() {
        assertThat(RegisterLine.of(1, COLUMNS, SOUND).entry().creditClass()).isNull();
        List<String> cells = new ArrayList<>(SOUND);
        cells.add("");
        assertThat(RegisterLine.of(1, CLASSED, cells).entry().creditClass()).isEmpty();
        cells.set(COLUMNS.size(), "D");
        assertThat(RegisterLine.of(1, CLASSED, cells).isSound()).isTrue();
        assertThat(RegisterLine.of(1, COLUMNS, cells).isSound()).isFalse();
    }

    @Test
    void a_doubled_row_keeps_its_other_flaws() {
        assertThat(RegisterLine.of(3, COLUMNS, SOUND).doubled().flaws())
                .extracting(Flaw::pointer)
                .containsExactly("/rows/3/uscc");
    }
}
