package org.regulus.filing.obligation;

import java.util.Arrays;
import java.util.Locale;

/** What is owed. */
public enum ObligationKind {
    /** A report under a campaign. */
    FILE,
    /** One that was returned with remarks. */
    FILE_AGAIN,
    /** A stage of a risk report. */
    REPORT_RISK,
    /** To be there when inspectors come. */
    ATTEND,
    /** An item of a rectification order. */
    RECTIFY,
    /** A fine. */
    PAY;

    /** The kind as it stands in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ObligationKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No such kind of obligation: " + word));
    }
}
