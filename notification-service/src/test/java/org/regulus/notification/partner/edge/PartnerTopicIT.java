package org.regulus.notification.partner.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** What a partner finds on the topic that is its own. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class PartnerTopicIT {

    private static int made = 0;

    @Inject
    Database database;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    private final Partner partner = Partner.anew();
    private final String topic = "regulus.partner." + partner.subject();
    private final Told told = Told.anew("TOPI" + (char) ('A' + made++));

    private String id;

    @BeforeEach
    void subscribe() {
        partner.grant(told.authority());
        JsonPath view = partner.create(Map.of("kind", "topic"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        id = view.getString("id");
        assertThat(view.getString("topic")).isEqualTo(topic);
        assertThat(view.getString("secret")).isNull();
    }

    @AfterEach
    void unsubscribe() {
        partner.asks().delete("/subscriptions/" + id).then().statusCode(204);
    }

    @Test
    void events_are_on_it_once_in_the_order_of_the_ledger_and_redacted_like_the_feed() {
        long start = partner.asks().get("/events").jsonPath().getLong("next");
        UUID first = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        UUID second = told.tell("sanctions.penalty-decided");
        told.awaitTimeline(2);
        awaitOnIt(first, second);
        ConsumerRecord<String, byte[]> message = records().get(1);
        assertThat(message.key()).isEqualTo(told.caseId().toString());
        assertThat(text(message.headers().lastHeader("content-type").value()))
                .isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(text(message.value()))
                .contains("\"redacted\":\"/data/amountMinor /data/currency /data/inventedLater")
                .doesNotContain("amountMinor\":");
        String feed = partner.asks().get("/events?after=" + start).asString();
        assertThat(feed).contains(text(message.value()));
        assertThat(partner.subscription(id).getString("state")).isEqualTo("active");
    }

    @Test
    void what_a_sender_had_put_there_before_it_died_is_not_put_there_again() throws Exception {
        UUID first = told.tell("filing.case-opened");
        awaitOnIt(first);
        database.execute(
                """
                update subscription set position = 0, delivered = 0,
                  lease = gen_random_uuid(), lease_until = '-infinity' where id = '%s'"""
                        .formatted(id));
        UUID second = told.tell("filing.filing-submitted");
        awaitOnIt(first, second);
    }

    @Test
    void everything_since_a_moment_is_put_there_again_on_request() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        UUID first = told.tell("filing.case-opened");
        awaitOnIt(first);
        partner.replay(id, before);
        awaitOnIt(first, first);
        unsubscribe();
        id = partner.create(Map.of("kind", "topic")).path("id");
        lease("infinity"); // so that more may have been put there than was noted
        partner.replay(id, before);
        lease("-infinity");
        awaitOnIt(first, first, first);
    }

    private void lease(String until) throws Exception {
        database.execute("update subscription set lease = gen_random_uuid(), lease_until = '%s' where id = '%s'"
                .formatted(until, id));
    }

    @Test
    void a_topic_that_takes_nothing_is_shown_as_failing_and_then_gets_what_it_missed() throws Exception {
        UUID first = told.tell("filing.case-opened");
        awaitOnIt(first);
        configure(AlterConfigOp.OpType.SET);
        UUID second = told.tell("filing.filing-submitted");
        Told.await("failing")
                .until(() -> "failing".equals(partner.subscription(id).getString("state")));
        assertThat(partner.subscription(id).getString("lastFailure")).isEqualTo("RecordTooLargeException");
        assertThat(partner.subscription(id).getLong("lag")).isPositive();
        configure(AlterConfigOp.OpType.DELETE);
        awaitOnIt(first, second);
        Told.await("active")
                .until(() -> "active".equals(partner.subscription(id).getString("state")));
    }

    @Test
    void a_partner_from_whom_it_was_taken_gets_no_more() {
        UUID first = told.tell("filing.case-opened");
        awaitOnIt(first);
        partner.grant();
        told.tell("filing.filing-submitted");
        told.awaitTimeline(2);
        long end = database.count("select position from ledger_head");
        Told.await("passed over").until(() -> partner.subscription(id).getLong("position") >= end);
        assertThat(ids()).containsExactly(first.toString());
    }

    @Test
    void what_is_granted_and_a_subscription_that_is_ended_leave_a_trace() {
        UUID subject = UUID.nameUUIDFromBytes(("partner " + partner.subject()).getBytes(StandardCharsets.UTF_8));
        var granted = TestTopics.await(Told.TOPIC, PartnerGrants.GRANTED, subject);
        assertThat(Golden.schema(PartnerGrants.GRANTED).validate(granted.tree()))
                .isEmpty();
        assertThat(granted.tree().path("grantedBy").asText()).isEqualTo("admin");
        partner.grant(told.authority());
        partner.grant();
        Told.await("what was taken away")
                .until(() -> TestTopics.count(Told.TOPIC, PartnerGrants.GRANTED, subject) == 2);
        partner.grant(told.authority());
        unsubscribe();
        var ended = TestTopics.await(Told.TOPIC, SubscriptionMessages.ENDED, UUID.fromString(id));
        assertThat(Golden.schema(SubscriptionMessages.ENDED).validate(ended.tree()))
                .isEmpty();
        id = partner.create(Map.of("kind", "topic")).path("id");
    }

    @Test
    void a_topic_that_cannot_be_is_refused() {
        problem(partner.create(Map.of("kind", "topic")).then(), 409, "subscription.topic-taken");
        problem(
                partner.create(Map.of("kind", "topic", "url", "https://x.example"))
                        .then(),
                422,
                "subscription.url");
        problem(partner.create(Map.of()).then(), 422, "subscription.url");
        problem(partner.create(Map.of("kind", "pigeon")).then(), 422, "request.invalid");
        problem(partner.asks().post("/subscriptions/%s/secrets".formatted(id)).then(), 409, "subscription.no-secret");
        problem(Partner.anew().create(Map.of("kind", "topic")).then(), 409, "subscription.nothing-granted");
        for (String subject : List.of("a/b", "a.b")) {
            problem(Partner.of(subject).create(Map.of("kind", "topic")).then(), 422, "subscription.topic-name");
        }
        problem(as(Partner.anew().token()).get("/subscriptions/" + id).then(), 404, "subscription.unknown");
        problem(
                as(told.officer())
                        .body("{}")
                        .contentType("application/json")
                        .post("/subscriptions")
                        .then(),
                403,
                "auth.forbidden");
    }

    @Test
    void of_several_requests_for_the_topic_at_once_one_is_granted() {
        Partner hasty = Partner.anew();
        hasty.grant(told.authority());
        List<Integer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> hasty.create(Map.of("kind", "topic")).statusCode())
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 409, 409, 409);
        hasty.asks()
                .delete("/subscriptions/" + hasty.asks().get("/subscriptions").path("items[0].id"));
    }

    @Test
    void the_document_of_all_events_is_served_with_each_contract_that_it_names() {
        String document =
                given().get("/asyncapi.yaml").then().statusCode(200).extract().asString();
        List<String> contracts = Pattern.compile("\\./(contracts/[^']+\\.json)")
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(contracts).hasSizeGreaterThan(90);
        contracts.forEach(contract -> given().get("/" + contract).then().statusCode(200));
        problem(given().get("/contracts/regulus.x.y.v1.schema.json").then(), 404, "contract.unknown");
        problem(given().get("/contracts/application.properties").then(), 404, "contract.unknown");
    }

    private void awaitOnIt(UUID... events) {
        List<String> wanted = List.of(events).stream().map(UUID::toString).toList();
        Told.await("on the topic").until(() -> ids().size() >= wanted.size());
        assertThat(ids()).isEqualTo(wanted);
    }

    private List<String> ids() {
        return records().stream()
                .map(message -> JsonPath.from(text(message.value())).getString("id"))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        try (Admin admin = Admin.create(broker)) {
            return admin.listTopics().names().get().contains(topic) ? TestTopics.records(topic) : List.of();
        } catch (java.util.concurrent.ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** It takes no record at all, or what is usual. */
    private void configure(AlterConfigOp.OpType operation) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(broker)) {
            admin.incrementalAlterConfigs(Map.of(
                            resource, List.of(new AlterConfigOp(new ConfigEntry("max.message.bytes", "1"), operation))))
                    .all()
                    .get();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
