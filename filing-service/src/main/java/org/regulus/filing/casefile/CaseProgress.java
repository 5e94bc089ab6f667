package org.regulus.filing.casefile;

import java.util.Locale;

/**
 * How far a case has come through the other services. Their events come from two topics and in any order between them, so progress
 * grows, whichever comes first; only a penalty proceeding, which one topic tells in order, can be taken back.
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

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CaseProgress of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
