package org.regulus.inspection;

/** What an inspection found. */
public enum Outcome {
    NO_ISSUE,
    ISSUES;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
