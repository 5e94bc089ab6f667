package org.regulus.sanctions.clock.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Counts clocks again that were counted with another calendar than this installation's: after a new holiday file, and never otherwise.
 * Each owner is a transaction of its own, so that one that fails stops no other.
 */
@ApplicationScoped
class ClockRecount {

    private static final Logger LOG = Logger.getLogger(ClockRecount.class);
    private static final int BATCH_MAX = 100;

    private final ClockBook book;
    private final List<ClockSource> sources;

    ClockRecount(ClockBook book, @Any Instance<ClockSource> sources) {
        this.book = book;
        this.sources = sources.stream().toList();
    }

    @Scheduled(every = "{regulus.clocks.recount-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> recount() {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "select distinct owner_kind || '/' || owner from case_clock where running and calendar <> ?1 limit ?2",
                                String.class)
                        .setParameter(1, book.calendarDigest())
                        .setParameter(2, BATCH_MAX)
                        .getResultList()))
                .onItem()
                .transformToMulti(owners -> Multi.createFrom().iterable(owners))
                .onItem()
                .transformToUniAndConcatenate(this::recount)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> recount(String owner) {
        String[] parts = owner.split("/");
        UUID id = UUID.fromString(parts[1]);
        return sources.stream()
                .filter(source -> source.kind().equals(parts[0]))
                .findFirst()
                .map(source -> source.countAgain(id))
                .orElseThrow()
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.errorf(fault, "clocks could not be counted again, owner=%s", owner);
                    return Uni.createFrom().voidItem();
                });
    }
}
