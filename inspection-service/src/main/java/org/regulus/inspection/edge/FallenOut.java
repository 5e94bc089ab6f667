package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.request.edge.Lapses;

/** Ends the inspection of a case that falls out of its draw: interview and open requests end with it, and the case could be drawn again. */
@ApplicationScoped
public class FallenOut {

    private final Outbox outbox;
    private final Interviews interviews;
    private final Lapses lapses;

    FallenOut(Outbox outbox, Interviews interviews, Lapses lapses) {
        this.outbox = outbox;
        this.interviews = interviews;
        this.lapses = lapses;
    }

    /** In the transaction of the replacement. A case that was under inspection for cause has none by this draw. */
    public Uni<Void> end(Actor officer, UUID drawId, UUID caseId, String reason, Instant now) {
        return Rows.of(InspectionRow.class, officer)
                .and("drawId = :draw", "draw", drawId)
                .and("caseId = :case", "case", caseId)
                .page(PageRequest.of(1, null))
                .chain(found -> found.isEmpty() ? notAlsoDrawn(caseId) : end(found.get(0), reason, now));
    }

    private static Uni<Void> notAlsoDrawn(UUID caseId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update inspection set also_drawn = false where case_id = ?1")
                .setParameter(1, caseId)
                .executeUpdate()
                .replaceWithVoid());
    }

    private Uni<Void> end(InspectionRow row, String reason, Instant now) {
        Inspection.Change<InspectionEvent.InspectionReplaced> change =
                row.inspection().fallOut(now);
        row.take(change.inspection());
        return outbox.append(InspectionMessages.fallenOut(row, change, reason))
                .chain(Rows::flush)
                .chain(() -> interviews.cancel(row.id, now))
                .chain(() -> lapses.of(row.id, Lapses.REPLACED, now))
                .chain(() -> undrawn(row.caseId));
    }

    private static Uni<Void> undrawn(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.find(KnownCase.class, caseId))
                .invoke(known -> known.inspected = false)
                .replaceWithVoid();
    }
}
