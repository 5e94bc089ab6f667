package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.time.Zones;
import org.regulus.notification.directory.Contact;
import org.regulus.notification.directory.Language;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;

/** Writes a message out: to the address and in the language that the directory tells now. */
@ApplicationScoped
class Letters {

    private static final String WRITTEN =
            """
            select m.id, m.template, m.rules, m.attempts, m.facts, cast(extract(epoch from m.about_at) * 1000 as bigint),
                   coalesce(k.case_number, cast(m.case_id as text)), c.name, c.notice_email, c.language
            from message m
            join contact c on c.authority = m.authority and c.operator_id = m.operator_id
            left join known_case k on k.id = m.case_id
            where m.id = any(cast(string_to_array(?1, ',') as uuid[]))""";

    private final Facts facts;
    private final Rulebook rules;
    private final MessageLimits limits;
    private final Template zh;
    private final Template en;

    Letters(
            Facts facts,
            Rulebook rules,
            MessageLimits limits,
            @Location("notice.zh.txt") Template zh,
            @Location("notice.en.txt") Template en) {
        this.facts = facts;
        this.rules = rules;
        this.limits = limits;
        this.zh = zh;
        this.en = en;
    }

    /** What is to be written, to whom. */
    record Letter(
            UUID messageId,
            Notice notice,
            int attempt,
            Map<String, String> facts,
            Instant aboutAt,
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
                new Contact((String) row[7], (String) row[8], Language.of((String) row[9])));
    }

    /** The Message-ID is the message's own, the same in every attempt: a mail system that got it already can tell. */
    Mail write(Letter letter) {
        boolean chinese = letter.contact().language() == Language.ZH;
        return Mail.withText(
                        letter.contact().noticeAddress(),
                        letter.notice().in(chinese).subject(),
                        text(letter, chinese))
                .addHeader("Message-ID", "<%s@%s>".formatted(letter.messageId(), limits.messageIdHost()));
    }

    String text(Letter letter, boolean chinese) {
        return (chinese ? zh : en)
                .data("name", letter.contact().name())
                .data("text", letter.notice().in(chinese).body())
                .data("facts", letter.notice().lines(letter.facts(), chinese, Zones.REGULATOR))
                .data("caseNumber", letter.caseNumber())
                .data("at", Notice.moment(letter.aboutAt(), chinese, Zones.REGULATOR))
                .render();
    }
}
