package org.regulus.sanctions.document.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;

/** What is announced of a document: ids, its number and digest, never what it says. */
final class DocumentMessages {

    private DocumentMessages() {}

    record Issued(
            UUID caseId,
            UUID documentId,
            String number,
            String kind,
            String language,
            int templateVersion,
            UUID subjectId,
            UUID operatorId,
            String authority,
            String sha256,
            Instant at) {}

    record Dispatched(
            UUID caseId,
            UUID documentId,
            String number,
            String kind,
            String language,
            UUID subjectId,
            UUID operatorId,
            String authority,
            String sha256,
            List<String> methods,
            String consent,
            Instant at) {}

    static OutboxMessage issued(DocumentRow row) {
        return message(
                "document-issued",
                row,
                row.issuedAt,
                new Issued(
                        row.caseId,
                        row.id,
                        row.number(),
                        row.kind,
                        row.language,
                        row.templateVersion,
                        row.subject,
                        row.operatorId,
                        row.authority,
                        row.digest,
                        row.issuedAt));
    }

    static OutboxMessage dispatched(DocumentRow row) {
        DispatchColumn dispatch = row.dispatch;
        return message(
                "document-dispatched",
                row,
                dispatch.at(),
                new Dispatched(
                        row.caseId,
                        row.id,
                        row.number(),
                        row.kind,
                        row.language,
                        row.subject,
                        row.operatorId,
                        row.authority,
                        row.digest,
                        dispatch.methods(),
                        dispatch.consent(),
                        dispatch.at()));
    }

    private static OutboxMessage message(String type, DocumentRow row, Instant at, Object data) {
        return new OutboxMessage(
                "regulus.sanctions." + type + ".v1",
                row.caseId,
                new AggregateVersion("document", row.id, row.version),
                row.authority,
                at,
                data);
    }
}
