package org.regulus.filing.registry.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;

/** A register's changes as they go over the wire. */
final class RegistryMessages {

    static final String REGISTERED = "regulus.filing.operator-registered.v1";
    static final String STANDING_CHANGED = "regulus.filing.standing-changed.v1";
    static final String DIRECTORY = "regulus.filing.directory";

    private RegistryMessages() {}

    record OperatorRegistered(
            UUID operatorId,
            String authority,
            String name,
            String noticeEmail,
            String language,
            Instant registeredAt) {}

    record StandingChanged(
            UUID registrationId,
            UUID operatorId,
            String authority,
            String status,
            String formerStatus,
            Instant changedAt) {}

    static OutboxMessage registered(RegistrationRow row, Instant at) {
        return message(
                        REGISTERED,
                        row,
                        new AggregateVersion("registration", row.id, row.announced),
                        at,
                        new OperatorRegistered(
                                row.operatorId, row.authority, row.name, row.noticeEmail, row.language, at))
                .onTopic(DIRECTORY);
    }

    /** Each change counts for itself: were it a number of the registration, whose others are in the directory, the ledger would miss those. */
    static OutboxMessage standingChanged(StatusChangeRow change, RegistrationRow row, String former, Instant at) {
        return message(
                STANDING_CHANGED,
                row,
                new AggregateVersion("standing-change", change.id, 1),
                at,
                new StandingChanged(row.id, row.operatorId, row.authority, row.status, former, at));
    }

    /** Keyed by operator: it is about no case. */
    private static OutboxMessage message(
            String type, RegistrationRow row, AggregateVersion aggregate, Instant at, Object data) {
        return new OutboxMessage(type, row.operatorId, aggregate, row.authority, at, data);
    }
}
