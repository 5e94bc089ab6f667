package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.time.IdSource;
import org.regulus.notification.message.edge.MailPlanning.About;

/** Puts messages into inboxes, in the event's transaction: one for each recipient, also when it is told twice. */
@ApplicationScoped
class InboxPlanning {

    /** One round trip for all recipients. */
    private static final String PUT =
            """
            insert into inbox_item (id, event_id, recipient, authority, operator_id, case_id, rules, template, legal, about_at, facts)
            select cast(id as uuid), ?3, recipient, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
            from unnest(string_to_array(?1, ','), string_to_array(?2, ',')) as one (id, recipient)
            on conflict (event_id, recipient) do nothing""";

    private final IdSource ids;

    InboxPlanning(IdSource ids) {
        this.ids = ids;
    }

    Uni<Void> put(About about, List<String> recipients) {
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
