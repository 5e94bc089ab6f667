package org.regulus.notification.message.edge;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.regulus.common.time.Zones;
import org.regulus.notification.directory.Language;
import org.regulus.notification.invitation.Invitation;
import org.regulus.notification.invitation.Invitation.Person;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.Letters.Letter;

/** Makes a mail of a letter, in the language of whom it goes to, with the invitation when the notice is one. */
@ApplicationScoped
class LetterWriter {

    private final MessageLimits limits;
    private final String from;
    private final Template zh;
    private final Template en;

    LetterWriter(
            MessageLimits limits,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @Location("notice.zh.txt") Template zh,
            @Location("notice.en.txt") Template en) {
        this.limits = limits;
        this.from = from;
        this.zh = zh;
        this.en = en;
    }

    /** The Message-ID is the message's own, the same in every attempt: a mail system that got it already can tell. */
    Mail write(Letter letter) {
        boolean chinese = letter.contact().language() == Language.ZH;
        Mail mail = Mail.withText(
                        letter.contact().noticeAddress(),
                        letter.notice().in(chinese).subject(),
                        text(letter, chinese))
                .addHeader("Message-ID", "<%s@%s>".formatted(letter.messageId(), limits.messageIdHost()));
        return letter.notice().calendar() == null ? mail : invite(mail, letter, chinese);
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

    /** The method stands in the type too, or programs show a file instead of an invitation (RFC 6047, 2.4). */
    private Mail invite(Mail mail, Letter letter, boolean chinese) {
        Invitation.Method method = letter.notice().calendar();
        String calendar = invitation(method, letter)
                .text(
                        (chinese ? "现场检查 " : "On-site interview ") + letter.caseNumber(),
                        letter.notice().in(chinese).body(),
                        new Person(letter.authority(), from),
                        new Person(letter.contact().name(), letter.contact().noticeAddress()));
        return mail.addAttachment(
                "interview.ics",
                calendar.getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=utf-8; method=" + method);
    }

    private static Invitation invitation(Invitation.Method method, Letter letter) {
        Map<String, String> facts = letter.facts();
        String endsAt = facts.get("endsAt");
        return new Invitation(
                method,
                UUID.fromString(facts.get("interviewId")),
                Long.parseLong(facts.get(Facts.SEQUENCE)),
                letter.aboutAt(),
                Instant.parse(facts.get("startsAt")),
                endsAt == null ? null : Instant.parse(endsAt));
    }
}
