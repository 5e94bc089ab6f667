package org.regulus.notification.ledger;

import java.util.UUID;

/**
 * What stands on a topic and not in the ledger, or has vanished from the topic.
 *
 * @param last offset; the first again, but where many records were lost
 * @param eventId null when no id can be read
 */
public record Gap(Kind kind, long first, long last, UUID eventId) {

    public enum Kind {
        /** Passed by the consumer and not in the ledger: a dead letter that was not replayed, or a fault of ours. */
        SKIPPED,
        /** Passed by the consumer; it has no event id, so it can never be in the ledger. */
        UNREADABLE,
        /** The topic had records here and has none any more: they were deleted before they were read, or read and deleted. */
        LOST
    }
}
