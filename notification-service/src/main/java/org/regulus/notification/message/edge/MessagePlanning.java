package org.regulus.notification.message.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.time.IdSource;
import org.regulus.notification.message.Audience;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;
import org.regulus.notification.message.edge.MailPlanning.About;
import org.regulus.notification.message.edge.MailPlanning.To;
import org.regulus.notification.officer.edge.OfficerMail;

/** Plans the messages of an event in the event's own transaction, so that neither is without the other. */
@ApplicationScoped
public class MessagePlanning {

    /** One round trip for all recipients. */
    private static final String PUT =
            """
            insert into inbox_item (id, event_id, recipient, authority, operator_id, case_id, rules, template, legal, about_at, facts)
            select cast(id as uuid), ?3, recipient, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
            from unnest(string_to_array(?1, ','), string_to_array(?2, ',')) as one (id, recipient)
            on conflict (event_id, recipient) do nothing""";

    private static final String ASSIGNED_TO = "assignedTo";

    private final Rulebook rules;
    private final IdSource ids;
    private final Facts facts;
    private final MailPlanning mails;
    private final OfficerMail officers;

    MessagePlanning(Rulebook rules, IdSource ids, Facts facts, MailPlanning mails, OfficerMail officers) {
        this.rules = rules;
        this.ids = ids;
        this.facts = facts;
        this.mails = mails;
        this.officers = officers;
    }

    /** @param operatorId null when the event concerns no operator: then only officers are told */
    public Uni<Void> plan(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        return rules.about(event.type(), event.time())
                .map(notice -> tell(
                        new About(
                                event,
                                caseId,
                                operatorId,
                                notice,
                                facts.of(notice, data, event.aggregate().sequence())),
                        new Audience(
                                notice,
                                operatorId != null,
                                data.path(ASSIGNED_TO).textValue())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(About about, Audience audience) {
        List<String> inboxes = audience.by(Notice.INBOX);
        return mails.plan(about, To.now(audience.by(Notice.MAIL)))
                .chain(() -> inbox(about, inboxes))
                .chain(() -> officers.plan(about, inboxes));
    }

    private Uni<Void> inbox(About about, List<String> recipients) {
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
