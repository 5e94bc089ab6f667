package org.regulus.filing.casefile;

/** How a case ended. */
public enum CaseOutcome {
    /** Filed and accepted, and not drawn. */
    NO_CHECK,
    /** Inspected, nothing found. */
    NO_ISSUE,
    RECTIFIED,
    PENALISED,
    /** Proceedings ended without a penalty. */
    NO_PENALTY,
    /** A risk report that needed nothing more. */
    NO_ACTION;

    /** The outcome as it stands in the API, in events and in the database. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static CaseOutcome of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
