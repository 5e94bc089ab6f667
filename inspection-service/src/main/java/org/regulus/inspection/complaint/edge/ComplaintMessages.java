package org.regulus.inspection.complaint.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;

/** Complaints as they go over the wire: what is complained of as a code; who complains and in which words stays behind REST. */
final class ComplaintMessages {

    static final String REGISTERED = "regulus.inspection.complaint-registered.v1";
    static final String REFERRED = "regulus.inspection.complaint-referred.v1";
    static final String CLOSED = "regulus.inspection.complaint-closed.v1";

    private ComplaintMessages() {}

    record ComplaintRegistered(
            UUID caseId,
            UUID complaintId,
            UUID operatorId,
            String authority,
            String subject,
            Instant receivedAt,
            Instant registeredAt) {}

    record ComplaintReferred(
            UUID caseId, UUID complaintId, UUID operatorId, String authority, UUID inspectionId, Instant referredAt) {}

    record ComplaintClosed(
            UUID caseId, UUID complaintId, UUID operatorId, String authority, String reason, Instant closedAt) {}

    static OutboxMessage registered(ComplaintRow row, Instant at) {
        return message(
                REGISTERED,
                row,
                at,
                new ComplaintRegistered(
                        row.caseId, row.id, row.operatorId, row.authority, row.subject, row.receivedAt, at));
    }

    static OutboxMessage referred(ComplaintRow row, Instant at) {
        return message(
                REFERRED,
                row,
                at,
                new ComplaintReferred(row.caseId, row.id, row.operatorId, row.authority, row.inspectionId, at));
    }

    static OutboxMessage closed(ComplaintRow row, Instant at) {
        return message(
                CLOSED,
                row,
                at,
                new ComplaintClosed(row.caseId, row.id, row.operatorId, row.authority, row.closeReason, at));
    }

    private static OutboxMessage message(String type, ComplaintRow row, Instant at, Object data) {
        return new OutboxMessage(
                type, row.caseId, new AggregateVersion("complaint", row.id, row.announced), row.authority, at, data);
    }
}
