package org.regulus.notification.timeline.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.timeline.Phase;

/** What a list of cases is filtered by: written only by the events that tell it. */
final class CaseFacts {

    private static final String OPENED = "regulus.filing.case-opened.v1";

    /** The name too, if the directory told it at the very moment at which the case became known. */
    private static final String TELL =
            """
            update known_case k set phase = ?2, phase_event = ?3, operator_name = coalesce(k.operator_name, (
              select c.name from contact c where c.authority = k.authority and c.operator_id = k.operator_id))
            where k.id = ?1 and (k.phase_event is null or k.phase_event < ?3)""";

    /** What the case was before an inspection or a proceeding that it is out of now; what happened to it otherwise since then stays. */
    private static final String TAKE_BACK =
            """
            update known_case set (phase, phase_event) = (cast(?2 as text), cast(?3 as uuid)) where id = ?1 and phase = ?4""";

    private static final String LAST =
            """
            select type, id from timeline_entry where case_id = ?1 and type = any(string_to_array(?2, ','))
            order by id desc limit 1""";

    private static final String ASSIGNED = "regulus.filing.case-assigned.v1";

    /** Whoever serves another authority than the one that holds the case has it in hand no more. */
    private static final String ASSIGN =
            """
            update known_case set assignment = ?4, assigned_to = case when authority = ?3 then cast(?2 as text) end
            where id = ?1 and assignment < ?4""";

    private static final String DESCRIBE =
            """
            update known_case set campaign_id = ?2, province = ?3, kind = ?4, opened_at = ?5 where id = ?1""";

    private CaseFacts() {}

    /** In the transaction of the event's claim, after the case is known. */
    static Uni<Void> hear(EventEnvelope event, UUID caseId, JsonNode data) {
        if (event.type().equals(ASSIGNED)) {
            return assign(event, caseId, data);
        }
        Optional<String> over = Phase.takenBack(event.type());
        if (over.isPresent()) {
            return takeBack(caseId, over.get());
        }
        Optional<String> phase = Phase.after(event.type());
        if (phase.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> told = Panache.getSession().chain(session -> session.createNativeQuery(TELL)
                .setParameter(1, caseId)
                .setParameter(2, phase.get())
                .setParameter(3, event.id())
                .executeUpdate()
                .replaceWithVoid());
        return event.type().equals(OPENED) ? told.chain(() -> describe(event, caseId, data)) : told;
    }

    private static Uni<Void> takeBack(UUID caseId, String over) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LAST, Object[].class)
                .setParameter(1, caseId)
                .setParameter(2, String.join(",", Phase.besides(over)))
                .getSingleResultOrNull()
                .chain(last -> session.createNativeQuery(TAKE_BACK)
                        .setParameter(1, caseId)
                        .setParameter(2, new TypedParameterValue<>(StandardBasicTypes.STRING, phase(last)))
                        .setParameter(
                                3,
                                new TypedParameterValue<>(
                                        StandardBasicTypes.UUID, last == null ? null : (UUID) last[1]))
                        .setParameter(4, over)
                        .executeUpdate())
                .replaceWithVoid());
    }

    /** @param last type and id of an event that tells one; null when there was none yet */
    private static String phase(Object[] last) {
        return last == null ? null : Phase.after((String) last[0]).orElseThrow();
    }

    private static Uni<Void> assign(EventEnvelope event, UUID caseId, JsonNode data) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ASSIGN)
                .setParameter(1, caseId)
                .setParameter(2, text(data, "assignedTo"))
                .setParameter(3, event.authority())
                .setParameter(4, event.aggregate().sequence())
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Uni<Void> describe(EventEnvelope event, UUID caseId, JsonNode data) {
        return Panache.getSession().chain(session -> session.createNativeQuery(DESCRIBE)
                .setParameter(1, caseId)
                .setParameter(2, new TypedParameterValue<>(StandardBasicTypes.UUID, campaign(data)))
                .setParameter(3, text(data, "province"))
                .setParameter(4, text(data, "openedFor"))
                .setParameter(5, event.time().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid());
    }

    private static UUID campaign(JsonNode data) {
        String id = data.path("campaignId").textValue();
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.malformed("event.unreadable", "campaignId is not a UUID");
        }
    }

    private static TypedParameterValue<String> text(JsonNode data, String field) {
        return new TypedParameterValue<>(
                StandardBasicTypes.STRING, data.path(field).textValue());
    }
}
