package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.casefile.edge.CaseFollower;
import org.regulus.sanctions.rectification.Handover;
import org.regulus.sanctions.rectification.RectificationOrder;

/** A case's open orders go along to its new authority. */
@ApplicationScoped
class OrderHandover implements CaseFollower {

    private final OrderStore orders;
    private final Outbox outbox;
    private final InstantSource clock;

    OrderHandover(OrderStore orders, Outbox outbox, InstantSource clock) {
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Uni<Void> follow(UUID caseId, String holder) {
        Instant now = clock.instant();
        return orders.lockAll(caseId)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(order -> hand(order, holder, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> hand(RectificationOrder order, String holder, Instant now) {
        return Handover.of(order, holder, now)
                .map(change -> orders.save(change.order())
                        .chain(() -> outbox.append(OrderMessages.of(change)))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
