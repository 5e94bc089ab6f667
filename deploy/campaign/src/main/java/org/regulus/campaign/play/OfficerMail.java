package org.regulus.campaign.play;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Mailbox;
import org.regulus.campaign.client.Patience;

/** Officers are written to as each wants it: one gets a mail of the day, another nothing in quiet hours but what is urgent. Their hours are real ones. */
final class OfficerMail {

    private static final int DIGEST_SECONDS = 15;
    private static final int QUIET_SECONDS = 20;

    /** Of what else an officer is told here: it stays in the inbox. */
    private static final List<String> UNWANTED = List.of(
            "filing-submitted",
            "extension-requested",
            "inspection-opened",
            "inspection-approved",
            "inspection-concluded",
            "request-lapsed",
            "rectification-reported",
            "penalty-reviewed",
            "penalty-defended",
            "document-dispatched",
            "limit-passed");

    private final Play play;
    private final Mailbox mails;
    private Instant digestAt;
    private Instant quietUntil;
    private int mailsBefore;

    OfficerMail(Play play) {
        this.play = play;
        this.mails = new Mailbox(play.http, play.stack);
    }

    /** From now on the officer gets one mail a day, soon. */
    void wantDigest() {
        digestAt = now().plusSeconds(DIGEST_SECONDS);
        put(play.notification(play.officers.officer), Map.of("mail", "daily", "digestAt", time(digestAt)));
    }

    /** The colleague works at an hour of rest. */
    void keepQuiet() {
        quietUntil = now().plusSeconds(QUIET_SECONDS);
        mailsBefore = colleague().size();
        put(
                play.notification(play.officers.chair),
                Map.of(
                        "mail",
                        "each",
                        "quietFrom",
                        time(quietUntil.minus(1, ChronoUnit.HOURS)),
                        "quietUntil",
                        time(quietUntil),
                        "unwanted",
                        UNWANTED));
    }

    private static void put(Api desk, Map<String, Object> habit) {
        Map<String, Object> wanted = new java.util.HashMap<>(habit);
        wanted.put("zone", "UTC");
        wanted.put("language", "en");
        desk.put("/mail-settings", wanted);
    }

    void check(int complaints) {
        Patience.await(
                "the officer's mail of the day",
                Play.PATIENCE,
                () -> digests() > 0,
                () -> "None came since " + digestAt);
        Patience.await(
                "what was held in quiet hours",
                Play.PATIENCE,
                () -> of("complaint").size() >= complaints,
                () -> "%d of %d came".formatted(of("complaint").size(), complaints));
        List<MimeMessage> held = of("complaint");
        List<MimeMessage> urgent = of("risk");
        if (held.stream().anyMatch(mail -> sent(mail).isBefore(quietUntil)) || urgent.isEmpty()) {
            throw new IllegalStateException("Quiet until %s, but written to at %s; urgent: %d"
                    .formatted(quietUntil, held.stream().map(OfficerMail::sent).toList(), urgent.size()));
        }
        Api colleague = play.notification(play.officers.chair);
        colleague.put("/mail-settings", Map.of("mail", "none"));
        play.acts.did(Act.DIGEST, digests());
        play.acts.did(Act.HELD, held.size());
        play.acts.did(Act.NOT_HELD, urgent.size());
        play.progress.say(
                "an officer's messages of the day came in one mail; in quiet hours %d were held, and %d urgent not",
                held.size(), urgent.size());
    }

    private long digests() {
        return mails.of("miit-officer@regulus.example").stream()
                .filter(mail -> !sent(mail).isBefore(digestAt) && subject(mail).equals("Your messages of the day"))
                .count();
    }

    /** Since the quiet hours began. */
    private List<MimeMessage> of(String word) {
        return colleague().stream()
                .skip(mailsBefore)
                .filter(mail -> subject(mail).toLowerCase(java.util.Locale.ROOT).contains(word))
                .toList();
    }

    private List<MimeMessage> colleague() {
        return mails.of("miit-officer-2@regulus.example");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String time(Instant at) {
        return LocalTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static Instant sent(MimeMessage mail) {
        try {
            return mail.getSentDate().toInstant();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
