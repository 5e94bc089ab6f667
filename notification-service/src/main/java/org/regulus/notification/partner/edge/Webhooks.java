package org.regulus.notification.partner.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.regulus.notification.partner.edge.Feed.Entry;
import org.regulus.notification.partner.edge.SubscriptionClaims.Claimed;

/** To a partner's machine, signed. At least once: what was taken when we died is sent again with the same webhook-id. */
@ApplicationScoped
class Webhooks implements Way {

    private final Receiver receiver;
    private final WebhookLimits limits;

    Webhooks(Receiver receiver, WebhookLimits limits) {
        this.receiver = receiver;
        this.limits = limits;
    }

    @Override
    public int eventsMax() {
        return limits.eventsMax();
    }

    /** Nobody can be asked what it has. */
    @Override
    public Uni<Long> arrived(Claimed claimed) {
        return Uni.createFrom().item(claimed.position());
    }

    @Override
    public Uni<Answered> give(Claimed claimed, Entry entry) {
        String signature = WebhookSignature.of(
                entry.eventId(),
                claimed.takenAt(),
                entry.text(),
                claimed.target().secrets());
        Map<String, String> headers = Map.of(
                "content-type",
                "application/cloudevents+json; charset=utf-8",
                "webhook-id",
                entry.eventId(),
                "webhook-timestamp",
                String.valueOf(claimed.takenAt().getEpochSecond()),
                "webhook-signature",
                signature);
        return receiver.post(claimed.target().url(), headers, entry.text());
    }
}
