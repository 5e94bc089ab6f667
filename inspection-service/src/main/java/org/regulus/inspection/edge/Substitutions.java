package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.inspector.edge.InspectorRow;

/** Who takes the place of an inspector that is recused: nobody chooses, the next ticket of the same seed does. */
@ApplicationScoped
public class Substitutions {

    private final InstantSource clock;
    private final Outbox outbox;

    Substitutions(InstantSource clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    /** In the caller's transaction: the recusal holds for the operator from now on. */
    public Uni<Void> recuse(Actor officer, UUID inspectionId, UUID inspectorId) {
        Instant now = clock.instant();
        return Inspections.get(officer, inspectionId)
                .call(row -> locked(inspectorId))
                .chain(row -> register(row.authority).chain(register -> {
                    register.stream()
                            .filter(one -> one.id.equals(inspectorId))
                            .forEach(one -> one.recuse(row.operatorId));
                    var candidates =
                            register.stream().map(InspectorRow::candidate).toList();
                    Inspection.Change<InspectionEvent.InspectorReplaced> change =
                            row.inspection().replace(inspectorId, substitute(row, candidates), now);
                    row.take(change.inspection());
                    return outbox.append(InspectionMessages.replaced(row, change))
                            .chain(Rows::flush)
                            .chain(() -> Interviews.engageAnew(row));
                }));
    }

    private static UUID substitute(InspectionRow row, List<InspectorDraw.Candidate> register) {
        if (row.seed == null) {
            throw Refusal.conflict("inspection.no-seed", "The seed of this inspection's inspectors was not kept");
        }
        return InspectorDraw.next(register, row.seed, row.caseId.toString(), row.operatorId, row.inspectors())
                .orElseThrow(() ->
                        Refusal.conflict("inspection.too-few-inspectors", "There is no other inspector who may act"));
    }

    /** Other operators may have the same inspector recused at this moment; who comes second waits and sees the first's recusal. */
    private static Uni<InspectorRow> locked(UUID inspectorId) {
        return Panache.getSession()
                .chain(session -> session.find(InspectorRow.class, inspectorId, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<List<InspectorRow>> register(String authority) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InspectorRow where authority = :authority order by id", InspectorRow.class)
                .setParameter("authority", authority)
                .getResultList());
    }
}
