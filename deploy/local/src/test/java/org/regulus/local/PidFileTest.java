package org.regulus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    private Process process;
    private PidFile note;

    @BeforeEach
    void aNotedProcess() throws Exception {
        process = new ProcessBuilder("sleep", "600").start();
        note = PidFile.at(folder.resolve("sleep.pid"));
        note.write(process.toHandle());
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void a_noted_process_is_found_as_long_as_it_runs() throws Exception {
        assertThat(note.living()).map(ProcessHandle::pid).contains(process.pid());

        process.destroyForcibly().waitFor();

        assertThat(note.living()).isEmpty();
    }

    @Test
    void a_number_given_to_another_process_since_is_not_mistaken() throws Exception {
        Files.writeString(folder.resolve("sleep.pid"), process.pid() + " 1000\n");

        assertThat(note.living()).isEmpty();
    }

    @Test
    void half_a_note_names_nobody() throws Exception {
        Files.writeString(folder.resolve("sleep.pid"), "12");

        assertThat(note.living()).isEmpty();
    }
}
