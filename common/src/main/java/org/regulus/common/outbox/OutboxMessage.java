package org.regulus.common.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event to be announced.
 *
 * @param type {@code regulus.<service>.<noun>-<participle>.v1}
 * @param key the case id (campaign id for campaign-wide events): the Kafka key and the CloudEvents subject
 * @param at when the change was made, by the business clock
 * @param data the contract's fields; serialised as JSON
 * @param topic where to, or null for the service's own topic
 */
public record OutboxMessage(
        String type, UUID key, AggregateVersion aggregate, String authority, Instant at, Object data, String topic) {

    public OutboxMessage(String type, UUID key, AggregateVersion aggregate, String authority, Instant at, Object data) {
        this(type, key, aggregate, authority, at, data, null);
    }

    public OutboxMessage onTopic(String other) {
        return new OutboxMessage(type, key, aggregate, authority, at, data, other);
    }
}
