package org.regulus.notification.officer.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.regulus.common.time.IdSource;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.MailPlanning;
import org.regulus.notification.message.edge.MailPlanning.To;

/**
 * The one mail of a day: a message like any other that is due then, with a line for each event. Whoever adds a line to it holds its
 * officer's lock and the message's row; a message that was claimed takes no more lines, and a new one is begun.
 */
@ApplicationScoped
class Digests {

    private static final String LOCK =
            """
            select count(pg_advisory_xact_lock(hashtextextended(?1 || one, 27))) from (
              select one from unnest(string_to_array(?2, E'\\n')) as one order by one) as ordered""";

    private static final String ADD =
            """
            with wanted as (
              select cast(id as uuid) as id, recipient, cast(delay as float8) as delay
              from unnest(string_to_array(?1, E'\\n'), string_to_array(?2, E'\\n'), string_to_array(?3, E'\\n'))
                   as one (id, recipient, delay)),
            begun as (
              select m.id, m.recipient from message m join wanted w on w.recipient = m.recipient
              where m.authority = ?4 and m.template = ?5 and m.state = 'planned' and m.attempts = 0
                and m.due_at > clock_timestamp()
              for update of m),
            made as (
              insert into message (id, event_id, authority, recipient, channel, template, about_at, facts, rules, state, due_at,
                                   planned_at)
              select w.id, w.id, ?4, w.recipient, 'mail', ?5, ?6, '{}', ?7, 'planned',
                     clock_timestamp() + make_interval(secs => w.delay), ?8
              from wanted w where w.recipient not in (select recipient from begun) returning id)
            insert into digest_line (message_id, event_id, case_id, rules, template, about_at)
            select id, ?9, ?10, ?7, ?11, ?6 from (select id from begun union all select id from made) as into_these""";

    private final InstantSource clock;
    private final IdSource ids;

    Digests(InstantSource clock, IdSource ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** @param officers with how long it is until the mail of the day goes out, when none was begun */
    Uni<Void> add(MailPlanning.About about, List<To> officers) {
        if (officers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String names = To.names(officers);
        String fresh = officers.stream().map(one -> ids.next().toString()).collect(Collectors.joining("\n"));
        String authority = about.event().authority();
        return Panache.getSession().chain(session -> session.createNativeQuery(LOCK, Long.class)
                .setParameter(1, authority)
                .setParameter(2, names)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(ADD)
                        .setParameter(1, fresh)
                        .setParameter(2, names)
                        .setParameter(3, To.delays(officers))
                        .setParameter(4, authority)
                        .setParameter(5, Notice.DIGEST)
                        .setParameter(6, about.event().time().atOffset(ZoneOffset.UTC))
                        .setParameter(7, about.notice().rules())
                        .setParameter(8, clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(9, about.event().id())
                        .setParameter(10, about.caseId())
                        .setParameter(11, about.notice().template())
                        .executeUpdate())
                .replaceWithVoid());
    }
}
