package org.regulus.notification.rebuild.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.notification.timeline.edge.Timeline;

/**
 * Writes one case anew from its events, in the caller's transaction. The case's row is locked first: an event that comes at
 * this moment locks it too, so it is in the ledger already when the case is read, or is added after the case was written.
 */
@ApplicationScoped
class CaseRewriting {

    private static final String LOCK =
            """
            insert into known_case (id, authority) values (?1, '') on conflict (id) do update set id = excluded.id""";

    /** Those that were there when the ledger, or the topics, were read, and those that the timeline has got since. */
    private static final String EVENTS =
            """
            select canonical from (
              select 0 as position, event_id, canonical from rebuild_record where rebuild_id = ?1 and case_id = ?2
              union all
              select position, event_id, canonical from ledger_entry l where position in (
                select position from rebuild_event where rebuild_id = ?1 and case_id = ?2
                union
                select e.position from timeline_entry t join ledger_entry e on e.event_id = t.id where t.case_id = ?2)
                and leaf_hash = sha256(decode('00', 'hex') || convert_to(canonical, 'UTF8'))
                and not exists (select 1 from rebuild_record r
                                where r.rebuild_id = ?1 and r.case_id = ?2 and r.event_id = l.event_id)) as one
            order by position, event_id limit ?3""";

    private static final String EMPTY =
            """
            with gone as (delete from timeline_entry where case_id = ?1),
            nobody as (delete from case_reader where case_id = ?1)
            update known_case set authority = ?2, operator_id = ?3, case_number = null, phase = null,
              phase_event = null, jurisdiction = 0, assignment = 0, assigned_to = null, campaign_id = null, province = null,
              kind = null, opened_at = null, (next_due, next_due_at) = (
                select kind, due_at from duty where case_id = ?1 and met_at is null order by due_at limit 1)
            where id = ?1""";

    private final Timeline timeline;
    private final ObjectMapper json;
    private final RebuildLimits limits;

    CaseRewriting(Timeline timeline, ObjectMapper json, RebuildLimits limits) {
        this.timeline = timeline;
        this.json = json;
        this.limits = limits;
    }

    private record Told(EventEnvelope event, JsonNode data, UUID operatorId) {}

    Uni<Void> of(UUID rebuild, UUID caseId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LOCK)
                .setParameter(1, caseId)
                .executeUpdate()
                .chain(() -> events(session, rebuild, caseId))
                .call(events -> empty(session, caseId, events.get(0)))
                .chain(events -> add(caseId, events)));
    }

    private Uni<List<Told>> events(Mutiny.Session session, UUID rebuild, UUID caseId) {
        return session.createNativeQuery(EVENTS, String.class)
                .setParameter(1, rebuild)
                .setParameter(2, caseId)
                .setParameter(3, limits.eventsMax())
                .getResultList()
                .invoke(found -> {
                    if (found.size() == limits.eventsMax()) {
                        throw new IllegalStateException("Case %s has more events than are rewritten".formatted(caseId));
                    }
                })
                .map(found -> found.stream().map(this::told).toList());
    }

    private Uni<Integer> empty(Mutiny.Session session, UUID caseId, Told first) {
        return session.createNativeQuery(EMPTY)
                .setParameter(1, caseId)
                .setParameter(2, first.event().authority())
                .setParameter(3, new TypedParameterValue<>(StandardBasicTypes.UUID, first.operatorId()))
                .executeUpdate();
    }

    private Uni<Void> add(UUID caseId, List<Told> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(one -> timeline.add(one.event(), caseId, one.operatorId(), one.data()))
                .collect()
                .last();
    }

    /** The text holds every attribute as it came, and the data. */
    private Told told(String canonical) {
        try {
            JsonNode whole = json.readTree(canonical);
            JsonNode data = whole.path("data");
            Map<String, String> attributes = new HashMap<>();
            whole.properties().forEach(one -> {
                if (one.getValue().isTextual()) {
                    attributes.put(one.getKey(), one.getValue().textValue());
                }
            });
            String operator = data.path("operatorId").textValue();
            return new Told(event(attributes, data), data, operator == null ? null : UUID.fromString(operator));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private EventEnvelope event(Map<String, String> attributes, JsonNode data) {
        UUID id = UUID.fromString(attributes.get("id"));
        String correlation = attributes.get("correlationid");
        return new EventEnvelope(
                id,
                attributes.get("type"),
                UUID.fromString(attributes.get("subject")),
                Instant.parse(attributes.get("time")),
                attributes.get("authority"),
                new AggregateVersion(
                        attributes.get("aggregatetype"),
                        UUID.fromString(attributes.get("aggregateid")),
                        Long.parseLong(attributes.get("sequence"))),
                correlation == null ? id : UUID.fromString(correlation),
                attributes,
                data.toString().getBytes(StandardCharsets.UTF_8),
                json);
    }
}
