package org.regulus.campaign.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Doorstep;
import org.regulus.campaign.client.Doorstep.Parcel;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.client.Session;
import org.regulus.campaign.client.Signature;
import org.regulus.campaign.client.Topics;

/** A partner is told what it asked for and may know: on a topic of its own, and by a webhook, which can be told again. */
final class Partner {

    private static final String PATH = "/partner";
    private static final String SUBMITTED = "regulus.filing.filing-submitted.v1";
    private static final List<String> ON_TOPIC =
            List.of(SUBMITTED, "regulus.filing.filing-accepted.v1", "regulus.filing.case-closed.v1");
    private static final List<String> BY_WEBHOOK = List.of(
            "regulus.filing.campaign-filing-closed.v1",
            "regulus.inspection.draw-committed.v1",
            "regulus.inspection.draw-completed.v1",
            "regulus.inspection.inspection-noticed.v1");

    /** Of a filing nobody outside is told. */
    private static final List<String> NOT_PUBLIC = List.of("systems", "riskScore", "contentDigest");

    private final Play play;
    private final Doorstep doorstep;
    private final Session partner;
    private final String topic;
    private UUID campaignId;
    private Instant since;
    private UUID webhook;
    private String secret;

    Partner(Play play, Doorstep doorstep) {
        this.play = play;
        this.doorstep = doorstep;
        this.partner = play.cast.person("partner");
        this.topic = "regulus.partner." + partner.subject();
    }

    /** The administrator says what the partner may know, the partner what it wants to. */
    void subscribe(UUID campaign) {
        campaignId = campaign;
        since = Instant.now();
        play.notification(play.admin)
                .put(
                        "/partners/" + partner.subject() + "/grants",
                        Map.of("authorities", List.of("MIIT"), "clearances", Map.of("MIIT", "restricted")));
        Api api = play.notification(partner);
        api.all("/subscriptions")
                .forEach(earlier ->
                        api.delete("/subscriptions/" + earlier.path("id").asText()));
        List<UUID> campaigns = List.of(campaign);
        api.post(
                "/subscriptions",
                Map.of("kind", "topic", "types", ON_TOPIC, "campaigns", campaigns, "classification", "public"));
        Answer told = api.post(
                "/subscriptions",
                Map.of("url", play.stack.doorstep(PATH).toString(), "types", BY_WEBHOOK, "campaigns", campaigns));
        webhook = told.id();
        secret = told.body().path("secret").asText();
    }

    /** @param announced how many events of each type there were */
    void check(Map<String, Integer> announced) {
        List<JsonNode> events = onTopic(sum(announced, ON_TOPIC));
        if (!events.stream().allMatch(Partner::isRedacted)) {
            throw new IllegalStateException("The partner's topic tells more than is public: " + events);
        }
        play.acts.did(Act.PARTNER_TOPIC, events.size());
        int told = sum(announced, BY_WEBHOOK);
        awaitWebhook(told, 1);
        play.notification(partner).put("/subscriptions/" + webhook + "/replay", Map.of("since", since.toString()));
        awaitWebhook(told, 2);
        doorstep.at(PATH).forEach(this::checkSignature);
        play.acts.did(Act.PARTNER_WEBHOOK, told);
        play.acts.did(Act.PARTNER_REPLAY, told);
        play.progress.say(
                "a partner was told by its own topic: %d, redacted; by webhook, signed, and once more on demand: %d",
                events.size(), told);
    }

    private static int sum(Map<String, Integer> announced, List<String> types) {
        return types.stream().mapToInt(type -> announced.getOrDefault(type, 0)).sum();
    }

    private List<JsonNode> onTopic(int wanted) {
        List<JsonNode> events = new ArrayList<>();
        try (Topics topics = new Topics(play.stack)) {
            Patience.await(
                    "the events on the partner's topic",
                    Play.PATIENCE,
                    () -> {
                        topics.readOn(List.of(topic), message -> ours(message, events));
                        return events.size() == wanted;
                    },
                    () -> "There are %d of %d".formatted(events.size(), wanted));
        }
        return events;
    }

    private void ours(ConsumerRecord<String, byte[]> message, List<JsonNode> events) {
        JsonNode event = read(message.value());
        if (event.at("/data/campaignId").asText().equals(campaignId.toString())) {
            events.add(event);
        }
    }

    /** Only what was asked for; and of a filing neither what would help an attacker nor what weighs on the operator. */
    private static boolean isRedacted(JsonNode event) {
        String type = event.path("type").asText();
        boolean silent = NOT_PUBLIC.stream().noneMatch(event.path("data")::has);
        return ON_TOPIC.contains(type) && silent && event.hasNonNull("redacted") == type.equals(SUBMITTED);
    }

    private void awaitWebhook(int events, int times) {
        Patience.await(
                "the events at the partner's webhook",
                Play.PATIENCE,
                () -> {
                    Map<String, Integer> byId = byId();
                    return byId.size() == events && byId.values().stream().allMatch(count -> count >= times);
                },
                () -> "There are %d of %d, wanted %d times".formatted(byId().size(), events, times));
    }

    private Map<String, Integer> byId() {
        Map<String, Integer> byId = new TreeMap<>();
        doorstep.at(PATH).forEach(one -> byId.merge(one.headers().get("webhook-id"), 1, Integer::sum));
        return byId;
    }

    private void checkSignature(Parcel parcel) {
        Parcel forged = new Parcel(parcel.path(), parcel.headers(), parcel.body() + " ");
        if (!Signature.isGood(parcel, secret) || Signature.isGood(forged, secret)) {
            throw new IllegalStateException("A webhook is not signed by Regulus: " + parcel);
        }
    }

    private JsonNode read(byte[] event) {
        try {
            return play.http.json().readTree(event);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
