package org.regulus.notification.partner;

import java.util.List;
import java.util.Set;

/**
 * What a partner asks for. Nothing in a list means all that the partner may see.
 *
 * @param campaigns ids; events of no campaign are left out when there are any
 * @param classification the highest that it wants to be told, or null for all that it may
 */
public record EventFilter(
        List<String> types, List<String> authorities, List<String> campaigns, Classification classification) {

    public static final EventFilter ALL = new EventFilter(List.of(), List.of(), List.of(), null);

    /** What the operator concerned is told, too. Steps that an authority takes before it has decided are its own affair. */
    private static final Set<String> SHOWN = Set.of(
            "regulus.filing.campaign-published.v1",
            "regulus.filing.campaign-corrected.v1",
            "regulus.filing.campaign-filing-closed.v1",
            "regulus.filing.campaign-completed.v1",
            "regulus.filing.case-opened.v1",
            "regulus.filing.case-corrected.v1",
            "regulus.filing.case-closed.v1",
            "regulus.filing.filing-submitted.v1",
            "regulus.filing.filing-returned.v1",
            "regulus.filing.filing-accepted.v1",
            "regulus.filing.filing-overdue.v1",
            "regulus.filing.filing-withdrawn.v1",
            "regulus.filing.extension-decided.v1",
            "regulus.filing.risk-reported.v1",
            "regulus.filing.risk-triaged.v1",
            "regulus.inspection.draw-committed.v1",
            "regulus.inspection.draw-completed.v1",
            "regulus.inspection.inspection-noticed.v1",
            "regulus.inspection.interview-scheduled.v1",
            "regulus.inspection.interview-rescheduled.v1",
            "regulus.inspection.interview-held.v1",
            "regulus.inspection.inspection-concluded.v1",
            "regulus.sanctions.rectification-ordered.v1",
            "regulus.sanctions.rectification-extended.v1",
            "regulus.sanctions.rectification-reported.v1",
            "regulus.sanctions.rectification-verified.v1",
            "regulus.sanctions.rectification-rejected.v1",
            "regulus.sanctions.rectification-overdue.v1",
            "regulus.sanctions.penalty-noticed.v1",
            "regulus.sanctions.penalty-decided.v1",
            "regulus.sanctions.penalty-paid.v1",
            "regulus.sanctions.penalty-closed.v1",
            "regulus.notification.ledger-checkpointed.v1");

    /** The types that are looked for: asked for and shown. A type that nobody has decided on is not shown. */
    public List<String> shownTypes() {
        return (types.isEmpty() ? SHOWN.stream() : types.stream().filter(SHOWN::contains))
                .sorted()
                .toList();
    }

    /** How much of an event is told to who was granted so much of it. */
    public Classification clearance(Classification granted) {
        return classification == null ? granted : granted.atMost(classification);
    }
}
