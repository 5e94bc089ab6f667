package org.regulus.notification.partner.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.notification.partner.edge.SubscriptionClaims.Outcome;

/** That a subscription was given up or ended, as it goes over the wire. */
final class SubscriptionMessages {

    static final String DISABLED = "regulus.notification.subscription-disabled.v1";

    static final String ENDED = "regulus.notification.subscription-ended.v1";

    /** The whole installation's, not one authority's. */
    static final String AUTHORITY = "REGULUS";

    private SubscriptionMessages() {}

    record SubscriptionDisabled(
            UUID subscriptionId, String partner, int failures, Instant failingSince, Instant disabledAt) {}

    record SubscriptionEnded(UUID subscriptionId, String partner, String kind, long delivered, Instant endedAt) {}

    static OutboxMessage ended(SubscriptionEnded data, int number) {
        UUID id = data.subscriptionId();
        return new OutboxMessage(
                ENDED, id, new AggregateVersion("subscription", id, number), AUTHORITY, data.endedAt(), data);
    }

    static OutboxMessage disabled(Outcome outcome, int number, Instant at) {
        return disabled(
                new SubscriptionDisabled(
                        outcome.claimed().id(),
                        outcome.claimed().partner(),
                        outcome.delivery().failures(),
                        outcome.delivery().failingSince(),
                        at),
                number);
    }

    static OutboxMessage disabled(SubscriptionDisabled data, int number) {
        UUID id = data.subscriptionId();
        return new OutboxMessage(
                DISABLED, id, new AggregateVersion("subscription", id, number), AUTHORITY, data.disabledAt(), data);
    }
}
