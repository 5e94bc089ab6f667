package org.regulus.inspection.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;

/** Plan, approval and notice as they go over the wire. Who planned and who approved stays behind REST. */
final class PlanMessages {

    static final String PLANNED = "regulus.inspection.inspection-planned.v1";
    static final String APPROVED = "regulus.inspection.inspection-approved.v1";
    static final String NOTICED = "regulus.inspection.inspection-noticed.v1";

    private PlanMessages() {}

    record InspectionPlanned(
            UUID caseId, UUID inspectionId, UUID operatorId, String authority, List<String> items, Instant plannedAt) {}

    record InspectionApproved(UUID caseId, UUID inspectionId, UUID operatorId, String authority, Instant approvedAt) {}

    /** @param atTheDoor whether the visit began with it; why is told to nobody outside */
    record InspectionNoticed(
            UUID caseId,
            UUID inspectionId,
            UUID operatorId,
            String authority,
            List<String> items,
            boolean atTheDoor,
            Instant noticedAt) {}

    static OutboxMessage planned(InspectionRow row, Inspection.Change<InspectionEvent.InspectionPlanned> change) {
        List<String> items = change.event().items();
        Instant at = change.event().at();
        return InspectionMessages.message(
                PLANNED,
                row,
                change,
                at,
                new InspectionPlanned(row.caseId, row.id, row.operatorId, row.authority, items, at));
    }

    static OutboxMessage approved(InspectionRow row, Inspection.Change<InspectionEvent.InspectionApproved> change) {
        Instant at = change.event().at();
        return InspectionMessages.message(
                APPROVED,
                row,
                change,
                at,
                new InspectionApproved(row.caseId, row.id, row.operatorId, row.authority, at));
    }

    static OutboxMessage noticed(InspectionRow row, Inspection.Change<InspectionEvent.InspectionNoticed> change) {
        List<String> items = change.event().items();
        Instant at = change.event().at();
        return InspectionMessages.message(
                NOTICED,
                row,
                change,
                at,
                new InspectionNoticed(
                        row.caseId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        items,
                        change.event().atTheDoor(),
                        at));
    }
}
