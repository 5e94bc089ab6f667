package org.regulus.sanctions.ruleset;

/**
 * Where a figure comes from.
 *
 * @param verified false: general knowledge or a draft; it must be checked against the text before anybody relies on it
 */
public record Provenance(String source, boolean verified) {
    public Provenance {
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("A rule names its source");
        }
    }
}
