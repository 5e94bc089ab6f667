package org.regulus.filing.registry.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.registry.RegisterLine;

/** Registers as they really come: with comments and byte order marks, in the wrong encoding, as workbooks, and as none at all. */
class RegisterRowsTest {

    private static final String HEADER = String.join(",", RegisterLine.COLUMNS) + "\n";
    private static final String ROW =
            "91350100M000100Y43,合成云0042（虚构）,44,B11,B1-20190042,public-cloud;cdn,notices@operator-0042.example,zh\n";

    @TempDir
    Path directory;

    @Test
    void a_sound_csv_is_read_with_its_comments_and_byte_order_mark() throws IOException {
        assertThat(csv("\uFEFF# synthetic names and codes\n" + HEADER + ROW + "\none,two\n"))
                .containsExactly(List.of(ROW.strip().split(",")), List.of("one", "two"));
    }

    @Test
    void a_wrong_header_is_refused() {
        refused("registry.header", "uscc,name\n" + ROW);
        refused("registry.header", "");
        refused("registry.header", HEADER.strip() + ",credit\n" + ROW);
        refused("registry.header", HEADER.replace("name", "uscc") + ROW);
        refused("registry.syntax", HEADER + "\"never closed");
    }

    @Test
    void the_credit_class_is_a_column_that_may_be_left_out() throws IOException {
        String header = String.join(",", RegisterLine.COLUMNS_WITH_CREDIT_CLASS) + "\n";
        Path csv = Files.writeString(directory.resolve("classed.csv"), header + ROW.strip() + ",\n");
        try (RegisterRows rows = RegisterRows.open(csv, RegisterRows.CSV)) {
            assertThat(rows.columns()).isEqualTo(RegisterLine.COLUMNS_WITH_CREDIT_CLASS);
            assertThat(rows.next()).hasSize(9).endsWith("");
        }
        Path workbook = workbook(sheet -> {
            header(sheet);
            sheet.value(0, 8, "credit_class");
            sheet.value(1, 8, "C");
            sheet.value(2, 0, "91350100M000100Y43");
        });
        assertThat(all(workbook, RegisterRows.XLSX))
                .containsExactly(
                        List.of("", "", "", "", "", "", "", "", "C"),
                        List.of("91350100M000100Y43", "", "", "", "", "", "", "", ""));
    }

    @Test
    void gb_18030_is_recognised_as_another_encoding() throws IOException {
        Path file = Files.write(directory.resolve("gb"), (HEADER + ROW).getBytes(Charset.forName("GB18030")));
        assertThatThrownBy(() -> all(file, RegisterRows.CSV)).satisfies(code("registry.encoding"));
        Path late = Files.write(
                directory.resolve("late"), (HEADER + "a,b\n".repeat(9_000) + ROW).getBytes(Charset.forName("GB18030")));
        assertThatThrownBy(() -> all(late, RegisterRows.CSV)).satisfies(code("registry.encoding"));
    }

    @Test
    void the_first_sheet_of_a_workbook_is_read_as_it_is_shown() throws IOException {
        Path file = workbook(sheet -> {
            header(sheet);
            sheet.value(2, 0, "91350100M000100Y43");
            sheet.value(2, 1, " 合成云 ");
            sheet.value(2, 2, 44);
            sheet.value(3, 9, "too far");
        });
        assertThat(all(file, RegisterRows.XLSX))
                .containsExactly(
                        List.of("91350100M000100Y43", "合成云", "44", "", "", "", "", ""),
                        List.of("", "", "", "", "", "", "", "", "", "too far"));
    }

    @Test
    void a_workbook_with_another_header_and_what_is_none_are_refused() throws IOException {
        Path other = workbook(sheet -> sheet.value(0, 0, "uscc"));
        assertThatThrownBy(() -> all(other, RegisterRows.XLSX)).satisfies(code("registry.header"));
        Path text = Files.writeString(directory.resolve("text"), HEADER + ROW);
        assertThatThrownBy(() -> all(text, RegisterRows.XLSX)).satisfies(code("registry.syntax"));
    }

    @Test
    void a_workbook_is_not_unpacked_without_end() throws IOException {
        Path big = workbook(sheet -> sheet.value(0, 0, "x".repeat(30_000)));
        assertThat(Files.size(big)).isLessThan(20_000);
        assertThatThrownBy(() -> XlsxRows.checkUnpacked(big, 20_000)).satisfies(code("registry.workbook-too-large"));
    }

    private Path workbook(Consumer<Worksheet> content) throws IOException {
        Path file = directory.resolve("register.xlsx");
        try (OutputStream to = Files.newOutputStream(file);
                Workbook workbook = new Workbook(to, "test", "1.0")) {
            content.accept(workbook.newWorksheet("register"));
        }
        return file;
    }

    private static void header(Worksheet sheet) {
        for (int i = 0; i < RegisterLine.COLUMNS.size(); i++) {
            sheet.value(0, i, RegisterLine.COLUMNS.get(i));
        }
    }

    private List<List<String>> csv(String text) throws IOException {
        return all(
                Files.writeString(directory.resolve("register.csv"), text, StandardCharsets.UTF_8), RegisterRows.CSV);
    }

    private static List<List<String>> all(Path file, String format) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (RegisterRows rows = RegisterRows.open(file, format)) {
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private void refused(String code, String text) {
        assertThatThrownBy(() -> csv(text)).satisfies(code(code));
    }

    private static Consumer<Throwable> code(String code) {
        return thrown -> assertThat(((Refusal) thrown).code()).isEqualTo(code);
    }
}
