package org.regulus.filing.registry.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What is wrong with an import, for a spreadsheet. */
final class ImportFlawsCsv {

    private ImportFlawsCsv() {}

    static String of(List<ImportFlawRow> flaws) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("row", "field", "code", "detail");
            for (ImportFlawRow flaw : flaws) {
                csv.printRecord(flaw.rowNumber, flaw.field, flaw.code, flaw.detail);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
