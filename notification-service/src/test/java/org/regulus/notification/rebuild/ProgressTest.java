package org.regulus.notification.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.notification.rebuild.Progress.Stage;

class ProgressTest {

    private static final UUID CASE = new UUID(0, 7);

    @Test
    void the_ledger_is_read_to_its_end_and_then_case_after_case_is_written() {
        Progress begun = new Progress(Stage.READING, 0, 0, null);
        Progress read = begun.read(500L).read(512L).read(null);
        assertThat(read).isEqualTo(new Progress(Stage.WRITING, 512, 0, null));
        assertThat(read.write(CASE)).isEqualTo(new Progress(Stage.WRITING, 512, 1, CASE));
        assertThat(read.write(CASE).write(null)).isEqualTo(new Progress(Stage.FINISHED, 512, 1, CASE));
    }

    @Test
    void no_other_move_exists() {
        for (Stage stage : Stage.values()) {
            Progress progress = new Progress(stage, 1, 1, CASE);
            if (stage != Stage.READING) {
                assertThatThrownBy(() -> progress.read(2L)).isInstanceOf(IllegalStateException.class);
            }
            if (stage != Stage.WRITING) {
                assertThatThrownBy(() -> progress.write(CASE)).isInstanceOf(IllegalStateException.class);
            }
            assertThat(Stage.of(stage.word())).isEqualTo(stage);
        }
    }
}
