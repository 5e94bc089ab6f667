package org.regulus.filing.registry.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.regulus.common.problem.Refusal;

/** Opens CSV as people send it: RFC 4180 in UTF-8, with or without a byte order mark, with a fixed header, comments after {@code #}. */
public final class CsvRows {

    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private CsvRows() {}

    /**
     * @param codes the prefix of the codes of refusals
     * @throws Refusal INVALID {@code <codes>.encoding}, {@code <codes>.header}, {@code <codes>.syntax}
     */
    public static <T> T read(byte[] file, List<String> header, String codes, Function<CSVParser, T> reader) {
        try (CSVParser csv = CSVParser.parse(text(file, codes), FORMAT)) {
            if (!csv.getHeaderNames().equals(header)) {
                throw otherHeader(header, codes);
            }
            return reader.apply(csv);
        } catch (CSVException | UncheckedIOException unreadable) {
            throw Refusal.invalid(codes + ".syntax", "Not CSV (RFC 4180): " + unreadable.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (IllegalArgumentException doubled) {
            throw otherHeader(header, codes);
        }
    }

    private static Refusal otherHeader(List<String> header, String codes) {
        return Refusal.invalid(codes + ".header", "The header must be exactly: " + String.join(",", header));
    }

    private static String text(byte[] file, String codes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw Refusal.invalid(
                    codes + ".encoding", "Save the file as UTF-8; it looks like GB 18030 or another encoding");
        }
    }
}
