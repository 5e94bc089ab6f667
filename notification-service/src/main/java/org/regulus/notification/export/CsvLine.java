package org.regulus.notification.export;

import java.util.List;
import java.util.stream.Collectors;

/** A line of RFC 4180. What a spreadsheet would take for a formula is marked as text. */
public final class CsvLine {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String END = "\r\n";

    private CsvLine() {}

    /** @param values null for a field that is empty */
    public static String of(List<String> values) {
        return values.stream().map(CsvLine::field).collect(Collectors.joining(",", "", END));
    }

    private static String field(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA_STARTS.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
