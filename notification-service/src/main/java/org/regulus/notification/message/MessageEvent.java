package org.regulus.notification.message;

import java.time.Instant;

/** What is announced of a message. */
public sealed interface MessageEvent {

    Message message();

    Instant at();

    record NoticeServed(Message message, Instant at) implements MessageEvent {}

    /** @param status of RFC 3463 */
    record NoticeBounced(Message message, String status, Instant at) implements MessageEvent {}

    record NoticeFailed(Message message, int attempts, Instant at) implements MessageEvent {}
}
