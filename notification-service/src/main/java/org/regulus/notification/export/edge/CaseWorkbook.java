package org.regulus.notification.export.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One XLSX file, written out as it grows: only the part that was added last is in memory. Every cell is text, so that nothing is taken for
 * a formula, and no number loses its zeros. A sheet that is full is followed by another.
 */
final class CaseWorkbook {

    /** Below the 1,048,576 of the format. */
    static final int SHEET_ROWS = 1_000_000;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(written, "Regulus", null);
    private final List<String> header;
    private final int sheetRows;
    private Worksheet sheet;
    private int sheets = 0;
    private int next = 0;

    CaseWorkbook(List<String> header, int sheetRows) {
        this.header = header;
        this.sheetRows = sheetRows;
    }

    byte[] add(List<List<String>> rows) {
        try {
            for (List<String> row : rows) {
                room();
                put(row);
            }
            if (sheet != null) {
                sheet.flush();
            }
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] end() {
        try {
            if (sheet == null) {
                open();
            }
            book.finish();
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void room() throws IOException {
        if (sheet == null) {
            open();
        } else if (next == sheetRows) {
            sheet.finish();
            open();
        }
    }

    private void open() {
        sheets++;
        sheet = book.newWorksheet(sheets == 1 ? "cases" : "cases " + sheets);
        next = 0;
        put(header);
    }

    private void put(List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            if (row.get(column) != null) {
                sheet.inlineString(next, column, row.get(column));
            }
        }
        next++;
    }

    private byte[] taken() {
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes;
    }
}
