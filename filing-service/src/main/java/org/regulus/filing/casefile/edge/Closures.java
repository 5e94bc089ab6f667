package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.ETags;
import org.regulus.filing.casefile.CaseOutcome;
import org.regulus.filing.casefile.CaseProgress;

/** Closes cases by hand. */
@ApplicationScoped
class Closures {

    private final InstantSource clock;
    private final Cases cases;

    Closures(InstantSource clock, Cases cases) {
        this.clock = clock;
        this.cases = cases;
    }

    @WithTransaction
    Uni<CaseRow> close(Actor officer, UUID id, long seen, CaseOutcome reason, String note) {
        return Cases.locked(officer, id)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> risksWait(id).chain(wait -> {
                    boolean underWay = !row.isClosed() && (wait || row.progress() != CaseProgress.NONE);
                    var change = row.caseFile().closeByHand(reason, underWay, clock.instant());
                    row.closingNote = note;
                    row.closedBy = officer.subject();
                    return cases.save(row, change);
                }));
    }

    private static Uni<Boolean> risksWait(UUID caseId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select count(*) from RiskRow where caseId = :case and outcome <> 'no-action'", Long.class)
                .setParameter("case", caseId)
                .getSingleResult()
                .map(count -> count > 0));
    }
}
