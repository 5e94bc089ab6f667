package org.regulus.filing.registry.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.common.testing.Golden;

class RegistryCsvTest {

    private static final String HEADER = String.join(",", RegistryCsv.HEADER) + "\n";
    private static final String ROW =
            "91350100M000100Y43,合成云0042（虚构）,44,B11,B1-20190042,public-cloud;cdn,notices@operator-0042.example,zh\n";

    @Test
    void a_sound_file_is_read_with_its_comments_and_byte_order_mark() {
        var entries = read("\uFEFF# synthetic names and codes\n" + HEADER + ROW);
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("合成云0042（虚构）");
            assertThat(entry.systemKinds()).containsExactly("cdn", "public-cloud");
        });
    }

    @Test
    void a_wrong_header_is_refused() {
        refused("registry.header", "uscc,name\n" + ROW);
        refused("registry.header", "");
        refused("registry.header", HEADER.replace("name", "uscc") + ROW);
    }

    @Test
    void gb_18030_is_recognised_as_another_encoding() {
        byte[] file = (HEADER + ROW).getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> RegistryCsv.read(file, 10)).satisfies(code("registry.encoding"));
    }

    @Test
    void every_flaw_of_every_row_is_told_with_its_place() {
        String bad = "914403001922038217,,99,Z9,,mainframe,nobody,fr\n";
        assertThatThrownBy(() -> read(HEADER + ROW + bad + ROW + "one,two\n"))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.code()).isEqualTo("registry.rows-rejected");
                    assertThat(no.flaws())
                            .extracting(Refusal.Flaw::pointer)
                            .containsExactly(
                                    "/rows/2/uscc",
                                    "/rows/2/name",
                                    "/rows/2/province",
                                    "/rows/2/licence_class",
                                    "/rows/2/licence_number",
                                    "/rows/2/system_kinds",
                                    "/rows/2/notice_email",
                                    "/rows/2/language",
                                    "/rows/3/uscc",
                                    "/rows/4");
                });
    }

    @Test
    void a_hundred_thousand_rows_are_refused_before_they_fill_the_memory() {
        String many = HEADER + ROW.repeat(100_000);
        assertThatThrownBy(() -> RegistryCsv.read(many.getBytes(StandardCharsets.UTF_8), 50_000))
                .satisfies(code("registry.too-many-rows"));
    }

    @Test
    void what_is_announced_of_an_entry_is_what_the_contract_promises() {
        Golden.check(
                Registry.REGISTERED,
                new Registry.OperatorRegistered(
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000003"),
                        "MIIT",
                        "Synthetic Cloud 0042",
                        "notices@operator-0042.example",
                        "zh",
                        Instant.parse("2019-05-20T02:00:00Z")));
    }

    private static java.util.List<org.regulus.filing.registry.RegistryEntry> read(String file) {
        return RegistryCsv.read(file.getBytes(StandardCharsets.UTF_8), 10);
    }

    private static void refused(String code, String file) {
        assertThatThrownBy(() -> read(file)).satisfies(code(code));
    }

    private static Consumer<Throwable> code(String code) {
        return thrown -> assertThat(((Refusal) thrown).code()).isEqualTo(code);
    }
}
