package org.regulus.notification.message.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.notification.message.Message;
import org.regulus.notification.message.MessageEvent;

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
            Instant servedAt) {}

    record NoticeFailed(
            UUID caseId,
            UUID messageId,
            UUID operatorId,
            String authority,
            String channel,
            String template,
            UUID aboutEventId,
            int attempts,
            Instant failedAt) {}

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

    static OutboxMessage of(MessageEvent event) {
        Message message = event.message();
        if (event instanceof MessageEvent.NoticeServed) {
            return message(SERVED, event, END, served(message, event.at()));
        }
        if (event instanceof MessageEvent.NoticeFailed failed) {
            return message(FAILED, event, END, failed(message, failed));
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

    private static NoticeServed served(Message message, Instant at) {
        return new NoticeServed(
                message.about().caseId(),
                message.id(),
                message.about().operatorId(),
                message.about().authority(),
                message.channel(),
                message.template(),
                message.about().eventId(),
                at);
    }

    private static NoticeFailed failed(Message message, MessageEvent.NoticeFailed event) {
        return new NoticeFailed(
                message.about().caseId(),
                message.id(),
                message.about().operatorId(),
                message.about().authority(),
                message.channel(),
                message.template(),
                message.about().eventId(),
                event.attempts(),
                event.at());
    }
}
