package org.regulus.notification.message.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.notification.evidence.Evidence.Seal;

/** What an operator did with a notice in its inbox, as it goes over the wire. */
final class ReadingMessages {

    static final String READ = "regulus.notification.notice-read.v1";
    static final String ACKNOWLEDGED = "regulus.notification.notice-acknowledged.v1";

    private ReadingMessages() {}

    /** One of the two times is told: when it was read, or when it was acknowledged. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeReceipt(
            UUID caseId,
            UUID itemId,
            UUID operatorId,
            String authority,
            String template,
            UUID aboutEventId,
            Instant readAt,
            Instant acknowledgedAt,
            UUID evidenceId,
            String evidenceDigest) {}

    static OutboxMessage of(InboxRow row, String kind, Instant at, Seal seal) {
        boolean read = kind.equals(Readings.READING);
        NoticeReceipt data = new NoticeReceipt(
                row.caseId,
                row.id,
                row.operatorId,
                row.authority,
                row.template,
                row.eventId,
                read ? at : null,
                read ? null : at,
                seal.id(),
                seal.digest());
        return new OutboxMessage(
                read ? READ : ACKNOWLEDGED,
                row.caseId,
                new AggregateVersion("inbox-item", row.id, read ? 1 : 2),
                row.authority,
                at,
                data);
    }
}
