package org.regulus.notification.timeline.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the ledger ends, looked up once for all listeners of this instance, whichever instance wrote it. */
@ApplicationScoped
class LedgerHead {

    private final BroadcastProcessor<Long> moves = BroadcastProcessor.create();
    private volatile long last = -1;

    @Scheduled(every = "{regulus.stream.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return now().invoke(head -> {
                    if (head != last) {
                        last = head;
                        moves.onNext(head);
                    }
                })
                .replaceWithVoid();
    }

    Uni<Long> now() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("select position from ledger_head", Long.class)
                        .getSingleResult()));
    }

    /** Each move from now on; who is slow is told of the latest. */
    Multi<Long> moves() {
        return moves.onOverflow().dropPreviousItems();
    }
}
