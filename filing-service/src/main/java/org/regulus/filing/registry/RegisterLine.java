package org.regulus.filing.registry;

import java.util.List;
import java.util.stream.Stream;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * One row of a register that is imported.
 *
 * @param number from 1 on, the header and comments not counted
 * @param entry null when the row does not have the columns
 * @param flaws what is wrong with it, under {@code /rows/<number>}
 */
public record RegisterLine(int number, RegistryEntry entry, List<Flaw> flaws) {

    public static final List<String> COLUMNS = List.of(
            "uscc", "name", "province", "licence_class", "licence_number", "system_kinds", "notice_email", "language");

    /** A register may say the credit class in one more column; without it what is known of it stays. */
    public static final List<String> COLUMNS_WITH_CREDIT_CLASS =
            Stream.concat(COLUMNS.stream(), Stream.of("credit_class")).toList();

    public static boolean isHeader(List<String> columns) {
        return columns.equals(COLUMNS) || columns.equals(COLUMNS_WITH_CREDIT_CLASS);
    }

    /** @param columns the header of its file */
    public static RegisterLine of(int number, List<String> columns, List<String> cells) {
        String at = "/rows/" + number;
        if (cells.size() != columns.size()) {
            String detail = "%d columns instead of %d".formatted(cells.size(), columns.size());
            return new RegisterLine(number, null, List.of(new Flaw(at, "registry.columns", detail)));
        }
        RegistryEntry entry = new RegistryEntry(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                kinds(cells.get(5)),
                cells.get(6),
                cells.get(7),
                columns.equals(COLUMNS) ? null : cells.get(COLUMNS.size()));
        return new RegisterLine(number, entry, entry.flaws(at));
    }

    public boolean isSound() {
        return flaws.isEmpty();
    }

    /** Whether it says at least who it is about. */
    public boolean isIdentified() {
        return entry != null && Uscc.isValid(entry.uscc());
    }

    /** The same, when an earlier row of the file is about the same operator. */
    public RegisterLine doubled() {
        Flaw flaw = new Flaw(
                "/rows/%d/uscc".formatted(number), "registry.duplicate", "Stands in an earlier row of this file");
        return new RegisterLine(
                number, entry, Stream.concat(flaws.stream(), Stream.of(flaw)).toList());
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
}
