package org.regulus.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.campaign.ledger.LedgerEntry;

class VerifyLedgerTest {

    private static final String ENTRY = "{\"position\":%d,\"eventId\":\"e\",\"canonical\":\"{}\"}";

    @TempDir
    Path folder;

    @Test
    void entries_are_read_line_by_line_or_as_pages() throws Exception {
        Path file = folder.resolve("ledger");
        Files.writeString(
                file, ENTRY.formatted(1) + "\n\n{\"items\":[" + ENTRY.formatted(2) + "," + ENTRY.formatted(3) + "]}\n");
        List<LedgerEntry> read = new ArrayList<>();

        VerifyLedger.fromFile(file, read::add);

        assertThat(read).extracting(LedgerEntry::position).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_is_no_ledger_is_refused_with_a_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("ledger"), "not json\n");

        assertThatThrownBy(() -> VerifyLedger.fromFile(file, entry -> {}))
                .isInstanceOf(Arguments.Wrong.class)
                .hasMessageContaining("is not a saved ledger");
        assertThatThrownBy(() -> VerifyLedger.fromFile(folder.resolve("none"), entry -> {}))
                .isInstanceOf(Arguments.Wrong.class)
                .hasMessageContaining("Cannot read");
    }
}
