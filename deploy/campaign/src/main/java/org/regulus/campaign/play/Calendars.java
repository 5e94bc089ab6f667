package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Mailbox;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.client.Stack.Service;

/** Each inspector has the interviews in a calendar program: from the invitations by mail, and from a private feed, until it is revoked. */
final class Calendars {

    private static final String CALENDAR = "text/calendar";

    private final Play play;
    private final Mailbox mails;

    Calendars(Play play) {
        this.play = play;
        this.mails = new Mailbox(play.http, play.stack);
    }

    /** @param fixed as the interviews stand now */
    void compare(List<Visit> fixed) {
        Map<String, List<Instant>> wanted = wanted(fixed);
        Map<String, String> addresses = new HashMap<>();
        play.inspection(play.officers.manager)
                .all("/inspectors")
                .forEach(one ->
                        addresses.put(one.path("id").asText(), one.path("email").asText()));
        play.crowd.each(wanted.keySet(), inspector -> {
            invited(addresses.get(inspector), wanted.get(inspector));
            subscribed(inspector, wanted.get(inspector));
        });
        play.progress.say(
                "inspectors: %d; interviews in their calendars: %d, by invitation and by a feed, which is revoked then",
                wanted.size(), play.acts.times(Act.INVITED));
    }

    /** By inspector, when each interview begins. */
    private Map<String, List<Instant>> wanted(List<Visit> fixed) {
        Api officer = play.inspection(play.officers.officer);
        List<JsonNode> inspections =
                play.crowd.map(fixed, visit -> officer.get(visit.path()).body());
        Map<String, List<Instant>> wanted = new HashMap<>();
        for (int i = 0; i < fixed.size(); i++) {
            Instant begins = fixed.get(i).startsAt();
            inspections.get(i).path("inspectorIds").forEach(id -> wanted.computeIfAbsent(
                            id.asText(), none -> new ArrayList<>())
                    .add(begins));
        }
        wanted.values().forEach(begins -> begins.sort(null));
        return wanted;
    }

    private void invited(String address, List<Instant> wanted) {
        Patience.await(
                "the invitations to " + address,
                Play.PATIENCE,
                () -> mailed(address).starts().equals(wanted),
                () -> "In the calendar are %s, and should be %s"
                        .formatted(mailed(address).starts(), wanted));
        play.acts.did(Act.INVITED, wanted.size());
        play.acts.did(Act.INVITED_AGAIN, mailed(address).replaced());
    }

    private Agenda mailed(String address) {
        return Agenda.of(mails.of(address).stream()
                .flatMap(mail -> Mailbox.texts(mail, CALENDAR).stream())
                .toList());
    }

    private void subscribed(String inspector, List<Instant> wanted) {
        Api manager = play.inspection(play.officers.manager);
        String feeds = "/inspectors/" + inspector + "/calendar-feeds";
        JsonNode feed = manager.post(feeds, Map.of()).body();
        String secret = feed.path("path").asText();
        List<Instant> shown =
                Agenda.of(List.of(fetched(secret).body().asText())).starts();
        if (!shown.equals(wanted)) {
            throw new IllegalStateException("The feed shows %s, and should show %s".formatted(shown, wanted));
        }
        manager.delete(feeds + "/" + feed.path("id").asText());
        int status = fetched(secret).status();
        if (status != 404) {
            throw new IllegalStateException("The revoked feed answers " + status);
        }
        play.acts.did(Act.FEED_READ, 1);
        play.acts.did(Act.FEED_REVOKED, 1);
    }

    /** As a calendar program does: knowing the address, without a login. */
    private Answer fetched(String secret) {
        return play.http.send(HttpRequest.newBuilder(play.stack.at(Service.INSPECTION, secret)));
    }
}
