package org.regulus.filing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.regulus.common.problem.Refusal;

class ImportStateTest {

    private static final String TABLE =
            """
            # from    | waiting | running | completed | failed | cancelled
            WAITING   | -       | running | -         | -      | cancelled
            RUNNING   | -       | running | completed | failed | cancelled
            COMPLETED | -       | -       | -         | -      | -
            FAILED    | -       | -       | -         | -      | -
            CANCELLED | -       | -       | -         | -      | -
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void every_move_from_every_state(
            ImportState from, String waiting, String running, String done, String failed, String gone) {
        String[] cells = {waiting, running, done, failed, gone};
        for (ImportState next : ImportState.values()) {
            if (cells[next.ordinal()].equals("-")) {
                assertThatThrownBy(() -> from.become(next))
                        .isInstanceOfSatisfying(
                                Refusal.class, no -> assertThat(no.code()).isEqualTo("import.move-not-allowed"));
            } else {
                assertThat(from.become(next).word()).isEqualTo(cells[next.ordinal()]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ImportState.class)
    void the_table_has_every_state(ImportState state) {
        assertThat(TABLE).contains("\n" + state.name());
        assertThat(ImportState.of(state.word())).isEqualTo(state);
    }
}
