package org.regulus.filing.registry.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.registry.RegisterLine;

/** A register as the first sheet of a workbook (XLSX). Cells count as they are shown; rows without any text are passed over. */
final class XlsxRows implements RegisterRows {

    /** A workbook is a ZIP: a small one can become very big. Two hundred thousand rows need about half of this. */
    static final long MOST_UNPACKED = 256L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final ReadableWorkbook workbook;
    private final Iterator<Row> rows;
    private List<String> columns = RegisterLine.COLUMNS;

    XlsxRows(Path file) throws IOException {
        checkUnpacked(file, MOST_UNPACKED);
        try {
            workbook = new ReadableWorkbook(file.toFile());
        } catch (IOException | ExcelReaderException other) {
            throw noWorkbook();
        }
        try {
            rows = workbook.getFirstSheet().openStream().iterator();
            List<String> header = next();
            if (header == null || !RegisterLine.isHeader(header)) {
                throw RegisterRows.otherHeader();
            }
            columns = header;
        } catch (IOException | ExcelReaderException | Refusal no) {
            workbook.close();
            throw no instanceof Refusal refusal ? refusal : noWorkbook();
        }
    }

    /** What the ZIP says of its sizes is not believed. */
    static void checkUnpacked(Path file, long most) {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                try (InputStream bytes = zip.getInputStream(entries.nextElement())) {
                    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                        unpacked += read;
                        if (unpacked > most) {
                            throw Refusal.tooLarge(
                                    "registry.workbook-too-large",
                                    "Unpacked it has more than %d bytes".formatted(most));
                        }
                    }
                }
            }
        } catch (IOException noZip) {
            throw noWorkbook();
        }
    }

    private static Refusal noWorkbook() {
        return Refusal.invalid("registry.syntax", "Not a workbook (XLSX)");
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> next() {
        try {
            while (rows.hasNext()) {
                List<String> cells = cells(rows.next());
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    return cells;
                }
            }
            return null;
        } catch (ExcelReaderException broken) {
            throw noWorkbook();
        }
    }

    /** A row that ends early has empty cells there; empty ones beyond the columns are none. */
    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(row.getCellCount(), columns.size()); i++) {
            cells.add(row.hasCell(i) ? row.getCellText(i).strip() : "");
        }
        while (cells.size() > columns.size() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
