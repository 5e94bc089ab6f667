package org.regulus.sanctions.figures;

/**
 * One number.
 *
 * @param name what is counted, such as {@code proceedings}
 * @param detail of which kind, such as a stage and an age, or a currency; empty when there is only one
 */
public record Figure(String name, String detail, long value) {

    /** For a spreadsheet: names and details are our own codes, so nothing needs quoting. */
    public String csv() {
        return "%s,%s,%d".formatted(name, detail, value);
    }
}
