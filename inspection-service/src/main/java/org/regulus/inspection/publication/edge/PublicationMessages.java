package org.regulus.inspection.publication.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.inspection.publication.Publication;

/** Publications as they go over the wire; reasons are read where they are published. */
final class PublicationMessages {

    static final String PUBLISHED = "regulus.inspection.inspection-published.v1";
    static final String CORRECTED = "regulus.inspection.publication-corrected.v1";
    static final String WITHDRAWN = "regulus.inspection.publication-withdrawn.v1";

    private PublicationMessages() {}

    record InspectionPublished(
            UUID caseId,
            UUID inspectionId,
            UUID publicationId,
            UUID operatorId,
            String authority,
            String basis,
            String outcome,
            Instant publishedAt) {}

    record PublicationCorrected(
            UUID caseId,
            UUID inspectionId,
            UUID publicationId,
            UUID operatorId,
            String authority,
            String outcome,
            int edition,
            Instant correctedAt) {}

    record PublicationWithdrawn(
            UUID caseId,
            UUID inspectionId,
            UUID publicationId,
            UUID operatorId,
            String authority,
            Instant withdrawnAt) {}

    static OutboxMessage published(PublicationRow row, Publication.Published event) {
        return message(
                PUBLISHED,
                row,
                event.at(),
                new InspectionPublished(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        row.basis,
                        row.outcome,
                        event.at()));
    }

    static OutboxMessage corrected(PublicationRow row, Publication.Corrected event) {
        return message(
                CORRECTED,
                row,
                event.at(),
                new PublicationCorrected(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        row.outcome,
                        event.edition(),
                        event.at()));
    }

    static OutboxMessage withdrawn(PublicationRow row, Publication.Withdrawn event) {
        return message(
                WITHDRAWN,
                row,
                event.at(),
                new PublicationWithdrawn(
                        row.caseId, row.inspectionId, row.id, row.operatorId, row.authority, event.at()));
    }

    private static OutboxMessage message(String type, PublicationRow row, Instant at, Object data) {
        return new OutboxMessage(
                type, row.caseId, new AggregateVersion("publication", row.id, row.announced), row.authority, at, data);
    }
}
