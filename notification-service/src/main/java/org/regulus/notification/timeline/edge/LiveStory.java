package org.regulus.notification.timeline.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.actor.Scope;

/** The timelines of all cases in the order of the ledger, as far as somebody may see them: that is part of the query. */
@ApplicationScoped
class LiveStory {

    private static final String NEXT =
            """
            select e.position, t.id, t.type, t.case_id, t.authority, t.happened_at
            from ledger_entry e join timeline_entry t on t.id = e.event_id
            where e.position > ?1 and e.position <= ?2
              and (t.operator_id = ?3 and t.for_operator
                   or t.authority = ?4
                   or t.case_id in (select case_id from case_reader where authority = ?4))
            order by e.position""";

    /** @param position in the ledger */
    record Told(long position, UUID eventId, String type, UUID caseId, String authority, Instant at) {}

    /** Of the entries after {@code from} up to {@code to}. */
    Uni<List<Told>> between(long from, long to, Scope scope) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(NEXT, Object[].class)
                        .setParameter(1, from)
                        .setParameter(2, to)
                        .setParameter(3, new TypedParameterValue<>(StandardBasicTypes.UUID, scope.operatorId()))
                        .setParameter(4, new TypedParameterValue<>(StandardBasicTypes.STRING, scope.authority()))
                        .getResultList()
                        .map(rows -> rows.stream().map(LiveStory::told).toList())));
    }

    private static Told told(Object[] row) {
        return new Told(
                (Long) row[0],
                (UUID) row[1],
                (String) row[2],
                (UUID) row[3],
                (String) row[4],
                row[5] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[5]);
    }
}
