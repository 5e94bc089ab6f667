package org.regulus.filing.casefile;

import java.util.Locale;

/**
 * How far a case has come through the other services. Their events come from two topics and in any order between them, so progress
 * only ever grows.
 */
public enum CaseProgress {
    NONE,
    UNDER_INSPECTION,
    UNDER_RECTIFICATION,
    UNDER_PENALTY;

    public CaseProgress atLeast(CaseProgress reached) {
        return compareTo(reached) >= 0 ? this : reached;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CaseProgress of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
