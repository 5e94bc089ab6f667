package org.regulus.inspection;

/** Why an inspection was opened. Random and for-cause inspections are kept apart in all figures. */
public enum Cause {
    DRAWN,
    OVERDUE,
    RISK,
    COMPLAINT;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
