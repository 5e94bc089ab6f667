package org.regulus.filing.registry.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.registry.RegisterLine;

/** A register as CSV (RFC 4180, UTF-8). */
final class CsvFileRows implements RegisterRows {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader text;
    private final CSVParser csv;
    private final Iterator<CSVRecord> records;

    CsvFileRows(Path file) throws IOException {
        text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
        try {
            csv = read(this::header);
            records = csv.iterator();
        } catch (Refusal no) {
            text.close();
            throw no;
        }
    }

    private CSVParser header() {
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            CSVParser opened = CSVParser.parse(text, CsvRows.FORMAT);
            if (!RegisterLine.isHeader(opened.getHeaderNames())) {
                throw RegisterRows.otherHeader();
            }
            return opened;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IllegalArgumentException doubled) {
            throw RegisterRows.otherHeader();
        }
    }

    @Override
    public List<String> columns() {
        return csv.getHeaderNames();
    }

    @Override
    public List<String> next() {
        return read(() -> records.hasNext() ? records.next().toList() : null);
    }

    private static <T> T read(Supplier<T> from) {
        try {
            return from.get();
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof CharacterCodingException) {
                throw Refusal.invalid(
                        "registry.encoding", "Save the file as UTF-8; it looks like GB 18030 or another encoding");
            }
            throw Refusal.invalid("registry.syntax", "Not CSV (RFC 4180): " + unreadable.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
