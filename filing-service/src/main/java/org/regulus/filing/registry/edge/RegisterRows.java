package org.regulus.filing.registry.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.registry.RegisterLine;

/** The rows of a register's file one after another, never all in memory. Blocks. */
interface RegisterRows extends AutoCloseable {

    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The header. */
    List<String> columns();

    /**
     * The cells of the next row, the header not counted; null when there is none.
     *
     * @throws Refusal INVALID {@code registry.encoding}, {@code registry.syntax}
     */
    List<String> next();

    @Override
    void close() throws IOException;

    /** @throws Refusal INVALID {@code registry.encoding}, {@code registry.syntax}, {@code registry.header} */
    static RegisterRows open(Path file, String format) throws IOException {
        return format.equals(XLSX) ? new XlsxRows(file) : new CsvFileRows(file);
    }

    static Refusal otherHeader() {
        return Refusal.invalid(
                "registry.header",
                "The header must be exactly this, the last column may be left out: "
                        + String.join(",", RegisterLine.COLUMNS_WITH_CREDIT_CLASS));
    }
}
