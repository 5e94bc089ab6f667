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
    /** The matter went to those who pursue crimes. */
    TRANSFERRED,
    /** A risk report that needed nothing more. */
    NO_ACTION,
    /** Closed by hand: the operator does this business no more. */
    CEASED_BUSINESS,
    /** Closed by hand: the campaign is not about this operator. */
    OUT_OF_SCOPE,
    /** Closed by hand: another case is about the same matter. */
    DUPLICATE;

    /** Whether an officer may give it as the reason to close a case. */
    public boolean isByHand() {
        return this == CEASED_BUSINESS || this == OUT_OF_SCOPE || this == DUPLICATE;
    }

    /** The outcome as it stands in the API, in events and in the database. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static CaseOutcome of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
