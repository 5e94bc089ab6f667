package org.regulus.sanctions.document.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.regulus.common.document.PdfDocument;
import org.regulus.common.time.Zones;
import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.Template;

/** A document as PDF/A, from its template and its facts. */
final class DocumentPaper {

    private static final String FRAME =
            """
            <html lang="%1$s"><head><title>%2$s %3$s</title><style>
            body { font-family: regulus; font-size: 11pt } h1 { font-size: 17pt; text-align: center }
            p.number, p.place { text-align: right }
            </style></head><body><h1>%2$s</h1><p class="number">%3$s</p>%4$s<p class="place">%5$s<br/>%6$s</p></body></html>""";

    /** Who signs it, by name. */
    static final String ISSUER = "issuer";

    private DocumentPaper() {}

    /**
     * The version that new documents are made from; older ones stay readable. A demand names any penalty since its second; all name whom they
     * are for, and say everything in one language, since the last.
     */
    static int current(DocumentKind kind) {
        return kind == DocumentKind.DEMAND ? 3 : 2;
    }

    static String page(DocumentRow row) {
        Map<String, String> facts = new HashMap<>(row.frozen.facts());
        facts.put("number", row.number());
        String text = template(row.meaning(), row.templateVersion, row.language).filled(facts);
        return FRAME.formatted(
                row.language, row.meaning().title(row.language), row.number(), text, issuer(row), day(row));
    }

    /** What was issued before authorities had names is printed as it was. */
    private static String issuer(DocumentRow row) {
        String name = row.frozen.facts().get(ISSUER);
        return name == null
                ? row.authority
                : new Template(row.templateVersion, "{{issuer}}").filled(Map.of(ISSUER, name));
    }

    private static String day(DocumentRow row) {
        LocalDate day = row.issuedAt.atZone(Zones.REGULATOR).toLocalDate();
        boolean chinese = "zh".equals(row.language) && row.frozen.facts().containsKey(ISSUER);
        return chinese ? Chinese.day(day) : day.toString();
    }

    static Template template(DocumentKind kind, int version, String language) {
        String name = "/documents/%s.v%d.%s.html".formatted(kind.code(), version, language);
        try (InputStream file = DocumentPaper.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no template " + name);
            }
            return new Template(version, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** On a thread that may wait, and back. */
    static Uni<byte[]> printed(DocumentRow row) {
        String page = page(row);
        Instant at = row.issuedAt;
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .executeBlocking(() -> PdfDocument.of(page, at), false)
                .toCompletionStage());
    }

    static String digest(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
