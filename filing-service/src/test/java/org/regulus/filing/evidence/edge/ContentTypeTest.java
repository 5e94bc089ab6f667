package org.regulus.filing.evidence.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @TempDir
    Path directory;

    /** The names say something else each time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            report.exe | %PDF-1.7 and so on                                       | application/pdf
            proof.pdf  | <html><body>not a proof</body></html>                    | text/html
            proof.pdf  | <svg xmlns="http://www.w3.org/2000/svg"></svg>           | image/svg+xml
            proof.pdf  | <?xml version="1.0"?><report/>                           | application/xml
            proof.pdf  | host,port                                                | text/plain
            proof.pdf  | #!/bin/sh                                                | application/x-sh
            proof.pdf  | MZ and the rest of a program                             | application/x-msdownload
            """)
    void the_bytes_tell_what_a_file_is_and_its_name_does_not(String name, String content, String type)
            throws IOException {
        assertThat(type(name, content.getBytes(StandardCharsets.UTF_8))).isEqualTo(type);
    }

    @Test
    void chinese_text_is_text_in_either_of_its_encodings() throws IOException {
        String text = "网络安全自查报告：已完成定级备案，附测评结论。\n".repeat(20);
        assertThat(type("a", text.getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
        assertThat(type("b", text.getBytes(Charset.forName("GB18030")))).isEqualTo("text/plain");
    }

    @Test
    void bytes_without_meaning_are_not_taken_for_text() throws IOException {
        byte[] noise = new byte[10_000];
        new Random(2019).nextBytes(noise);
        assertThat(type("noise.txt", noise)).isEqualTo("application/octet-stream");
    }

    @Test
    void an_archive_is_told_by_what_is_in_it() throws IOException {
        assertThat(archive("notes.txt")).isEqualTo("application/zip");
        assertThat(archive("[Content_Types].xml", "word/document.xml")).endsWith("wordprocessingml.document");
        assertThat(archive("[Content_Types].xml", "xl/workbook.xml")).endsWith("spreadsheetml.sheet");
        assertThat(archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))
                .isEqualTo("application/x-office-with-macros");
    }

    @Test
    void an_archive_that_cannot_be_opened_is_nothing_that_is_known() throws IOException {
        assertThat(type("a.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3}))
                .isEqualTo("application/octet-stream");
    }

    private String archive(String... entries) throws IOException {
        Path file = Files.createTempFile(directory, "archive", null);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return ContentType.of(file);
    }

    private String type(String name, byte[] content) throws IOException {
        return ContentType.of(Files.write(directory.resolve(name), content));
    }
}
