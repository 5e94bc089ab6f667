package org.regulus.common.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Pages as PDF/A-2u (ISO 19005-2), in Chinese and English, with the one font embedded: {@code font-family: regulus}. The same page and instant
 * give the same bytes, so that a document's digest can be published and the document made again.
 *
 * <p>Takes a tenth of a second and blocks: not for event loops.
 */
public final class PdfDocument {

    private static final byte[] FONT = resource("/fonts/wqy-microhei.ttf");
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static final Pattern NOTED_TIME = Pattern.compile("(?<=<xmp:CreateDate>)[^<]+");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfDocument() {}

    /**
     * @param page well-formed XHTML with a {@code title} and a {@code lang}; it can refer to nothing outside itself
     * @param at printed nowhere, but noted in the file as its time of making
     */
    public static byte[] of(String page, Instant at) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(COLOURS)
                .useFont(() -> new ByteArrayInputStream(FONT), "regulus", 400, FontStyle.NORMAL, true)
                .useUriResolver((base, uri) -> null)
                .withHtmlContent(page, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            stamp(document, page, at);
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The library notes the machine's clock, in two places that PDF/A wants alike. */
    private static void stamp(PDDocument document, String page, Instant at) throws IOException {
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String noted = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String made = at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
        try (OutputStream stream = metadata.createOutputStream()) {
            stream.write(NOTED_TIME.matcher(noted).replaceFirst(made).getBytes(StandardCharsets.UTF_8));
        }
        document.setDocumentId((long) page.hashCode());
    }

    private static byte[] resource(String name) {
        try (InputStream file = PdfDocument.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
