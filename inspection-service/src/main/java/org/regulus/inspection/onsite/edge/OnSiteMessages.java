package org.regulus.inspection.onsite.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.inspection.onsite.OnSiteRecord;

/** The record as it goes over the wire: how much it has and its digest, which the ledger keeps; never what it says. */
final class OnSiteMessages {

    static final String NOTED = "regulus.inspection.record-entries-noted.v1";
    static final String SIGNED = "regulus.inspection.record-signed.v1";

    private OnSiteMessages() {}

    record EntriesNoted(
            UUID caseId,
            UUID inspectionId,
            UUID recordId,
            UUID operatorId,
            String authority,
            int entries,
            String recordDigest,
            Instant notedAt) {}

    record RecordSigned(
            UUID caseId,
            UUID inspectionId,
            UUID recordId,
            UUID operatorId,
            String authority,
            boolean refused,
            String recordDigest,
            Instant signedAt) {}

    static OutboxMessage noted(OnSiteRow row, OnSiteRecord.EntriesNoted noted) {
        return message(
                NOTED,
                row,
                noted.at(),
                new EntriesNoted(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        noted.entries(),
                        row.digest,
                        noted.at()));
    }

    static OutboxMessage signed(OnSiteRow row, OnSiteRecord.RecordSigned signed) {
        return message(
                SIGNED,
                row,
                signed.at(),
                new RecordSigned(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        signed.refused(),
                        row.digest,
                        signed.at()));
    }

    private static OutboxMessage message(String type, OnSiteRow row, Instant at, Object data) {
        return new OutboxMessage(
                type, row.caseId, new AggregateVersion("record", row.id, row.announced), row.authority, at, data);
    }
}
