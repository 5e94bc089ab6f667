package org.regulus.notification.timeline;

import java.util.Map;
import java.util.Optional;

/** Where a case stands, as far as its events tell: the last of these that happened. Other events change nothing about it. */
public final class Phase {

    public static final String FILING = "filing";
    public static final String REVIEW = "review";
    public static final String FILED = "filed";
    public static final String OVERDUE = "overdue";
    public static final String INSPECTION = "inspection";
    public static final String INSPECTED = "inspected";
    public static final String RECTIFICATION = "rectification";
    public static final String PENALTY = "penalty";
    public static final String CLOSED = "closed";

    private static final Map<String, String> AFTER = Map.ofEntries(
            Map.entry("regulus.filing.case-opened.v1", FILING),
            Map.entry("regulus.filing.filing-submitted.v1", REVIEW),
            Map.entry("regulus.filing.filing-returned.v1", FILING),
            Map.entry("regulus.filing.filing-withdrawn.v1", FILING),
            Map.entry("regulus.filing.filing-accepted.v1", FILED),
            Map.entry("regulus.filing.filing-overdue.v1", OVERDUE),
            Map.entry("regulus.inspection.inspection-opened.v1", INSPECTION),
            Map.entry("regulus.inspection.inspection-replaced.v1", FILED),
            Map.entry("regulus.inspection.inspection-concluded.v1", INSPECTED),
            Map.entry("regulus.sanctions.rectification-ordered.v1", RECTIFICATION),
            Map.entry("regulus.sanctions.penalty-proposed.v1", PENALTY),
            Map.entry("regulus.sanctions.penalty-withdrawn.v1", RECTIFICATION),
            Map.entry("regulus.filing.case-closed.v1", CLOSED));

    private Phase() {}

    public static Optional<String> after(String type) {
        return Optional.ofNullable(AFTER.get(type));
    }
}
