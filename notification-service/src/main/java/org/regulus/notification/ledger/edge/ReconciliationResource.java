package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.actor.Roles;

/** What {@link Reconciliation} found: where it reads how far, and which events are on a topic, or should be, and are not here. */
@Path("/ledger/reconciliation")
@RolesAllowed({Roles.AUDITOR, Roles.PLATFORM_ADMIN})
class ReconciliationResource {

    private static final int GAPS_MAX = 1_000;

    private static final String GAPS =
            """
            select * from (
              select kind, topic, partition, first_offset, last_offset, event_id, cast(null as text), cast(null as uuid)
              from topic_gap order by topic, partition, first_offset limit ?1) as topics
            union all
            select * from (
              select 'sequence', topic, cast(null as int), lower(missing), upper(missing) - 1, cast(null as uuid), aggregate_type, aggregate_id
              from aggregate_progress,
                   unnest(int8multirange(int8range(1, upper(announced))) - announced) as missing
              where not whole order by topic, aggregate_id limit ?1) as sequences""";

    record Progress(String source, long upto) {}

    /**
     * @param kind skipped, unreadable, lost (offsets of a topic), or sequence (numbers of an aggregate)
     * @param eventId of a skipped event: what its dead letter names, too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GapView(
            String kind,
            String topic,
            Integer partition,
            long from,
            long to,
            UUID eventId,
            String aggregateType,
            UUID aggregateId) {
        static GapView of(Object[] row) {
            return new GapView(
                    (String) row[0],
                    (String) row[1],
                    (Integer) row[2],
                    (Long) row[3],
                    (Long) row[4],
                    (UUID) row[5],
                    (String) row[6],
                    (UUID) row[7]);
        }
    }

    record ReconciliationView(boolean complete, List<Progress> reconciled, List<GapView> gaps) {}

    @GET
    @Operation(summary = "Whether every event that the producers announced is in the ledger, and which are not")
    public Uni<ReconciliationView> show(@RestQuery @DefaultValue("100") @Min(1) @Max(GAPS_MAX) int limit) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> gaps(session, limit).chain(gaps -> progress(session)
                        .map(reconciled -> new ReconciliationView(gaps.isEmpty(), reconciled, gaps)))));
    }

    private static Uni<List<GapView>> gaps(Mutiny.Session session, int limit) {
        return session.createNativeQuery(GAPS, Object[].class)
                .setParameter(1, limit)
                .getResultList()
                .map(rows -> rows.stream().map(GapView::of).toList());
    }

    /** As many as there are partitions, and one. */
    private static Uni<List<Progress>> progress(Mutiny.Session session) {
        return session.createNativeQuery("select source, upto from reconciled order by source", Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Progress((String) row[0], (Long) row[1]))
                        .toList());
    }
}
