package org.regulus.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {

    private static final Instant NOON = Instant.parse("2019-07-15T04:00:00Z");
    private static final String PAGE =
            """
            <html lang="zh"><head><title>回执</title><style>body { font-family: regulus }</style></head>
            <body><h1>自查报告回执 Receipt</h1><p>编号 MIIT-2019-NS-000042，罚款 30,000.00 元，龘</p></body></html>""";

    @Test
    void chinese_and_english_can_be_read_back() throws IOException {
        byte[] pdf = PdfDocument.of(PAGE, NOON);
        Files.write(Path.of("target/document.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("自查报告回执 Receipt")
                    .contains("编号 MIIT-2019-NS-000042，罚款 30,000.00 元，龘");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void it_says_that_it_is_pdf_a() {
        assertThat(new String(PdfDocument.of(PAGE, NOON), StandardCharsets.ISO_8859_1))
                .contains("<pdfaid:part>2</pdfaid:part>")
                .contains("<pdfaid:conformance>U</pdfaid:conformance>");
    }

    @Test
    void it_was_made_when_we_say_and_not_when_the_machine_says() {
        assertThat(new String(PdfDocument.of(PAGE, NOON), StandardCharsets.ISO_8859_1))
                .contains("<xmp:CreateDate>2019-07-15T04:00:00+00:00</xmp:CreateDate>");
    }

    @Test
    void the_same_page_and_instant_give_the_same_bytes() {
        assertThat(PdfDocument.of(PAGE, NOON)).isEqualTo(PdfDocument.of(PAGE, NOON));
        assertThat(PdfDocument.of(PAGE, NOON)).isNotEqualTo(PdfDocument.of(PAGE, NOON.plusSeconds(1)));
    }

    @Test
    void a_page_reaches_nothing_outside_itself() throws IOException {
        Path secret = Files.writeString(Path.of("target/secret.css"), "body { margin: 99px }");
        String page = PAGE.replace("<style>", "<link rel='stylesheet' href='%s'/><style>".formatted(secret.toUri()));
        assertThat(PdfDocument.of(page, NOON)).hasSize(PdfDocument.of(PAGE, NOON).length);
    }
}
