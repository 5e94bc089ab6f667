package org.regulus.common.event;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes each event once for each consumer: claiming the event and reacting to it are one transaction. */
@ApplicationScoped
public class Inbox {

    /** @return whether the effect was done now; false when it had been done before */
    public Uni<Boolean> once(String consumer, UUID eventId, Supplier<Uni<Void>> effect) {
        return Panache.withTransaction(() -> claim(consumer, eventId)
                .chain(first -> first
                        ? effect.get().replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private static Uni<Boolean> claim(String consumer, UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into inbox (consumer, event_id) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, consumer)
                        .setParameter(2, eventId)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
