package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Doorstep;
import org.regulus.campaign.client.Doorstep.Parcel;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.client.Stack.Service;

/** Decisions go by letter, too, to those whose address is known: through a postal service, which tells that they arrived. Mails may come back. */
final class Post {

    private static final String PATH = "/letters";
    private static final String SECRET = "regulus-local";
    private static final String DECIDED = "penalty-decided";
    private static final int ADDRESS_KNOWN_ONE_IN = 2;

    private final Play play;
    private final Doorstep doorstep;

    Post(Play play, Doorstep doorstep) {
        this.play = play;
        this.doorstep = doorstep;
    }

    /** @return those who get letters from now on */
    List<Participant> addresses(List<Participant> all) {
        List<Participant> known = Some.oneIn(ADDRESS_KNOWN_ONE_IN, 0, all);
        play.crowd.each(known, one -> address(one, Map.of("postal", "北京市西长安街13号（演示）\n100804")));
        return known;
    }

    private void address(Participant one, Map<String, Object> address) {
        play.notification(play.officers.officer).put("/operators/%s/addresses".formatted(one.operatorId()), address);
    }

    /** Each got one letter about its decision; the postal service says so. Afterwards nobody waits for a postal service that is gone. */
    void deliver(List<Participant> known) {
        Set<String> cases = known.stream().map(one -> one.caseId().toString()).collect(Collectors.toSet());
        play.crowd.each(known, one -> {
            UUID letter = message(one.caseId(), "post");
            Parcel parcel = arrived(letter);
            if (!("Bearer " + SECRET).equals(parcel.headers().get("authorization"))
                    || !letter.toString().equals(parcel.headers().get("idempotency-key"))) {
                throw new IllegalStateException("A letter without its secret or its key: " + parcel);
            }
            report(letter);
            address(one, Map.of());
        });
        play.acts.did(Act.LETTER, cases.size());
        play.progress.say("decisions that went by letter, too, and were delivered: %d", cases.size());
    }

    private Parcel arrived(UUID letter) {
        Patience.await("letter " + letter, Play.PATIENCE, () -> letters(letter) == 1, () -> "It came %d times"
                .formatted(letters(letter)));
        return doorstep.at(PATH).stream()
                .filter(one -> one.body().contains(letter.toString()))
                .findFirst()
                .orElseThrow();
    }

    private long letters(UUID id) {
        return doorstep.at(PATH).stream()
                .filter(one -> one.body().contains(id.toString()))
                .count();
    }

    /** The postal service has no login; it shows the secret that it was given. */
    private void report(UUID letter) {
        Answer answer = play.http.send(HttpRequest.newBuilder(
                        play.stack.at(Service.NOTIFICATION, "/gateways/post/reports"))
                .header("gateway-secret", SECRET)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\": \"%s\", \"action\": \"delivered\", \"status\": \"2.0.0\"}".formatted(letter))));
        if (!answer.ok()) {
            throw new IllegalStateException("The report of the postal service was refused: " + answer.body());
        }
    }

    /** A mail about a decision comes back; the officers are told. */
    void bounce(Participant one) {
        UUID mail = message(one.caseId(), "mail");
        Answer taken = play.notification(play.mailSystem)
                .postFile(
                        "/delivery-reports",
                        "message/rfc822",
                        HttpRequest.BodyPublishers.ofString(
                                REPORT.formatted(mail, one.uscc()).replace("\n", "\r\n")));
        Api officer = play.notification(play.officers.officer);
        Patience.await(
                "the officers to be told of the mail that came back",
                Play.PATIENCE,
                () -> toldOf(officer, one.caseId()),
                () -> "The report was answered " + taken.status());
        play.acts.did(Act.BOUNCED, 1);
        play.progress.say("a mail came back, and the officers were told");
    }

    private static boolean toldOf(Api officer, UUID caseId) {
        return officer.all("/messages?state=bounced&case=" + caseId).size() == 1
                && !officer.some(
                                "/inbox?unread=true",
                                one -> one.path("template").asText().equals("notice-bounced")
                                        && one.path("caseId").asText().equals(caseId.toString()))
                        .isEmpty();
    }

    /** The message about the decision, once it went out by that channel. */
    private UUID message(UUID caseId, String channel) {
        Api officer = play.notification(play.officers.officer);
        JsonNode[] found = new JsonNode[1];
        Patience.await(
                "the %s about the decision in case %s".formatted(channel, caseId),
                Play.PATIENCE,
                () -> {
                    found[0] =
                            officer.some("/messages?state=served&case=" + caseId, one -> isAbout(one, channel)).stream()
                                    .findFirst()
                                    .orElse(null);
                    return found[0] != null;
                },
                () -> "None went out");
        return UUID.fromString(found[0].path("id").asText());
    }

    private static boolean isAbout(JsonNode message, String channel) {
        return message.path("template").asText().equals(DECIDED)
                && message.path("channel").asText().equals(channel)
                && message.path("recipient").asText().equals("operator");
    }

    private static final String REPORT =
            """
            From: MAILER-DAEMON@mx.regulator.example
            Subject: Undelivered Mail Returned to Sender
            To: bounces+%s@regulus.regulator.example
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain; charset=us-ascii

            Your message could not be delivered.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.regulator.example

            Final-Recipient: rfc822; notices@%s.example
            Action: failed
            Status: 5.1.1

            --b--
            """;
}
