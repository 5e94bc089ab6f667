package org.regulus.sanctions.penalty.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.edge.ProceedingCommands.Target;

/** Every step that is a sheet in the file: load, move, save, announce. */
@ApplicationScoped
class SheetCommands {

    private final ProceedingStore proceedings;
    private final Outbox outbox;
    private final Bench bench;

    SheetCommands(ProceedingStore proceedings, Outbox outbox, Bench bench) {
        this.proceedings = proceedings;
        this.outbox = outbox;
        this.bench = bench;
    }

    /** A step of the front room, as a request asks for it. */
    interface Step {
        Change<? extends SheetFiled<?>> take(PenaltyProceeding proceeding, Court court);
    }

    @WithTransaction
    Uni<ProceedingView> file(Target target, Step step) {
        Court court = bench.court(target.actor(), bench.now());
        return proceedings
                .lock(target.id(), Scope.of(target.actor()), target.seenVersion())
                .map(proceeding -> step.take(proceeding, court))
                .chain(change ->
                        proceedings.save(change.proceeding()).call(() -> outbox.append(SheetMessages.of(change))))
                .map(row -> ProceedingView.of(row, target.byOperator()));
    }
}
