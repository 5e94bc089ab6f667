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
                        at,
                        new OperatorRegistered(
                                row.operatorId, row.authority, row.name, row.noticeEmail, row.language, at))
                .onTopic(DIRECTORY);
    }

    static OutboxMessage standingChanged(RegistrationRow row, String former, Instant at) {
        return message(
                STANDING_CHANGED,
                row,
                at,
                new StandingChanged(row.id, row.operatorId, row.authority, row.status, former, at));
    }

    /** Keyed by operator: it is about no case. */
    private static OutboxMessage message(String type, RegistrationRow row, Instant at, Object data) {
        return new OutboxMessage(
                type,
                row.operatorId,
                new AggregateVersion("registration", row.id, row.announced),
                row.authority,
                at,
                data);
    }
}
