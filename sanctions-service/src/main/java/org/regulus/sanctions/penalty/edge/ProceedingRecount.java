package org.regulus.sanctions.penalty.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.LockMode;
import org.regulus.sanctions.clock.edge.ClockBook;
import org.regulus.sanctions.clock.edge.ClockSource;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.Recount;

/** After a new holiday file: the days that were told to each party move first, one by one, then the clocks follow. */
@ApplicationScoped
class ProceedingRecount implements ClockSource {

    private final ProceedingRegister register;
    private final ClockBook clocks;
    private final Bench bench;

    ProceedingRecount(ProceedingRegister register, ClockBook clocks, Bench bench) {
        this.register = register;
        this.clocks = clocks;
        this.bench = bench;
    }

    @Override
    public String kind() {
        return "proceeding";
    }

    @Override
    @WithTransaction
    public Uni<Void> countAgain(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(ProceedingRow.class, id, LockMode.PESSIMISTIC_WRITE))
                .map(ProceedingRow::toDomain)
                .chain(this::countAgain);
    }

    private Uni<Void> countAgain(PenaltyProceeding it) {
        return Recount.of(it, bench.ofCalendar())
                .map(change -> register.enter(change).chain(() -> countAgain(change.proceeding())))
                .orElseGet(() -> clocks.follow(it));
    }
}
