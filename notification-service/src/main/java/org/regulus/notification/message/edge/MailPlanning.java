package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.time.IdSource;
import org.regulus.notification.message.Notice;

/** Plans mails in the transaction of the event that they tell of: one for each recipient, also when they are planned twice. */
@ApplicationScoped
public class MailPlanning {

    private static final String BETWEEN = "\n";

    /** One round trip for all recipients. An address that comes at this very moment is found by the sender's next look. */
    private static final String PLAN =
            """
            insert into message (id, event_id, case_id, authority, operator_id, recipient, channel, template, about_at, facts,
                                 rules, state, due_at, planned_at)
            select cast(one.id as uuid), ?3, ?4, ?5, ?6, one.recipient, ?15, ?7, ?8, ?9, ?10,
                   case when a.known then 'planned' else 'waiting' end,
                   clock_timestamp() + make_interval(secs => case when a.known then cast(one.delay as float8) else ?12 end), ?11
            from unnest(string_to_array(?1, E'\\n'), string_to_array(?2, E'\\n'), string_to_array(?14, E'\\n'))
                 as one (id, recipient, delay)
            cross join lateral (
              select exists (select 1 from addressee a where a.authority = ?5 and a.recipient = one.recipient and a.channel = ?15
                             and (a.operator_id = ?6 or a.recipient <> 'operator')) as known) as a
            where (?13 or one.recipient <> 'operator'
                   or not exists (select 1 from unwanted_mail where operator_id = ?6 and template = ?7))
              and not exists (select 1 from staff_contact c where c.authority = ?5 and c.recipient = one.recipient
                              and c.email is null)
              and (?15 = 'mail' or a.known)
            on conflict (event_id, recipient, channel) do nothing""";

    private final InstantSource clock;
    private final IdSource ids;
    private final MessageLimits limits;

    MailPlanning(InstantSource clock, IdSource ids, MessageLimits limits) {
        this.clock = clock;
        this.ids = ids;
        this.limits = limits;
    }

    /** @param operatorId whom the event concerns, also when it is told to somebody else; null for nobody */
    public record About(EventEnvelope event, UUID caseId, UUID operatorId, Notice notice, String facts) {}

    /** @param delay until it may go out */
    public record To(String recipient, Duration delay) {

        public static List<To> now(List<String> recipients) {
            return recipients.stream().map(To::now).toList();
        }

        public static To now(String recipient) {
            return new To(recipient, Duration.ZERO);
        }

        public static String names(List<To> all) {
            return all.stream().map(To::recipient).collect(Collectors.joining(BETWEEN));
        }

        public static String delays(List<To> all) {
            return all.stream()
                    .map(one -> String.valueOf(one.delay().toMillis() / 1000.0))
                    .collect(Collectors.joining(BETWEEN));
        }
    }

    public Uni<Void> plan(About about, List<To> recipients) {
        return plan(about, Notice.MAIL, recipients);
    }

    /** By another channel nobody is waited for: the mail stands beside it. */
    public Uni<Void> plan(About about, String channel, List<To> recipients) {
        if (recipients.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String fresh = recipients.stream().map(one -> ids.next().toString()).collect(Collectors.joining(BETWEEN));
        return Panache.getSession().chain(session -> session.createNativeQuery(PLAN)
                .setParameter(1, fresh)
                .setParameter(2, To.names(recipients))
                .setParameter(3, about.event().id())
                .setParameter(4, about.caseId())
                .setParameter(5, about.event().authority())
                .setParameter(6, new TypedParameterValue<>(StandardBasicTypes.UUID, about.operatorId()))
                .setParameter(7, about.notice().template())
                .setParameter(8, about.event().time().atOffset(ZoneOffset.UTC))
                .setParameter(9, about.facts())
                .setParameter(10, about.notice().rules())
                .setParameter(11, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(12, (double) limits.contact().toSeconds())
                .setParameter(13, about.notice().legal())
                .setParameter(14, To.delays(recipients))
                .setParameter(15, channel)
                .executeUpdate()
                .replaceWithVoid());
    }
}
