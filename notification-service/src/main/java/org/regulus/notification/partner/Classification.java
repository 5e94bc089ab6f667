package org.regulus.notification.partner;

import java.util.Locale;

/** How far a field of an event may be told on. The contracts say it of each field ({@code x-classification}), a grant of each partner. */
public enum Classification {
    /** For every partner that may see the event. */
    PUBLIC,
    /** What weighs on an operator: sums, appointments, what it must put right. */
    RESTRICTED,
    /** What would help an attacker: systems, weak points, grades of risk. Also whatever nobody has decided on. */
    CONFIDENTIAL;

    public static final Classification LOWEST = PUBLIC;
    public static final Classification HIGHEST = CONFIDENTIAL;

    /** The words of the contracts and of the interface. */
    public static final String WORDS = "public|restricted|confidential";

    public static Classification of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean covers(Classification other) {
        return compareTo(other) >= 0;
    }

    public Classification atMost(Classification other) {
        return covers(other) ? other : this;
    }
}
