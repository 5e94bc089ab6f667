package org.regulus.filing.casefile;

import java.util.Locale;

/**
 * How far a case has come through the other services. Their events come from two topics and in any order between them, so progress
 * grows, whichever comes first; only what one topic tells in order can be taken back: a penalty proceeding, and an inspection that ends
 * before anybody was on site.
 */
public enum CaseProgress {
    NONE,
    UNDER_INSPECTION,
    UNDER_RECTIFICATION,
    UNDER_PENALTY;

    public CaseProgress atLeast(CaseProgress reached) {
        return compareTo(reached) >= 0 ? this : reached;
    }

    public CaseProgress withoutPenalty() {
        return this == UNDER_PENALTY ? UNDER_RECTIFICATION : this;
    }

    /** It fell out of the draw before anybody was on site. */
    public CaseProgress withoutInspection() {
        return this == UNDER_INSPECTION ? NONE : this;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CaseProgress of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
