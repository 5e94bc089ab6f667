package org.regulus.notification.message.edge;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.notification.evidence.Evidence.Seal;
import org.regulus.notification.message.Message;
import org.regulus.notification.message.MessageEvent;
import org.regulus.notification.message.MessageState;

/** How a message ended, as it goes over the wire. */
final class NoticeMessages {

    static final String SERVED = "regulus.notification.notice-served.v1";
    static final String FAILED = "regulus.notification.notice-failed.v1";

    static final String BOUNCED = "regulus.notification.notice-bounced.v1";

    /** A message announces its end; what was served may come back later. */
    private static final long END = 1;

    private static final long AFTERWARDS = 2;

    private NoticeMessages() {}

    record NoticeServed(
            UUID caseId,
            UUID messageId,
            UUID operatorId,
            String authority,
            String channel,
            String template,
            UUID aboutEventId,
            Instant servedAt,
            @JsonInclude(NON_NULL) UUID evidenceId,
            @JsonInclude(NON_NULL) String evidenceDigest) {}

    record NoticeFailed(
            UUID caseId,
            UUID messageId,
            UUID operatorId,
            String authority,
            String channel,
            String template,
            UUID aboutEventId,
            int attempts,
            Instant failedAt,
            @JsonInclude(NON_NULL) String reason,
            @JsonInclude(NON_NULL) UUID evidenceId,
            @JsonInclude(NON_NULL) String evidenceDigest) {}

    record NoticeBounced(
            UUID caseId,
            UUID messageId,
            UUID operatorId,
            String authority,
            String channel,
            String template,
            UUID aboutEventId,
            String status,
            Instant bouncedAt) {}

    /** @param seal of what proves it; nothing when no address was known, so that nothing was tried */
    static OutboxMessage of(MessageEvent event, Optional<Seal> seal) {
        Message message = event.message();
        if (event instanceof MessageEvent.NoticeServed) {
            return message(SERVED, event, END, served(message, event.at(), seal));
        }
        if (event instanceof MessageEvent.NoticeFailed failed) {
            return message(FAILED, event, END, failed(message, failed, seal));
        }
        if (event instanceof MessageEvent.NoticeBounced bounced) {
            return message(BOUNCED, event, AFTERWARDS, bounced(message, bounced));
        }
        throw new IllegalStateException("No message for " + event);
    }

    private static OutboxMessage message(String type, MessageEvent event, long sequence, Object data) {
        Message message = event.message();
        return new OutboxMessage(
                type,
                message.about().caseId(),
                new AggregateVersion("message", message.id(), sequence),
                message.about().authority(),
                event.at(),
                data);
    }

    private static NoticeBounced bounced(Message message, MessageEvent.NoticeBounced event) {
        return new NoticeBounced(
                message.about().caseId(),
                message.id(),
                message.about().operatorId(),
                message.about().authority(),
                message.channel(),
                message.template(),
                message.about().eventId(),
                event.status(),
                event.at());
    }

    private static NoticeServed served(Message message, Instant at, Optional<Seal> seal) {
        return new NoticeServed(
                message.about().caseId(),
                message.id(),
                message.about().operatorId(),
                message.about().authority(),
                message.channel(),
                message.template(),
                message.about().eventId(),
                at,
                seal.map(Seal::id).orElse(null),
                seal.map(Seal::digest).orElse(null));
    }

    private static String reason(Message message) {
        if (message.state() instanceof MessageState.Unknown) {
            return "outcome-unknown";
        }
        return ((MessageState.Failed) message.state()).why().word();
    }

    private static NoticeFailed failed(Message message, MessageEvent.NoticeFailed event, Optional<Seal> seal) {
        return new NoticeFailed(
                message.about().caseId(),
                message.id(),
                message.about().operatorId(),
                message.about().authority(),
                message.channel(),
                message.template(),
                message.about().eventId(),
                event.attempts(),
                event.at(),
                reason(message),
                seal.map(Seal::id).orElse(null),
                seal.map(Seal::digest).orElse(null));
    }
}
