package org.regulus.filing.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.edge.FilingContent.SystemOf;
import org.regulus.filing.questionnaire.AnswerReview;
import org.regulus.filing.registry.RegistryEntry;
import org.regulus.filing.registry.edge.CsvRows;

/** Reads a list of systems from CSV: all its rows, or a refusal with what is wrong in each. The last four columns may be empty. */
final class SystemsCsv {

    static final List<String> HEADER =
            List.of("name", "kind", "protection_level", "users", "hosting", "exposure", "data");

    private static final Set<String> HOSTING = Set.of("", "own", "hosted", "cloud");
    private static final Set<String> EXPOSURE = Set.of("", "internet", "partners", "internal");
    private static final Set<String> DATA = Set.of("personal", "sensitive-personal", "important", "core", "none");

    private final List<Flaw> flaws = new ArrayList<>();
    private final List<SystemOf> systems = new ArrayList<>();

    private SystemsCsv() {}

    /** @throws Refusal INVALID {@code systems.encoding}, {@code systems.header}, {@code systems.syntax}, {@code systems.rows-rejected} */
    static List<SystemOf> read(byte[] csv) {
        return CsvRows.read(csv == null ? new byte[0] : csv, HEADER, "systems", file -> new SystemsCsv().rows(file));
    }

    private List<SystemOf> rows(CSVParser csv) {
        for (CSVRecord row : csv) {
            if (row.getRecordNumber() > AnswerReview.MOST_SYSTEMS) {
                throw Refusal.tooLarge("systems.too-many", "At most %d systems".formatted(AnswerReview.MOST_SYSTEMS));
            }
            if (row.isConsistent()) {
                row(row);
            } else {
                flaws.add(new Flaw(
                        "/rows/" + row.getRecordNumber(),
                        "systems.columns",
                        "%d columns instead of %d".formatted(row.size(), HEADER.size())));
            }
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(
                    "systems.rows-rejected", "%d flaws; nothing was saved".formatted(flaws.size()), flaws);
        }
        return systems;
    }

    private void row(CSVRecord row) {
        String name = row.get("name");
        check(row, "name", !name.isEmpty() && name.length() <= FilingContent.LONGEST_NAME, "1 to 200 characters");
        check(
                row,
                "kind",
                RegistryEntry.SYSTEM_KINDS.contains(row.get("kind")),
                "One of " + RegistryEntry.SYSTEM_KINDS);
        check(row, "protection_level", row.get("protection_level").matches("[1-5]"), "1 to 5");
        check(row, "users", row.get("users").matches("\\d{0,15}"), "A whole number, or nothing");
        check(row, "hosting", HOSTING.contains(row.get("hosting")), "One of " + HOSTING);
        check(row, "exposure", EXPOSURE.contains(row.get("exposure")), "One of " + EXPOSURE);
        List<String> data = row.get("data").isEmpty()
                ? null
                : Stream.of(row.get("data").split(";"))
                        .map(String::strip)
                        .distinct()
                        .toList();
        check(row, "data", data == null || DATA.containsAll(data), "Some of " + DATA);
        if (flaws.isEmpty()) {
            systems.add(new SystemOf(
                    name,
                    row.get("kind"),
                    Integer.parseInt(row.get("protection_level")),
                    row.get("users").isEmpty() ? null : Long.valueOf(row.get("users")),
                    orNull(row.get("hosting")),
                    orNull(row.get("exposure")),
                    data));
        }
    }

    private static String orNull(String column) {
        return column.isEmpty() ? null : column;
    }

    private void check(CSVRecord row, String column, boolean sound, String detail) {
        if (!sound) {
            flaws.add(new Flaw(
                    "/rows/%d/%s".formatted(row.getRecordNumber(), column),
                    "systems." + column.replace('_', '-'),
                    detail));
        }
    }
}
