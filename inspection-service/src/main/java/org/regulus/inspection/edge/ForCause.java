package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.Cause;
import org.regulus.inspection.casefile.edge.KnownCase;

/** Opens inspections for cause: for an overdue filing, a risk, a complaint. */
@ApplicationScoped
public class ForCause {

    private final InstantSource clock;
    private final Inspections inspections;

    ForCause(InstantSource clock, Inspections inspections) {
        this.clock = clock;
        this.inspections = inspections;
    }

    /**
     * In the transaction of what gives cause; two causes of one case come one after the other. One open inspection for a case is enough.
     *
     * @return the inspection that is open then; null when the case is closed
     */
    public Uni<UUID> open(UUID caseId, Cause cause) {
        Instant now = clock.instant();
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "select id from known_case where id = ?1 for update", UUID.class)
                        .setParameter(1, caseId)
                        .getSingleResultOrNull())
                .chain(session -> session.find(KnownCase.class, caseId))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("case.unknown", "No case-opened came for case " + caseId))
                .chain(known -> openOf(caseId).chain(open -> {
                    if (open != null || known.closed) {
                        return Uni.createFrom().item(open);
                    }
                    known.inspected = true;
                    List<OutboxMessage> messages = new ArrayList<>();
                    InspectionRow row = inspections.row(known, cause, null, now, messages);
                    return inspections.persist(List.of(row), messages).replaceWith(row.id);
                }));
    }

    private static Uni<UUID> openOf(UUID caseId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select id from InspectionRow where caseId = :case and state not in ('concluded', 'replaced')",
                        UUID.class)
                .setParameter("case", caseId)
                .getSingleResultOrNull());
    }
}
