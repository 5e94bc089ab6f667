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
import org.regulus.common.time.IdSource;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.InspectorReplacementRecord.Replaced;
import org.regulus.inspection.draw.edge.DrawnInspectors;
import org.regulus.inspection.inspector.edge.InspectorRow;
import org.regulus.inspection.inspector.edge.Register;

/** Who takes the place of an inspector that is recused: nobody chooses, the next ticket of the same seed does. */
@ApplicationScoped
public class Substitutions {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;

    Substitutions(InstantSource clock, IdSource ids, Outbox outbox) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
    }

    /** In the caller's transaction: the recusal holds for the operator from now on. */
    public Uni<Void> recuse(Actor officer, UUID inspectionId, UUID inspectorId) {
        Instant now = clock.instant();
        return Inspections.get(officer, inspectionId).chain(row -> source(officer, row)
                .call(source -> locked(inspectorId).invoke(one -> one.recuse(row.operatorId)))
                .chain(source -> Register.of(source.register()).chain(candidates -> {
                    UUID substitute = substitute(row, candidates);
                    Inspection.Change<InspectionEvent.InspectorReplaced> change =
                            row.inspection().replace(inspectorId, substitute, now);
                    row.take(change.inspection());
                    Replaced replaced = new Replaced(
                            row.caseId.toString(),
                            inspectorId,
                            InspectorDraw.excluded(candidates, row.operatorId),
                            substitute);
                    return recorded(source, replaced, now)
                            .chain(digest -> outbox.append(InspectionMessages.replaced(row, change, digest)))
                            .chain(Rows::flush)
                            .chain(() -> Interviews.engageAnew(row));
                })));
    }

    /**
     * From whom the inspectors were drawn: who came on the register later is not drawn later either, or whoever keeps the register could
     * bring in a substitute.
     *
     * @param draw of cases; null when a commitment of this inspection's own was drawn from
     */
    private record Source(List<UUID> register, DrawnInspectors draw) {}

    private static Uni<Source> source(Actor officer, InspectionRow row) {
        if (row.seed == null) {
            throw Refusal.conflict("inspection.no-seed", "The seed of this inspection's inspectors was not kept");
        }
        if (row.inspectorCommitment != null) {
            return Uni.createFrom().item(new Source(InspectorDraws.committed(row.inspectorCommitment), null));
        }
        return DrawnInspectors.locked(officer, row.drawId).map(draw -> new Source(draw.register(), draw));
    }

    private Uni<String> recorded(Source source, Replaced replaced, Instant now) {
        return source.draw() == null
                ? Uni.createFrom().nullItem()
                : source.draw().record(ids.next(), replaced, now);
    }

    private static UUID substitute(InspectionRow row, List<InspectorDraw.Candidate> register) {
        return InspectorDraw.next(register, row.seed, row.caseId.toString(), row.operatorId, row.inspectors())
                .orElseThrow(() ->
                        Refusal.conflict("inspection.too-few-inspectors", "There is no other inspector who may act"));
    }

    /** Other operators may have the same inspector recused at this moment; who comes second waits and sees the first's recusal. */
    private static Uni<InspectorRow> locked(UUID inspectorId) {
        return Panache.getSession()
                .chain(session -> session.find(InspectorRow.class, inspectorId, LockModeType.PESSIMISTIC_WRITE));
    }
}
