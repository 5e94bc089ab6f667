package org.regulus.sanctions.penalty.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.ChallengeMoves;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.edge.ProceedingCommands.Target;

/** Every step that is a sheet in the file: load, move, save, announce. */
@ApplicationScoped
class SheetCommands implements RecordedSteps {

    private final ProceedingStore proceedings;
    private final ProceedingRegister register;
    private final Bench bench;
    private final ProceedingViews views;

    SheetCommands(ProceedingStore proceedings, ProceedingRegister register, Bench bench, ProceedingViews views) {
        this.proceedings = proceedings;
        this.register = register;
        this.bench = bench;
        this.views = views;
    }

    /** A step of the front room, as a request asks for it. */
    interface Step {
        Change<? extends SheetFiled<?>> take(PenaltyProceeding proceeding, Court court);
    }

    @WithTransaction
    Uni<ProceedingView> file(Target target, Step step) {
        Court court = bench.court(target.actor(), bench.now());
        return proceedings
                .lock(target)
                .chain(proceeding -> announce(proceeding, step.take(proceeding, court), court))
                .map(row -> views.of(row, target.byOperator()));
    }

    @Override
    public Uni<Void> enter(UUID proceeding, Scope scope, OfficerId by, RecordedSteps.Step step) {
        Court court = bench.court(by, bench.now());
        return proceedings.lock(new ProceedingId(proceeding), scope).chain(it -> step.take(it, court)
                .map(change -> announce(it, change, court).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** A challenge may leave nothing to pay. */
    private Uni<ProceedingRow> announce(PenaltyProceeding before, Change<? extends SheetFiled<?>> change, Court court) {
        Instant at = court.act().at();
        return ChallengeMoves.settled(before, change.proceeding(), court)
                .map(paid -> register.enter(change).chain(() -> register.enterAndClose(paid, at)))
                .orElseGet(() -> register.enterAndClose(change, at));
    }
}
