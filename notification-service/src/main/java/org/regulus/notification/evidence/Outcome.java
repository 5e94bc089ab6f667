package org.regulus.notification.evidence;

import java.util.Locale;

/** What became of one try to hand something over. */
public enum Outcome {
    ACCEPTED,
    REFUSED,
    /** It may have been taken: the answer did not come, or whoever tried was not heard of again. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
