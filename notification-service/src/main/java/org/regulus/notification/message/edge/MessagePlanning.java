package org.regulus.notification.message.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.time.IdSource;
import org.regulus.notification.message.Message;
import org.regulus.notification.message.Notice;

/** Plans the message of an event in the event's own transaction, so that neither is without the other. */
@ApplicationScoped
public class MessagePlanning {

    /** One round trip. An address that comes at this very moment is found by the sender's next look. */
    private static final String PLAN =
            """
            insert into message (id, event_id, case_id, authority, operator_id, channel, template, about_at, facts, state,
                                 due_at, planned_at)
            select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, case when known then 'planned' else 'waiting' end,
                   clock_timestamp() + case when known then interval '0' else make_interval(secs => ?11) end, ?10
            from (select exists (select 1 from contact where authority = ?4 and operator_id = ?5) as known) as directory
            on conflict (event_id, operator_id, channel) do nothing""";

    private final InstantSource clock;
    private final IdSource ids;
    private final Facts facts;
    private final MessageLimits limits;

    MessagePlanning(InstantSource clock, IdSource ids, Facts facts, MessageLimits limits) {
        this.clock = clock;
        this.ids = ids;
        this.facts = facts;
        this.limits = limits;
    }

    public Uni<Void> plan(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        Optional<Notice> notice = Notice.about(event.type());
        if (operatorId == null || notice.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession().chain(session -> session.createNativeQuery(PLAN)
                .setParameter(1, ids.next())
                .setParameter(2, event.id())
                .setParameter(3, caseId)
                .setParameter(4, event.authority())
                .setParameter(5, operatorId)
                .setParameter(6, Message.MAIL)
                .setParameter(7, notice.get().template())
                .setParameter(8, event.time().atOffset(ZoneOffset.UTC))
                .setParameter(9, facts.of(notice.get(), data))
                .setParameter(10, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(11, (double) limits.contact().toSeconds())
                .executeUpdate()
                .replaceWithVoid());
    }
}
