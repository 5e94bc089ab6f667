package org.regulus.notification.message.edge;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.time.Zones;
import org.regulus.notification.bounce.ReturnPath;
import org.regulus.notification.directory.Language;
import org.regulus.notification.invitation.Invitation;
import org.regulus.notification.invitation.Invitation.Person;
import org.regulus.notification.mail.Mail;
import org.regulus.notification.mail.edge.MailServer;
import org.regulus.notification.message.Digest;
import org.regulus.notification.message.Fact;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.Letters.Letter;

/** Makes a mail of a letter, in the language of whom it goes to, with the invitation when the notice is one. */
@ApplicationScoped
public class LetterWriter {

    private final MessageLimits limits;
    private final String from;
    private final Engine templates;

    LetterWriter(MessageLimits limits, MailServer server, Engine templates) {
        this.limits = limits;
        this.from = server.from().replaceAll("^.*<(.+)>.*$", "$1"); // without a name that may stand before it
        this.templates = templates;
    }

    /** The Message-ID is the message's own, the same in every attempt: a mail system that got it already can tell. */
    public Mail write(Letter letter) {
        boolean chinese = letter.contact().language() == Language.ZH;
        if (letter.digest() != null) {
            return mail(letter, Digest.in(chinese).subject(), digest(letter, chinese));
        }
        Mail mail = mail(letter, letter.notice().in(chinese).subject(), text(letter, chinese));
        return isInvitation(letter) ? invite(mail, letter, chinese) : mail;
    }

    /** What was planned before notices invited keeps none of what an invitation says. */
    private static boolean isInvitation(Letter letter) {
        return letter.notice().calendar() != null && letter.facts().containsKey(Facts.SEQUENCE);
    }

    /** @param brief for a telephone: what it is about, and where to look */
    public record Words(String subject, String text, String brief) {}

    public Words words(Letter letter) {
        boolean chinese = letter.contact().language() == Language.ZH;
        String subject = letter.notice().in(chinese).subject();
        String brief = (chinese ? "【%s】%s，案件编号 %s，详情请登录平台查看。" : "%s: %s. Case %s; see the platform.")
                .formatted(letter.authority(), subject, letter.caseNumber());
        return new Words(subject, text(letter, chinese), brief);
    }

    private Mail mail(Letter letter, String subject, String text) {
        return Mail.of(letter.contact().noticeAddress(), subject, text)
                .identified(
                        "<%s@%s>".formatted(letter.messageId(), limits.messageIdHost()),
                        new ReturnPath(limits.bounceHost()).of(letter.messageId()))
                .header("Auto-Submitted", "auto-generated");
    }

    private String digest(Letter letter, boolean chinese) {
        return template("digest", chinese)
                .data("name", letter.contact().name())
                .data("text", Digest.in(chinese).body())
                .data(
                        "lines",
                        letter.digest().lines().stream()
                                .map(line -> new Fact.Line(
                                        Notice.moment(line.at(), chinese, Zones.REGULATOR) + "  "
                                                + line.notice().in(chinese).subject(),
                                        line.caseNumber()))
                                .toList())
                .render();
    }

    private Template template(String name, boolean chinese) {
        return templates.getTemplate(name + (chinese ? ".zh.txt" : ".en.txt"));
    }

    String text(Letter letter, boolean chinese) {
        return template("notice", chinese)
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
        return mail.attach(new Mail.Part(
                "interview.ics",
                calendar.getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=utf-8; method=" + method));
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
