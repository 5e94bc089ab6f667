package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.casefile.edge.KnownCase;

/** Ends the inspection of a case that falls out of its draw: the interview is cancelled, and the case could be drawn again. */
@ApplicationScoped
public class FallenOut {

    private final Outbox outbox;
    private final Interviews interviews;

    FallenOut(Outbox outbox, Interviews interviews) {
        this.outbox = outbox;
        this.interviews = interviews;
    }

    /** In the transaction of the replacement. */
    public Uni<Void> end(Actor officer, UUID drawId, UUID caseId, String reason, Instant now) {
        return Rows.of(InspectionRow.class, officer)
                .and("drawId = :draw", "draw", drawId)
                .and("caseId = :case", "case", caseId)
                .single("inspection.unknown", "There is no inspection of case %s by this draw".formatted(caseId))
                .chain(row -> {
                    Inspection.Change<InspectionEvent.InspectionReplaced> change =
                            row.inspection().fallOut(now);
                    row.take(change.inspection());
                    return outbox.append(InspectionMessages.fallenOut(row, change, reason))
                            .chain(Rows::flush)
                            .chain(() -> interviews.cancel(row.id, now))
                            .chain(() -> undrawn(row.caseId));
                });
    }

    private static Uni<Void> undrawn(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.find(KnownCase.class, caseId))
                .invoke(known -> known.inspected = false)
                .replaceWithVoid();
    }
}
