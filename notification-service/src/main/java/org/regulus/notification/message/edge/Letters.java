package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.notification.directory.Contact;
import org.regulus.notification.directory.Language;
import org.regulus.notification.message.Digest;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;

/** Finds what is to be written: to the address and in the language that the directories tell now. */
@ApplicationScoped
public class Letters {

    private static final String WRITTEN =
            """
            select m.id, m.template, m.rules, m.attempts, m.facts, cast(extract(epoch from m.about_at) * 1000 as bigint),
                   m.authority, coalesce(k.case_number, cast(m.case_id as text)),
                   coalesce(a.name, case a.language when 'zh' then '同事' else 'colleague' end), a.address, a.language, m.channel
            from message m
            join addressee a on a.authority = m.authority and a.recipient = m.recipient and a.channel = m.channel
              and (a.operator_id = m.operator_id or a.recipient <> 'operator')
            left join known_case k on k.id = m.case_id
            where m.id = any(cast(string_to_array(?1, ',') as uuid[]))""";

    private static final String LINES =
            """
            select m.id, l.rules, l.template, coalesce(k.case_number, cast(l.case_id as text)),
                   cast(extract(epoch from l.about_at) * 1000 as bigint)
            from message m
            cross join lateral (
              select * from digest_line d where d.message_id = m.id order by d.about_at, d.event_id limit ?2) l
            left join known_case k on k.id = l.case_id
            where m.id = any(cast(string_to_array(?1, ',') as uuid[])) order by m.id, l.about_at, l.event_id""";

    private final Facts facts;
    private final Rulebook rules;

    Letters(Facts facts, Rulebook rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /**
     * What is to be written, to whom.
     *
     * @param notice null when it is the mail of a day
     * @param digest null when it is about one event
     */
    public record Letter(
            UUID messageId,
            Notice notice,
            int attempt,
            Map<String, String> facts,
            Instant aboutAt,
            String authority,
            String caseNumber,
            Contact contact,
            String channel,
            Digest digest) {}

    Uni<List<Letter>> of(List<UUID> messages) {
        String ids = String.join(",", messages.stream().map(UUID::toString).toList());
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(WRITTEN, Object[].class)
                        .setParameter(1, ids)
                        .getResultList()
                        .chain(rows -> digests(session, rows).map(digests -> rows.stream()
                                .map(row -> letter(row, digests))
                                .toList()))));
    }

    private Uni<Map<UUID, Digest>> digests(Mutiny.Session session, List<Object[]> messages) {
        String ids = messages.stream()
                .filter(row -> Notice.DIGEST.equals(row[1]))
                .map(row -> row[0].toString())
                .collect(Collectors.joining(","));
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(LINES, Object[].class)
                .setParameter(1, ids)
                .setParameter(2, Digest.LINES_MAX)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.collectingAndThen(
                                        Collectors.mapping(this::line, Collectors.toList()), Digest::new))));
    }

    private Digest.Line line(Object[] row) {
        return new Digest.Line(
                rules.of((Integer) row[1], (String) row[2]),
                (String) row[3],
                Instant.ofEpochMilli(((Number) row[4]).longValue()));
    }

    private Letter letter(Object[] row, Map<UUID, Digest> digests) {
        return new Letter(
                (UUID) row[0],
                Notice.DIGEST.equals(row[1]) ? null : rules.of((Integer) row[2], (String) row[1]),
                ((Number) row[3]).intValue(),
                facts.read((String) row[4]),
                Instant.ofEpochMilli(((Number) row[5]).longValue()),
                (String) row[6],
                (String) row[7],
                new Contact((String) row[8], (String) row[9], Language.of((String) row[10])),
                (String) row[11],
                digests.get((UUID) row[0]));
    }
}
