package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;

/** What partners are given, over REST and by webhooks to receivers that are not always well. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class WebhookIT {

    private static int made = 0;

    @Inject
    Database database;

    private final Partner who = Partner.anew();
    private final String partner = who.token();

    /** An authority of its own: nobody else tells of it meanwhile. */
    private final Told told = Told.anew("PRTN" + (char) ('A' + made++));

    private Hook hook;

    @BeforeEach
    void open() throws IOException {
        hook = new Hook();
        who.grant(told.authority());
    }

    @AfterEach
    void close() {
        for (String id : as(partner).get("/subscriptions").<List<String>>path("items.id")) {
            as(partner).delete("/subscriptions/" + id).then().statusCode(204);
        }
        hook.close();
    }

    @Test
    void events_are_pushed_once_in_order_and_signed_with_both_secrets_while_they_change() {
        JsonPath made = subscribe(Map.of());
        UUID first = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        UUID second = told.tell("filing.filing-submitted");
        awaitGot(2);
        assertThat(hook.ids()).containsExactly(first.toString(), second.toString());
        Hook.Got got = hook.got.get(0);
        assertThat(got.signature()).isEqualTo(signature(got, made.getString("secret")));
        assertThat(got.body()).contains("\"id\":\"" + first + "\"").contains("\"specversion\":\"1.0\"");
        JsonPath rotated = as(partner)
                .post("/subscriptions/%s/secrets".formatted(made.getString("id")))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        told.tell("filing.filing-accepted");
        awaitGot(3);
        Hook.Got third = hook.got.get(2);
        assertThat(third.signature())
                .isEqualTo(signature(third, rotated.getString("secret")) + " "
                        + signature(third, made.getString("secret")));
    }

    @Test
    void only_what_was_asked_for_and_granted_and_is_decided_is_told() {
        subscribe(Map.of("types", List.of("regulus.filing.case-closed.v1", "regulus.sanctions.penalty-proposed.v1")));
        Told elsewhere = Told.anew("GDCA");
        elsewhere.tell("filing.case-closed");
        elsewhere.awaitTimeline(1);
        told.tell("sanctions.penalty-proposed");
        told.tell("filing.case-opened");
        told.awaitTimeline(2);
        UUID wanted = told.tell("filing.case-closed");
        awaitGot(1);
        assertThat(hook.ids()).containsExactly(wanted.toString());
    }

    @Test
    void what_is_above_the_clearance_is_left_out_and_named_however_it_is_delivered() {
        subscribe(Map.of());
        long start = as(partner).get("/events").jsonPath().getLong("next");
        UUID event = told.tell("inspection.inspection-concluded");
        awaitGot(1);
        assertThat(hook.got.get(0).body())
                .contains("\"redacted\":\"/data/findings /data/inventedLater\"", "\"outcome\":")
                .doesNotContain("severity", "findingId");
        assertThat(one(start, "").getString("redacted")).isEqualTo("/data/findings /data/inventedLater");
        clear("restricted");
        assertThat(one(start, "").getString("redacted"))
                .isEqualTo("/data/findings/0/item /data/findings/0/severity /data/inventedLater");
        assertThat(one(start, "").getList("data.findings.findingId")).hasSize(1).doesNotContainNull();
        clear("confidential");
        assertThat(one(start, "").getString("redacted")).isNull();
        assertThat(one(start, "").getString("id")).isEqualTo(event.toString());
        assertThat(one(start, "&classification=public").getString("redacted"))
                .isEqualTo("/data/findings /data/inventedLater");
        problem(as(partner).get("/events?classification=secret").then(), 422, "request.invalid");
        problem(
                who.grants(Map.of("authorities", List.of(), "clearances", Map.of("MIIT", "public"))),
                422,
                "grant.not-granted");
    }

    private JsonPath one(long start, String asked) {
        JsonPath page = as(partner).get("/events?after=" + start + asked).jsonPath();
        assertThat(page.getList("items")).hasSize(1);
        return page.setRootPath("items[0].event");
    }

    private void clear(String level) {
        who.grants(Map.of("authorities", List.of(told.authority()), "clearances", Map.of(told.authority(), level)))
                .statusCode(200)
                .body("clearances." + told.authority(), equalTo(level));
    }

    @Test
    void a_receiver_that_fails_or_hangs_is_given_the_same_event_until_it_takes_it() {
        String id = subscribe(Map.of()).getString("id");
        hook.status = 500;
        UUID event = told.tell("filing.case-opened");
        awaitGot(2);
        as(partner)
                .get("/subscriptions/" + id)
                .then()
                .body("state", equalTo("failing"))
                .body("lastFailure", equalTo("status 500"));
        hook.hangs = true;
        hook.status = 204;
        Told.await("no answer in time").until(() -> "no answer in time"
                .equals(as(partner).get("/subscriptions/" + id).path("lastFailure")));
        hook.hangs = false;
        Told.await("taken").until(() -> "active"
                .equals(as(partner).get("/subscriptions/" + id).path("state")));
        assertThat(hook.ids()).containsOnly(event.toString());
        UUID next = told.tell("filing.filing-submitted");
        Told.await("the next").until(() -> hook.ids().contains(next.toString()));
    }

    @Test
    void a_receiver_that_is_gone_is_let_be_and_that_is_announced_until_it_is_asked_for_again() throws SQLException {
        String id = subscribe(Map.of()).getString("id");
        hook.status = 410;
        UUID event = told.tell("filing.case-opened");
        var announced = TestTopics.await(Told.TOPIC, SubscriptionMessages.DISABLED, UUID.fromString(id));
        assertThat(Golden.schema(SubscriptionMessages.DISABLED).validate(announced.tree()))
                .isEmpty();
        as(partner).get("/subscriptions/" + id).then().body("state", equalTo("disabled"));
        assertThat(hook.ids()).containsExactly(event.toString());
        assertThat(database.count("select count(*) from subscription where not told and id = '%s'".formatted(id)))
                .as("nobody could be mailed yet")
                .isOne();
        try (PostOffice post = new PostOffice().start()) {
            database.execute("update subscription set told_due = '-infinity' where id = '%s'".formatted(id));
            Told.await("told")
                    .until(() ->
                            database.count("select count(*) from subscription where told and id = '%s'".formatted(id))
                                    == 1);
            assertThat(post.to("platform@regulator.example"))
                    .filteredOn(mail -> PostOffice.text(mail).contains(id))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.getMessageID()).endsWith("@regulus.regulator.example>"));
        }
        hook.status = 204;
        as(partner).put("/subscriptions/%s/activation".formatted(id)).then().statusCode(200);
        awaitGot(2);
        assertThat(hook.ids()).containsExactly(event.toString(), event.toString());
    }

    @Test
    void a_receiver_that_fails_for_long_is_disabled() throws SQLException {
        String id = subscribe(Map.of()).getString("id");
        hook.status = 503;
        told.tell("filing.case-opened");
        Told.await("failing twice")
                .until(() ->
                        as(partner).get("/subscriptions/" + id).path("state").equals("failing") && hook.got.size() > 1);
        database.execute("update subscription set failing_since = failing_since - interval '4 seconds' where id = '%s'"
                .formatted(id)); // regulus.webhooks.give-up
        Told.await("disabled").until(() -> "disabled"
                .equals(as(partner).get("/subscriptions/" + id).path("state")));
        assertThat(TestTopics.await(Told.TOPIC, SubscriptionMessages.DISABLED, UUID.fromString(id))
                        .tree()
                        .path("failures")
                        .asInt())
                .isGreaterThan(1);
    }

    @Test
    void a_redirect_is_not_followed_and_a_private_address_is_not_spoken_to() {
        String id = subscribe(Map.of()).getString("id");
        hook.status = 302;
        hook.location = "http://127.0.0.1:%d/secret".formatted(hook.port());
        String inward = subscribe(Map.of(), "https://localhost:%d/hook".formatted(hook.port()))
                .getString("id");
        told.tell("filing.case-opened");
        Told.await("both tried")
                .until(() -> "status 302"
                                .equals(as(partner).get("/subscriptions/" + id).path("lastFailure"))
                        && "private address"
                                .equals(as(partner)
                                        .get("/subscriptions/" + inward)
                                        .path("lastFailure")));
        assertThat(hook.got).isNotEmpty().allMatch(got -> got.path().equals("/hook"));
    }

    @Test
    void everything_since_a_moment_is_delivered_again_on_request() {
        String id = subscribe(Map.of()).getString("id");
        Instant before = Instant.now().minusSeconds(1);
        UUID first = told.tell("filing.case-opened");
        awaitGot(1);
        who.replay(id, before);
        awaitGot(2);
        assertThat(hook.ids()).containsExactly(first.toString(), first.toString());
    }

    @Test
    void nobody_sees_or_touches_what_is_anothers() {
        String id = subscribe(Map.of()).getString("id");
        String other = Tokens.as("other").roles("partner").sign();
        String path = "/subscriptions/" + id;
        problem(as(other).get(path).then(), 404, "subscription.unknown");
        problem(as(other).delete(path).then(), 404, "subscription.unknown");
        problem(as(other).post(path + "/secrets").then(), 404, "subscription.unknown");
        problem(as(other).put(path + "/activation").then(), 404, "subscription.unknown");
        for (String door : List.of("/subscriptions", "/events")) {
            TokenRefusals.check(door);
            problem(as(told.officer()).get(door).then(), 403, "auth.forbidden");
            problem(as(told.operator()).get(door).then(), 403, "auth.forbidden");
        }
        problem(as(partner).get("/partners/x/grants").then(), 403, "auth.forbidden");
        assertThat(as(partner).get("/subscriptions").<List<String>>path("items.secret"))
                .containsOnlyNulls();
    }

    @Test
    void a_subscription_that_cannot_be_is_refused() {
        for (String url : List.of("http://partner.example/", "ftp://x/", "https://user@partner.example/", "nonsense")) {
            problem(who.create(Map.of("url", url)).then(), 422, "subscription.url");
        }
        problem(who.create(Map.of("url", hook.url(), "types", List.of("all"))).then(), 422, "request.invalid");
        for (int i = 0; i < 20; i++) {
            who.create(Map.of("url", hook.url())).then().statusCode(201);
        }
        problem(who.create(Map.of("url", hook.url())).then(), 409, "subscription.too-many");
    }

    private JsonPath subscribe(Map<String, Object> filter) {
        return subscribe(filter, hook.url());
    }

    private JsonPath subscribe(Map<String, Object> filter, String url) {
        Map<String, Object> wanted = new java.util.HashMap<>(filter);
        wanted.put("url", url);
        return who.create(wanted).then().statusCode(201).extract().jsonPath();
    }

    private void awaitGot(int count) {
        Told.await(count + " deliveries").until(() -> hook.got.size() >= count);
    }

    private static String signature(Hook.Got got, String secret) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(got.timestamp()));
        return WebhookSignature.of(got.id(), at, got.body(), List.of(secret));
    }
}
