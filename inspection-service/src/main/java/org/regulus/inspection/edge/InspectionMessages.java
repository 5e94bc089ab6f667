package org.regulus.inspection.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.draw.Draw;

/** Inspections' changes as they go over the wire. */
final class InspectionMessages {

    static final String OPENED = "regulus.inspection.inspection-opened.v1";
    static final String ASSIGNED = "regulus.inspection.inspectors-assigned.v1";
    static final String CONCLUDED = "regulus.inspection.inspection-concluded.v1";
    static final String WISHES = "regulus.inspection.wishes-stated.v1";
    static final String SHARE_REVEALED = "regulus.inspection.inspector-share-revealed.v1";
    static final String DRAW_COMMITTED = "regulus.inspection.inspector-draw-committed.v1";
    static final String REPLACED = "regulus.inspection.inspector-replaced.v1";
    static final String FALLEN_OUT = "regulus.inspection.inspection-replaced.v1";

    private InspectionMessages() {}

    record InspectorDrawCommitted(
            UUID caseId,
            UUID inspectionId,
            UUID operatorId,
            String authority,
            String commitmentDigest,
            Instant committedAt) {}

    /** @param party a body, not a person */
    record InspectorShareRevealed(
            UUID caseId, UUID inspectionId, UUID operatorId, String authority, String party, Instant revealedAt) {}

    /**
     * @param reason a code: recusal
     * @param replacementDigest of the public line about it; null when the inspectors come from no draw of cases
     */
    record InspectorReplaced(
            UUID caseId,
            UUID inspectionId,
            UUID operatorId,
            String authority,
            UUID removedInspectorId,
            UUID substituteInspectorId,
            String reason,
            String replacementDigest,
            Instant replacedAt) {}

    /** @param reason a code; what the officer says is published with the draw */
    record InspectionReplaced(
            UUID caseId,
            UUID inspectionId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            UUID drawId,
            String reason,
            Instant replacedAt) {}

    record InspectionOpened(
            UUID caseId,
            UUID inspectionId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String cause,
            UUID drawId,
            Instant openedAt) {}

    record InspectorsAssigned(
            UUID caseId,
            UUID inspectionId,
            UUID operatorId,
            String authority,
            List<UUID> inspectorIds,
            Instant assignedAt) {}

    record WishesStated(
            UUID caseId,
            UUID inspectionId,
            UUID operatorId,
            String authority,
            String language,
            List<Slot> preferred,
            Instant statedAt) {}

    record Finding(UUID findingId, String item, String severity, String legalReference) {}

    record InspectionConcluded(
            UUID caseId,
            UUID inspectionId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String outcome,
            List<Finding> findings,
            Instant concludedAt) {}

    static OutboxMessage opened(InspectionRow row, Inspection.Change<InspectionEvent.InspectionOpened> change) {
        return message(
                OPENED,
                row,
                change,
                change.event().at(),
                new InspectionOpened(
                        row.caseId,
                        row.id,
                        row.campaignId,
                        row.operatorId,
                        row.authority,
                        row.cause,
                        row.drawId,
                        change.event().at()));
    }

    static OutboxMessage assigned(InspectionRow row, Inspection.Change<InspectionEvent.InspectorsAssigned> change) {
        return message(
                ASSIGNED,
                row,
                change,
                change.event().at(),
                new InspectorsAssigned(
                        row.caseId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        change.event().inspectors(),
                        change.event().at()));
    }

    static OutboxMessage drawCommitted(
            InspectionRow row, Inspection.Change<InspectionEvent.InspectorDrawCommitted> change) {
        return message(
                DRAW_COMMITTED,
                row,
                change,
                change.event().at(),
                new InspectorDrawCommitted(
                        row.caseId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        Draw.digest(row.inspectorCommitment),
                        change.event().at()));
    }

    static OutboxMessage shareRevealed(
            InspectionRow row, Inspection.Change<InspectionEvent.InspectorShareRevealed> change) {
        InspectionEvent.InspectorShareRevealed revealed = change.event();
        return message(
                SHARE_REVEALED,
                row,
                change,
                revealed.at(),
                new InspectorShareRevealed(
                        row.caseId, row.id, row.operatorId, row.authority, revealed.party(), revealed.at()));
    }

    static OutboxMessage replaced(
            InspectionRow row, Inspection.Change<InspectionEvent.InspectorReplaced> change, String digest) {
        InspectionEvent.InspectorReplaced replaced = change.event();
        return message(
                REPLACED,
                row,
                change,
                replaced.at(),
                new InspectorReplaced(
                        row.caseId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        replaced.removed(),
                        replaced.substitute(),
                        "recusal",
                        digest,
                        replaced.at()));
    }

    static OutboxMessage fallenOut(
            InspectionRow row, Inspection.Change<InspectionEvent.InspectionReplaced> change, String reason) {
        Instant at = change.event().at();
        return message(
                FALLEN_OUT,
                row,
                change,
                at,
                new InspectionReplaced(
                        row.caseId, row.id, row.campaignId, row.operatorId, row.authority, row.drawId, reason, at));
    }

    static OutboxMessage wishes(InspectionRow row, Inspection.Change<InspectionEvent.WishesStated> change) {
        InspectionEvent.WishesStated stated = change.event();
        return message(
                WISHES,
                row,
                change,
                stated.at(),
                new WishesStated(
                        row.caseId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        stated.language(),
                        stated.preferred(),
                        stated.at()));
    }

    static OutboxMessage concluded(
            InspectionRow row, Inspection.Change<InspectionEvent.InspectionConcluded> change, List<Finding> findings) {
        return message(
                CONCLUDED,
                row,
                change,
                change.event().at(),
                new InspectionConcluded(
                        row.caseId,
                        row.id,
                        row.campaignId,
                        row.operatorId,
                        row.authority,
                        row.outcome,
                        findings,
                        change.event().at()));
    }

    static OutboxMessage message(String type, InspectionRow row, Inspection.Change<?> change, Instant at, Object data) {
        AggregateVersion aggregate =
                new AggregateVersion("inspection", row.id, change.inspection().announced());
        return new OutboxMessage(type, row.caseId, aggregate, row.authority, at, data);
    }
}
