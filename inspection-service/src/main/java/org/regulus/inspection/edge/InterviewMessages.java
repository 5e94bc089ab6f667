package org.regulus.inspection.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;

/** Interviews' changes as they go over the wire. */
final class InterviewMessages {

    static final String SCHEDULED = "regulus.inspection.interview-scheduled.v1";
    static final String RESCHEDULED = "regulus.inspection.interview-rescheduled.v1";
    static final String HELD = "regulus.inspection.interview-held.v1";
    static final String CANCELLED = "regulus.inspection.interview-cancelled.v1";
    static final String CONFIRMED = "regulus.inspection.interview-confirmed.v1";

    private InterviewMessages() {}

    record InterviewScheduled(
            UUID caseId,
            UUID inspectionId,
            UUID interviewId,
            UUID operatorId,
            String authority,
            Instant startsAt,
            Instant endsAt,
            Instant scheduledAt) {}

    record InterviewRescheduled(
            UUID caseId,
            UUID inspectionId,
            UUID interviewId,
            UUID operatorId,
            String authority,
            Instant previousStartsAt,
            Instant startsAt,
            Instant endsAt,
            Instant rescheduledAt) {}

    record InterviewHeld(
            UUID caseId, UUID inspectionId, UUID interviewId, UUID operatorId, String authority, Instant heldAt) {}

    record InterviewCancelled(
            UUID caseId,
            UUID inspectionId,
            UUID interviewId,
            UUID operatorId,
            String authority,
            Instant startsAt,
            Instant cancelledAt) {}

    record InterviewConfirmed(
            UUID caseId, UUID inspectionId, UUID interviewId, UUID operatorId, String authority, Instant confirmedAt) {}

    static OutboxMessage scheduled(InterviewRow row, Instant at) {
        return message(
                SCHEDULED,
                row,
                at,
                new InterviewScheduled(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        row.startsAt,
                        row.endsAt,
                        at));
    }

    static OutboxMessage rescheduled(InterviewRow row, Instant previousStart, Instant at) {
        return message(
                RESCHEDULED,
                row,
                at,
                new InterviewRescheduled(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        previousStart,
                        row.startsAt,
                        row.endsAt,
                        at));
    }

    static OutboxMessage held(InterviewRow row, Instant at) {
        return message(
                HELD,
                row,
                at,
                new InterviewHeld(row.caseId, row.inspectionId, row.id, row.operatorId, row.authority, row.heldAt));
    }

    static OutboxMessage cancelled(InterviewRow row, Instant at) {
        return message(
                CANCELLED,
                row,
                at,
                new InterviewCancelled(
                        row.caseId, row.inspectionId, row.id, row.operatorId, row.authority, row.startsAt, at));
    }

    static OutboxMessage confirmed(InterviewRow row, Instant at) {
        return message(
                CONFIRMED,
                row,
                at,
                new InterviewConfirmed(row.caseId, row.inspectionId, row.id, row.operatorId, row.authority, at));
    }

    private static OutboxMessage message(String type, InterviewRow row, Instant at, Object data) {
        return new OutboxMessage(
                type, row.caseId, new AggregateVersion("interview", row.id, row.announced), row.authority, at, data);
    }
}
