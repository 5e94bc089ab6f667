package org.regulus.notification.timeline.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.timeline.Story;

/** Keeps the story of each case. Its events may come in any order, also before the one that opened the case. */
@ApplicationScoped
public class Timeline {

    /**
     * One round trip. The case is written again only when its number is news. The operator was told of its inspection when a notice or an
     * interview came after the last one was opened: these events come in order.
     */
    private static final String ADD =
            """
            with known as (
              insert into known_case (id, authority, operator_id, case_number, operator_name)
              values (?2, ?3, ?4, ?12, (select name from contact where authority = ?3 and operator_id = ?4))
              on conflict (id) do update set case_number = excluded.case_number
              where known_case.case_number is null and excluded.case_number is not null)
            insert into timeline_entry (id, case_id, authority, operator_id, type, happened_at, aggregate_type, aggregate_id,
                                        sequence, causation_id, for_operator)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 and (not ?13 or coalesce((
              select t.type <> 'regulus.inspection.inspection-opened.v1' from timeline_entry t
              where t.case_id = cast(?2 as uuid) and t.type in ('regulus.inspection.inspection-opened.v1',
                'regulus.inspection.inspection-noticed.v1', 'regulus.inspection.interview-scheduled.v1')
              order by t.id desc limit 1), false)))
            on conflict (id) do nothing""";

    /** In the transaction of the event's claim. What a rebuild had read before its consumer did is there already. */
    public Uni<Void> add(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD)
                .setParameter(1, event.id())
                .setParameter(2, caseId)
                .setParameter(3, event.authority())
                .setParameter(4, orNull(operatorId))
                .setParameter(5, event.type())
                .setParameter(6, event.time().atOffset(ZoneOffset.UTC))
                .setParameter(7, event.aggregate().type())
                .setParameter(8, event.aggregate().id())
                .setParameter(9, event.aggregate().sequence())
                .setParameter(10, orNull(cause(event)))
                .setParameter(11, Story.of(event.type()).forOperator())
                .setParameter(
                        12,
                        new TypedParameterValue<>(
                                StandardBasicTypes.STRING,
                                data.path("caseNumber").textValue()))
                .setParameter(13, Story.isShownOnceTold(event.type()))
                .executeUpdate()
                .chain(() -> Readership.hear(event, caseId, data))
                .chain(() -> CaseFacts.hear(event, caseId, data)));
    }

    private static UUID cause(EventEnvelope event) {
        String id = event.attributes().get("causationid");
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.malformed("event.unreadable", "causationid is not a UUID");
        }
    }

    private static TypedParameterValue<UUID> orNull(UUID id) {
        return new TypedParameterValue<>(StandardBasicTypes.UUID, id);
    }
}
