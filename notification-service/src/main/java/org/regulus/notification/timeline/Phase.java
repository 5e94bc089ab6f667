package org.regulus.notification.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a case stands, as far as its events tell: the last of these that happened. Other events change nothing about it. Operators read the
 * same phase as officers, so that of an inspection or a penalty begins when the operator is told of it, not when it is opened or proposed.
 */
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
            Map.entry("regulus.inspection.inspection-noticed.v1", INSPECTION),
            Map.entry("regulus.inspection.interview-scheduled.v1", INSPECTION),
            Map.entry("regulus.inspection.inspection-concluded.v1", INSPECTED),
            Map.entry("regulus.sanctions.rectification-ordered.v1", RECTIFICATION),
            Map.entry("regulus.sanctions.penalty-noticed.v1", PENALTY),
            Map.entry("regulus.filing.case-closed.v1", CLOSED));

    private static final Map<String, String> TAKEN_BACK = Map.of(
            "regulus.inspection.inspection-replaced.v1", INSPECTION,
            "regulus.sanctions.penalty-withdrawn.v1", PENALTY);

    private Phase() {}

    /** The phase before which the case stands again: one that is out of its inspection, or whose proceeding was withdrawn. */
    public static Optional<String> takenBack(String type) {
        return Optional.ofNullable(TAKEN_BACK.get(type));
    }

    /** The types that tell another phase. Where an inspection stood is told by its conclusion, if it came to that. */
    public static List<String> besides(String takenBack) {
        return AFTER.entrySet().stream()
                .filter(phase -> !phase.getValue().equals(INSPECTION)
                        && !phase.getValue().equals(takenBack))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public static Optional<String> after(String type) {
        return Optional.ofNullable(AFTER.get(type));
    }
}
