package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.Cause;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.draw.InspectorDraw;

/** Opens the inspections that a draw calls for. */
@ApplicationScoped
public class DrawnInspections {

    private final Inspections inspections;

    DrawnInspections(Inspections inspections) {
        this.inspections = inspections;
    }

    /** The draw that an inspection comes from, and who drew. */
    public record OfDraw(UUID id, String authority, String seed) {}

    /**
     * In the transaction of the draw: an inspection for each case of the sample, with its inspectors where two could be drawn. Not for a
     * case that came under inspection for cause, was transferred or closed: who manages the campaign may have it replaced in the draw. A
     * case whose operator was not told of its inspection for cause counts in public as drawn from then on.
     *
     * @param cases locked, so that they stay as they are
     */
    public Uni<Void> open(
            OfDraw draw, List<InspectorDraw.Allotment> allotments, Map<String, KnownCase> cases, Instant now) {
        String ids = allotments.stream().map(InspectorDraw.Allotment::caseId).collect(Collectors.joining(","));
        return underInspection(ids).chain(already -> {
            List<InspectorDraw.Allotment> others = allotments.stream()
                    .filter(one -> !already.contains(UUID.fromString(one.caseId())))
                    .filter(one -> cases.get(one.caseId()).openTo(draw.authority()))
                    .toList();
            return alsoDrawn(ids).chain(() -> opened(draw, others, cases, now));
        });
    }

    /** Not by way of the rows: their versions and events stay, as for whoever looks nothing has changed. */
    private static Uni<Integer> alsoDrawn(String cases) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        update inspection set also_drawn = true
                        where state not in ('concluded', 'replaced') and cause <> 'drawn'
                        and case_id = any(cast(string_to_array(?1, ',') as uuid[]))""")
                .setParameter(1, cases)
                .executeUpdate());
    }

    /**
     * That a case falls out of its draw is published with the reason: not for an inspection of which its operator was not told yet.
     *
     * @throws Refusal CONFLICT {@code draw.inspection-untold}
     */
    public static Uni<Void> published(UUID caseId, String reason) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        """
                        select count(*) from InspectionRow where caseId = :case and not told
                        and state not in ('concluded', 'replaced') and cause <> 'drawn'""",
                        Long.class)
                .setParameter("case", caseId)
                .getSingleResult()
                .invoke(untold -> {
                    if (untold > 0 && reason.equals("already-inspected")) {
                        throw Refusal.conflict(
                                "draw.inspection-untold", "Its operator was not told yet that it is inspected");
                    }
                })
                .replaceWithVoid());
    }

    private Uni<Void> opened(
            OfDraw draw, List<InspectorDraw.Allotment> allotments, Map<String, KnownCase> cases, Instant now) {
        List<OutboxMessage> messages = new ArrayList<>();
        return Worker.compute(() -> rows(draw, allotments, cases, messages, now))
                .chain(rows -> inspections.persist(rows, messages));
    }

    private List<InspectionRow> rows(
            OfDraw draw,
            List<InspectorDraw.Allotment> allotments,
            Map<String, KnownCase> cases,
            List<OutboxMessage> messages,
            Instant now) {
        List<InspectionRow> rows = new ArrayList<>();
        for (InspectorDraw.Allotment allotment : allotments) {
            KnownCase known = cases.get(allotment.caseId());
            known.inspected = true;
            InspectionRow row = inspections.row(known, Cause.DRAWN, draw.id(), now, messages);
            row.seed = draw.seed();
            if (!allotment.drawn().isEmpty()) {
                var assigned = row.inspection().assign(allotment.drawn(), now);
                row.take(assigned.inspection());
                messages.add(InspectionMessages.assigned(row, assigned));
            }
            rows.add(row);
        }
        return rows;
    }

    /** @param cases ids, separated by commas: there may be more than a statement has parameters */
    private static Uni<Set<UUID>> underInspection(String cases) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select case_id from inspection where state not in ('concluded', 'replaced')
                        and case_id = any(cast(string_to_array(?1, ',') as uuid[]))""",
                        UUID.class)
                .setParameter(1, cases)
                .getResultList()
                .map(Set::copyOf));
    }
}
