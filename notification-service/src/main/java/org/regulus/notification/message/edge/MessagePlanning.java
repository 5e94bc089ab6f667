package org.regulus.notification.message.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.time.IdSource;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;

/** Plans the messages of an event in the event's own transaction, so that neither is without the other. */
@ApplicationScoped
public class MessagePlanning {

    /** One round trip. An address that comes at this very moment is found by the sender's next look. */
    private static final String PLAN =
            """
            insert into message (id, event_id, case_id, authority, operator_id, channel, template, about_at, facts, rules,
                                 state, due_at, planned_at)
            select ?1, ?2, ?3, ?4, ?5, 'mail', ?6, ?7, ?8, ?9, case when known then 'planned' else 'waiting' end,
                   clock_timestamp() + case when known then interval '0' else make_interval(secs => ?11) end, ?10
            from (select exists (select 1 from contact where authority = ?4 and operator_id = ?5) as known) as directory
            where ?12 or not exists (select 1 from unwanted_mail where operator_id = ?5 and template = ?6)
            on conflict (event_id, operator_id, channel) do nothing""";

    /** One round trip for all recipients. */
    private static final String PUT =
            """
            insert into inbox_item (id, event_id, recipient, authority, operator_id, case_id, rules, template, legal, about_at, facts)
            select cast(id as uuid), ?3, recipient, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
            from unnest(string_to_array(?1, ','), string_to_array(?2, ',')) as one (id, recipient)
            on conflict (event_id, recipient) do nothing""";

    private final Rulebook rules;
    private final InstantSource clock;
    private final IdSource ids;
    private final Facts facts;
    private final MessageLimits limits;

    MessagePlanning(Rulebook rules, InstantSource clock, IdSource ids, Facts facts, MessageLimits limits) {
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
        this.facts = facts;
        this.limits = limits;
    }

    /** @param operatorId null when the event concerns no operator: then only officers are told */
    public Uni<Void> plan(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        Optional<Notice> notice = rules.about(event.type(), event.time());
        if (notice.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        About about = new About(event, caseId, operatorId, notice.get(), facts.of(notice.get(), data));
        return mail(about).chain(() -> inbox(about));
    }

    private record About(EventEnvelope event, UUID caseId, UUID operatorId, Notice notice, String facts) {
        List<String> recipients(String channel) {
            return notice.recipients(channel).stream()
                    .filter(one -> operatorId != null || !one.equals(Notice.OPERATOR))
                    .toList();
        }
    }

    private Uni<Void> mail(About about) {
        if (about.recipients(Notice.MAIL).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession().chain(session -> session.createNativeQuery(PLAN)
                .setParameter(1, ids.next())
                .setParameter(2, about.event().id())
                .setParameter(3, about.caseId())
                .setParameter(4, about.event().authority())
                .setParameter(5, about.operatorId())
                .setParameter(6, about.notice().template())
                .setParameter(7, about.event().time().atOffset(ZoneOffset.UTC))
                .setParameter(8, about.facts())
                .setParameter(9, about.notice().rules())
                .setParameter(10, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(11, (double) limits.contact().toSeconds())
                .setParameter(12, about.notice().legal())
                .executeUpdate()
                .replaceWithVoid());
    }

    private Uni<Void> inbox(About about) {
        List<String> recipients = about.recipients(Notice.INBOX);
        if (recipients.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession().chain(session -> session.createNativeQuery(PUT)
                .setParameter(
                        1,
                        String.join(
                                ",",
                                recipients.stream()
                                        .map(one -> ids.next().toString())
                                        .toList()))
                .setParameter(2, String.join(",", recipients))
                .setParameter(3, about.event().id())
                .setParameter(4, about.event().authority())
                .setParameter(5, new TypedParameterValue<>(StandardBasicTypes.UUID, about.operatorId()))
                .setParameter(6, about.caseId())
                .setParameter(7, about.notice().rules())
                .setParameter(8, about.notice().template())
                .setParameter(9, about.notice().legal())
                .setParameter(10, about.event().time().atOffset(ZoneOffset.UTC))
                .setParameter(11, about.facts())
                .executeUpdate()
                .replaceWithVoid());
    }
}
