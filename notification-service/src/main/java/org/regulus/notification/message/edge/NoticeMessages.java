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

    /** A message announces only its end. */
    private static final long ONLY_EVENT = 1;

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

    static OutboxMessage of(MessageEvent event) {
        Message message = event.message();
        boolean served = event instanceof MessageEvent.NoticeServed;
        return new OutboxMessage(
                served ? SERVED : FAILED,
                message.about().caseId(),
                new AggregateVersion("message", message.id(), ONLY_EVENT),
                message.about().authority(),
                event.at(),
                served ? served(message, event.at()) : failed(message, (MessageEvent.NoticeFailed) event));
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
