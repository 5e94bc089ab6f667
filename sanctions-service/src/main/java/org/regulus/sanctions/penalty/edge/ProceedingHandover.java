package org.regulus.sanctions.penalty.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.casefile.edge.CaseFollower;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.Handover;
import org.regulus.sanctions.penalty.PenaltyProceeding;

/** A case's undecided proceedings go along to its new authority. */
@ApplicationScoped
class ProceedingHandover implements CaseFollower {

    /** Who decided on the transfer is told by the filing-service. */
    private static final OfficerId JURISDICTION = new OfficerId("jurisdiction");

    private final ProceedingStore proceedings;
    private final ProceedingRegister register;
    private final Bench bench;

    ProceedingHandover(ProceedingStore proceedings, ProceedingRegister register, Bench bench) {
        this.proceedings = proceedings;
        this.register = register;
        this.bench = bench;
    }

    @Override
    public int turn() {
        return 1;
    }

    @Override
    public Uni<Void> follow(UUID caseId, String holder) {
        Court court = bench.court(JURISDICTION, bench.now());
        return proceedings
                .lockAll(caseId)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(it -> hand(it, holder, court))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> hand(PenaltyProceeding it, String holder, Court court) {
        return Handover.of(it, holder, court)
                .map(change -> register.enter(change).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
