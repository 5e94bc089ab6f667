package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.edge.FilingContent.SystemOf;

class SystemsCsvTest {

    private static final String HEADER = "name,kind,protection_level,users,hosting,exposure,data\n";

    @Test
    void rows_become_systems() {
        assertThat(SystemsCsv.read(
                        bytes("\uFEFF" + HEADER + "门户,app,3,1000,cloud,internet,personal; important\nb,cdn,2,,,,\n")))
                .containsExactly(
                        new SystemOf("门户", "app", 3, 1000L, "cloud", "internet", List.of("personal", "important")),
                        new SystemOf("b", "cdn", 2, null, null, null, null));
    }

    @Test
    void every_flaw_of_every_row_is_told() {
        assertThatThrownBy(() -> SystemsCsv.read(bytes(HEADER + ",mainframe,6,-1,x,y,z\na,b\n")))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.flaws())
                        .extracting(Refusal.Flaw::pointer)
                        .containsExactly(
                                "/rows/1/name",
                                "/rows/1/kind",
                                "/rows/1/protection_level",
                                "/rows/1/users",
                                "/rows/1/hosting",
                                "/rows/1/exposure",
                                "/rows/1/data",
                                "/rows/2"));
    }

    @Test
    void what_is_no_such_file_is_refused() {
        refused("systems.header", bytes("name,kind\n"));
        refused("systems.header", null);
        refused("systems.encoding", new byte[] {(byte) 0xC4, (byte) 0xE3});
        refused("systems.syntax", bytes(HEADER + "\"a,b\n"));
        refused("systems.too-many", bytes(HEADER + "a,app,2,,,,\n".repeat(501)));
    }

    private static void refused(String code, byte[] file) {
        assertThatThrownBy(() -> SystemsCsv.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
