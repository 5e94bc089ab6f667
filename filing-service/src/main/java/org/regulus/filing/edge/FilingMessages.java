package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.filing.Filing;
import org.regulus.filing.FilingEvent;

/** A filing's changes as they go over the wire. */
final class FilingMessages {

    static final String SUBMITTED = "regulus.filing.filing-submitted.v1";
    static final String RETURNED = "regulus.filing.filing-returned.v1";
    static final String WITHDRAWN = "regulus.filing.filing-withdrawn.v1";
    static final String ACCEPTED = "regulus.filing.filing-accepted.v1";

    private FilingMessages() {}

    /**
     * @param contentDigest SHA-256 in hex over the RFC 8785 canonical form of the content
     * @param riskScore 0 to 100, absent when nothing that counts was answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FilingSubmitted(
            UUID caseId,
            UUID filingId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            int submission,
            boolean late,
            String contentDigest,
            int systems,
            Integer riskScore,
            Instant submittedAt) {}

    record FilingReturned(
            UUID caseId,
            UUID filingId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            int submission,
            int remarks,
            Instant returnedAt) {}

    record FilingWithdrawn(
            UUID caseId,
            UUID filingId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            int submission,
            Instant withdrawnAt) {}

    record FilingAccepted(
            UUID caseId,
            UUID filingId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            int submission,
            boolean late,
            Instant acceptedAt) {}

    static OutboxMessage submitted(
            FilingRow row,
            Filing.Change<FilingEvent.FilingSubmitted> change,
            String digest,
            int systems,
            Integer riskScore) {
        FilingEvent.FilingSubmitted event = change.event();
        return message(
                SUBMITTED,
                row,
                change,
                event.at(),
                new FilingSubmitted(
                        row.caseId,
                        row.id,
                        row.campaignId,
                        row.operatorId,
                        row.authority,
                        event.submission(),
                        event.late(),
                        digest,
                        systems,
                        riskScore,
                        event.at()));
    }

    static OutboxMessage returned(FilingRow row, Filing.Change<FilingEvent.FilingReturned> change) {
        FilingEvent.FilingReturned event = change.event();
        return message(
                RETURNED,
                row,
                change,
                event.at(),
                new FilingReturned(
                        row.caseId,
                        row.id,
                        row.campaignId,
                        row.operatorId,
                        row.authority,
                        event.submission(),
                        event.remarks(),
                        event.at()));
    }

    static OutboxMessage withdrawn(FilingRow row, Filing.Change<FilingEvent.FilingWithdrawn> change) {
        FilingEvent.FilingWithdrawn event = change.event();
        return message(
                WITHDRAWN,
                row,
                change,
                event.at(),
                new FilingWithdrawn(
                        row.caseId,
                        row.id,
                        row.campaignId,
                        row.operatorId,
                        row.authority,
                        event.submission(),
                        event.at()));
    }

    static OutboxMessage accepted(FilingRow row, Filing.Change<FilingEvent.FilingAccepted> change) {
        FilingEvent.FilingAccepted event = change.event();
        return message(
                ACCEPTED,
                row,
                change,
                event.at(),
                new FilingAccepted(
                        row.caseId,
                        row.id,
                        row.campaignId,
                        row.operatorId,
                        row.authority,
                        event.submission(),
                        event.late(),
                        event.at()));
    }

    private static OutboxMessage message(String type, FilingRow row, Filing.Change<?> change, Instant at, Object data) {
        AggregateVersion aggregate =
                new AggregateVersion("filing", row.id, change.filing().announced());
        return new OutboxMessage(type, row.caseId, aggregate, row.authority, at, data);
    }
}
