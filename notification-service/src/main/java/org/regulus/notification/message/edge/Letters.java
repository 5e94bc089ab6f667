package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.notification.directory.Contact;
import org.regulus.notification.directory.Language;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;

/** Finds what is to be written: to the address and in the language that the directories tell now. */
@ApplicationScoped
class Letters {

    private static final String WRITTEN =
            """
            select m.id, m.template, m.rules, m.attempts, m.facts, cast(extract(epoch from m.about_at) * 1000 as bigint),
                   m.authority, coalesce(k.case_number, cast(m.case_id as text)),
                   coalesce(a.name, case a.language when 'zh' then '同事' else 'colleague' end), a.email, a.language
            from message m
            join addressee a on a.authority = m.authority and a.recipient = m.recipient
              and (a.operator_id = m.operator_id or a.recipient <> 'operator')
            left join known_case k on k.id = m.case_id
            where m.id = any(cast(string_to_array(?1, ',') as uuid[]))""";

    private final Facts facts;
    private final Rulebook rules;

    Letters(Facts facts, Rulebook rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** What is to be written, to whom. */
    record Letter(
            UUID messageId,
            Notice notice,
            int attempt,
            Map<String, String> facts,
            Instant aboutAt,
            String authority,
            String caseNumber,
            Contact contact) {}

    Uni<List<Letter>> of(List<UUID> messages) {
        String ids = String.join(",", messages.stream().map(UUID::toString).toList());
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(WRITTEN, Object[].class)
                        .setParameter(1, ids)
                        .getResultList()
                        .map(rows -> rows.stream().map(this::letter).toList())));
    }

    private Letter letter(Object[] row) {
        return new Letter(
                (UUID) row[0],
                rules.of((Integer) row[2], (String) row[1]),
                ((Number) row[3]).intValue(),
                facts.read((String) row[4]),
                Instant.ofEpochMilli(((Number) row[5]).longValue()),
                (String) row[6],
                (String) row[7],
                new Contact((String) row[8], (String) row[9], Language.of((String) row[10])));
    }
}
