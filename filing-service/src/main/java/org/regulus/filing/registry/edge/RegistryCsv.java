package org.regulus.filing.registry.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.registry.RegistryEntry;

/** Reads a register from CSV (RFC 4180, UTF-8): all its rows, or a refusal with what is wrong in each. */
final class RegistryCsv {

    static final List<String> HEADER = List.of(
            "uscc", "name", "province", "licence_class", "licence_number", "system_kinds", "notice_email", "language");
    static final int MOST_FLAWS_TOLD = 1_000;

    private RegistryCsv() {}

    /**
     * @throws Refusal INVALID {@code registry.encoding}, {@code registry.header}, {@code registry.syntax}, {@code registry.rows-rejected}; TOO_LARGE {@code
     *     registry.too-many-rows}
     */
    static List<RegistryEntry> read(byte[] file, int maxRows) {
        return CsvRows.read(file, HEADER, "registry", csv -> rows(csv, maxRows));
    }

    private static List<RegistryEntry> rows(CSVParser csv, int maxRows) {
        List<RegistryEntry> entries = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CSVRecord row : csv) {
            if (row.getRecordNumber() > maxRows) {
                throw Refusal.tooLarge("registry.too-many-rows", "At most %d rows at a time".formatted(maxRows));
            }
            String pointer = "/rows/" + row.getRecordNumber();
            if (!row.isConsistent()) {
                flaws.add(new Flaw(
                        pointer, "registry.columns", "%d columns instead of %d".formatted(row.size(), HEADER.size())));
                continue;
            }
            RegistryEntry entry = entry(row);
            flaws.addAll(entry.flaws(pointer));
            if (!seen.add(entry.uscc())) {
                flaws.add(new Flaw(pointer + "/uscc", "registry.duplicate", "Stands in an earlier row of this file"));
            }
            entries.add(entry);
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(
                    "registry.rows-rejected",
                    "%d flaws; nothing was imported".formatted(flaws.size()),
                    flaws.subList(0, Math.min(flaws.size(), MOST_FLAWS_TOLD)));
        }
        return entries;
    }

    private static RegistryEntry entry(CSVRecord row) {
        return new RegistryEntry(
                row.get("uscc"),
                row.get("name"),
                row.get("province"),
                row.get("licence_class"),
                row.get("licence_number"),
                kinds(row.get("system_kinds")),
                row.get("notice_email"),
                row.get("language"));
    }

    private static List<String> kinds(String column) {
        return column.isEmpty()
                ? List.of()
                : Stream.of(column.split(";"))
                        .map(String::strip)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** For tests and templates: one row as this reader expects it. */
    static String line(RegistryEntry entry) {
        return String.join(
                ",",
                Arrays.asList(
                        entry.uscc(),
                        entry.name(),
                        entry.province(),
                        entry.licenceClass(),
                        entry.licenceNumber(),
                        String.join(";", entry.systemKinds()),
                        entry.noticeEmail(),
                        entry.language()));
    }
}
