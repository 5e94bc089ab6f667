package org.regulus.inspection;

import org.regulus.common.problem.Refusal;

/** Why an inspection was opened. Random and for-cause inspections are kept apart in all figures. */
public enum Cause {
    DRAWN,
    OVERDUE,
    RISK,
    COMPLAINT;

    /** @throws Refusal INVALID {@code inspection.cause-required}: who was drawn is told before */
    public void withoutNotice() {
        if (this == DRAWN) {
            throw Refusal.invalid(
                    "inspection.cause-required", "Only an inspection for cause is opened without prior notice");
        }
    }

    public static Cause of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
