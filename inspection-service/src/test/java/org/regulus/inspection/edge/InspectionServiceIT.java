package org.regulus.inspection.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.inspection.draw.ConsistentSampler;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.SeedRule;

/** From filed cases over the draw and the interview to the conclusion, through the API, with an authority of its own for each test. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class InspectionServiceIT {

    private static final String FILING = "regulus.filing.events";
    private static final String TOPIC = "regulus.inspection.events";
    private static final String DICE = "142536142536142536142536";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    MovableClock clock;

    private final String authority = Tokens.freshAuthority();
    private final UUID campaign = UUID.randomUUID();
    private final Map<UUID, UUID> operatorOf = new LinkedHashMap<>();

    @BeforeEach
    void in_july() {
        clock.moveTo(Instant.parse("2019-07-24T02:00:00Z"));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_draw_is_committed_then_completed_by_a_seed_and_its_record_can_be_drawn_again() {
        cases(6);
        inspectors(3);
        Response committed = commit(2, null);
        committed.then().statusCode(201).body("frameSize", equalTo(6)).body("seed", equalTo(null));
        String path = "/draws/" + committed.jsonPath().getString("id");
        as("auditor").get(path + "/record").then().statusCode(409).body("code", equalTo("draw.not-completed"));

        seed(path, committed.header("ETag"), DICE).then().statusCode(200).body("state", equalTo("completed"));

        JsonPath record =
                given().get(path + "/record").then().statusCode(200).extract().jsonPath();
        List<String> frame = record.getList("frame");
        List<String> ours = new ConsistentSampler(DICE).order(frame).subList(0, 2);
        assertThat(record.getList("result.sample.caseId", String.class)).isEqualTo(ours);
        assertThat(frame).isSorted().hasSize(6);
        var completed = TestTopics.await(TOPIC, "regulus.inspection.draw-completed.v1", campaign);
        assertThat(completed.tree().path("recordDigest").asText())
                .isEqualTo(Draw.digest(as("auditor").get(path + "/record").asString()));
        as("case-officer")
                .get("/inspections?campaign=" + campaign)
                .then()
                .body("items", hasSize(2))
                .body("items[0].inspectorIds", hasSize(2));
        TestTopics.await(TOPIC, "regulus.inspection.inspection-opened.v1", UUID.fromString(ours.get(0)));
        seed(path, as("auditor").get(path).header("ETag"), DICE)
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.move-not-allowed"));
        commit(1, null).then().statusCode(422).body("code", equalTo("draw.reason-required"));
        commit(1, "A court ordered it").then().statusCode(201).body("frameSize", equalTo(4));
    }

    @Test
    void a_draw_by_strata_weights_and_the_shares_of_two_bodies_is_published_before_and_after_its_seed() {
        cases(6);
        inspectors(2);
        List<SeedRule.Reveal> shares = List.of(
                new SeedRule.Reveal("authority", "a".repeat(64), "12345678901234567890"),
                new SeedRule.Reveal("council", "b".repeat(64), "98765432109876543210"));
        Map<String, Object> seed = Map.of(
                "kind",
                "commit-reveal",
                "revealBy",
                "2019-07-24T08:00:00Z",
                "parties",
                shares.stream()
                        .map(share ->
                                Map.of("name", share.party(), "commitment", Draw.digest(share.nonce() + share.share())))
                        .toList());
        Map<String, Object> draw = Map.of(
                "campaignId",
                campaign,
                "sampleSize",
                3,
                "seedSource",
                "two bodies",
                "seed",
                seed,
                "frame",
                Map.of("strataBy", List.of("province"), "weightBy", "risk-score", "noRepeatMonths", 3));
        Response committed = as("campaign-manager").body(draw).post("/draws");
        committed.then().statusCode(201).body("algorithm", equalTo(Draw.STRATIFIED));
        String path = "/draws/" + committed.jsonPath().getString("id");

        given().get(path + "/commitment")
                .then()
                .statusCode(200)
                .body("strata[0].name", equalTo("44"))
                .body("strata[0].take", equalTo(3))
                .body("seed.fallback", equalTo("dice"));
        assertThat(Draw.digest(given().get(path + "/commitment").asString()))
                .isEqualTo(committed.jsonPath().getString("commitmentDigest"));
        given().get("/draws/" + UUID.randomUUID() + "/commitment").then().statusCode(404);
        seed(path, committed.header("ETag"), DICE).then().statusCode(409).body("code", equalTo("draw.reveal-missing"));
        as("campaign-manager")
                .header("If-Match", committed.header("ETag"))
                .body(Map.of("reveals", shares))
                .put(path + "/seed")
                .then()
                .statusCode(200);
        given().get(path + "/record")
                .then()
                .statusCode(200)
                .body("result.sample", hasSize(3))
                .body("frame[0]", endsWith(",44,18"));
    }

    @Test
    void a_draw_that_says_too_little_about_its_seed_or_too_much_about_its_frame_is_refused() {
        cases(1);
        Map<String, Object> draw = new LinkedHashMap<>(Map.of(
                "campaignId", campaign, "sampleSize", 1, "seedSource", "drand", "seed", Map.of("kind", "beacon")));
        as("campaign-manager").body(draw).post("/draws").then().statusCode(422).body("code", equalTo("draw.seed-rule"));
        draw.put("seed", Map.of("kind", "beacon", "chain", "quicknet", "round", 1));
        as("campaign-manager").body(draw).post("/draws").then().statusCode(201);
        draw.put("reason", "again");
        draw.put("frame", Map.of("provinces", List.of("Guangdong"), "yearlyCap", 0));
        as("campaign-manager").body(draw).post("/draws").then().statusCode(422).body("errors", hasSize(2));
    }

    @Test
    void an_inspection_goes_from_the_draw_to_its_conclusion() {
        String path = "/inspections/" + drawnInspection();
        JsonPath slots = as("case-officer")
                .get(path + "/free-slots?from=2019-08-01&days=2&minutes=120")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        fix(path, etag(path), slots.getString("[0].startsAt"), slots.getString("[0].endsAt"))
                .then()
                .statusCode(200);
        String interview = path + "/interview";
        fix(path, etag(interview), slots.getString("[1].startsAt"), slots.getString("[1].endsAt"))
                .then()
                .statusCode(200);
        conclude(path).then().statusCode(409).body("code", equalTo("inspection.move-not-allowed"));

        clock.moveTo(Instant.parse("2019-08-02T10:00:00Z"));
        as("inspector")
                .header("If-Match", etag(interview))
                .body("{\"heldAt\": \"%s\", \"attendees\": 3, \"summary\": \"read back\"}"
                        .formatted(slots.getString("[1].endsAt")))
                .put(interview + "/record")
                .then()
                .statusCode(200)
                .body("state", equalTo("held"));
        as("inspector")
                .header("If-Match", etag(path))
                .body(
                        "{\"findings\": [{\"item\": \"GP-01\", \"severity\": \"major\", \"legalReference\": \"Order 11, Art. 11\", \"text\": \"none\"}]}")
                .put(path + "/findings")
                .then()
                .statusCode(200);
        conclude(path).then().statusCode(200).body("outcome", equalTo("issues"));

        UUID caseId = UUID.fromString(as("case-officer").get(path).jsonPath().getString("caseId"));
        var concluded = TestTopics.await(TOPIC, "regulus.inspection.inspection-concluded.v1", caseId);
        assertThat(concluded.tree().path("findings")).hasSize(1);
        assertThat(concluded.json()).doesNotContain("none");
        TestTopics.await(TOPIC, "regulus.inspection.interview-rescheduled.v1", caseId);
        TestTopics.await(TOPIC, "regulus.inspection.interview-held.v1", caseId);
        asOperator(operatorOf.get(caseId)).get(path).then().statusCode(200).body("findings", notNullValue());
        asOperator(UUID.randomUUID()).get(path).then().statusCode(404);
    }

    @Test
    void of_many_who_want_the_same_inspectors_at_the_same_time_one_gets_them() {
        cases(5);
        inspectors(2);
        Response committed = commit(5, null);
        seed("/draws/" + committed.jsonPath().getString("id"), committed.header("ETag"), DICE)
                .then()
                .statusCode(200);
        List<String> ids = as("case-officer")
                .get("/inspections?campaign=" + campaign)
                .jsonPath()
                .getList("items.id");
        assertThat(ids).hasSize(5);

        List<CompletableFuture<Response>> race = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> fix(
                        "/inspections/" + id,
                        etag("/inspections/" + id),
                        "2019-08-01T01:00:00Z",
                        "2019-08-01T03:00:00Z")))
                .toList();
        List<Response> answers = race.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("interview.inspector-busy"));
    }

    @Test
    void an_overdue_filing_and_a_risk_give_cause_once() {
        cases(1);
        UUID caseId = operatorOf.keySet().iterator().next();
        UUID eventId = UUID.randomUUID();
        tell(eventId, "filing-overdue", caseId, Map.of());
        tell(eventId, "filing-overdue", caseId, Map.of());
        tell(UUID.randomUUID(), "risk-triaged", caseId, Map.of("outcome", "inspect"));
        UUID marker = UUID.randomUUID();
        operatorOf.put(marker, UUID.randomUUID());
        open(marker);
        tell(UUID.randomUUID(), "risk-triaged", marker, Map.of("outcome", "no-action"));

        await().atMost(PATIENCE)
                .until(() -> as("case-officer")
                                .get("/inspections?case=" + caseId)
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        await().atMost(PATIENCE).until(() -> known() == 2);
        as("case-officer")
                .get("/inspections?cause=overdue&campaign=" + campaign)
                .then()
                .body("items", hasSize(1));
        as("case-officer").get("/inspections?case=" + marker).then().body("items", hasSize(0));

        inspectors(2);
        String path = "/inspections/"
                + as("case-officer")
                        .get("/inspections?case=" + caseId)
                        .jsonPath()
                        .getString("items[0].id");
        as("case-officer")
                .header("If-Match", etag(path))
                .body("{\"seed\": \"" + DICE + "\"}")
                .put(path + "/inspectors")
                .then()
                .statusCode(200)
                .body("inspectorIds", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/inspections", "/inspectors", "/draws", "/cases?campaign=01976a2e-5c00-7000-8000-000000000002"})
    void a_token_that_is_not_of_this_realm_audience_and_time_opens_nothing(String path) {
        TokenRefusals.check(path);
    }

    @Test
    void the_wrong_role_and_the_wrong_authority_get_nowhere() {
        String path = "/inspections/" + drawnInspection();
        for (String move : List.of("inspectors", "interview", "interview/record", "findings", "conclusion")) {
            as("auditor").body("{}").put(path + "/" + move).then().statusCode(403);
            asOperator(UUID.randomUUID())
                    .body("{}")
                    .put(path + "/" + move)
                    .then()
                    .statusCode(403);
        }
        as("case-officer").body("{}").post("/draws").then().statusCode(403);
        as("case-officer").body("{}").post("/inspectors").then().statusCode(403);
        asOperator(UUID.randomUUID()).get("/inspectors").then().statusCode(403);
        asOperator(UUID.randomUUID())
                .get(path + "/free-slots?from=2019-08-01")
                .then()
                .statusCode(403);
        RequestSpecification foreign =
                given().auth().oauth2(Tokens.officer("case-officer", "GDCA")).contentType("application/json");
        foreign.get(path).then().statusCode(404).body("code", equalTo("inspection.unknown"));
        foreign.get("/inspections?campaign=" + campaign).then().body("items", hasSize(0));
        foreign.get("/cases?campaign=" + campaign).then().body("total", equalTo(0));
        foreign.header("If-Match", "\"0\"")
                .body("{}")
                .put(path + "/conclusion")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.officer("campaign-manager", "GDCA"))
                .contentType("application/json")
                .body(Map.of("campaignId", campaign, "sampleSize", 1, "seedSource", "dice"))
                .post("/draws")
                .then()
                .statusCode(422)
                .body("code", equalTo("draw.sample-size"));
    }

    @Test
    void bad_input_is_said_to_be_so() {
        String path = "/inspections/" + drawnInspection();
        fix(path, null, "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z").then().statusCode(428);
        fix(path, "\"99\"", "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(412);
        fix(path, etag(path), "2019-08-03T01:00:00Z", "2019-08-03T03:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("interview.not-a-working-day"));
        fix(path, etag(path), "2019-07-24T01:00:00Z", "2019-07-24T02:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("interview.in-the-past"));
        as("inspector")
                .header("If-Match", "\"0\"")
                .body("{\"findings\": [{\"item\": \"\", \"severity\": \"huge\"}]}")
                .put(path + "/findings")
                .then()
                .statusCode(422)
                .body("errors", hasSize(4));
        as("campaign-manager")
                .body("{\"campaignId\": \"x\"}")
                .post("/draws")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.malformed"));
        as("case-officer").get("/inspections/" + UUID.randomUUID()).then().statusCode(404);
        as("case-officer").get(path + "/free-slots").then().statusCode(422);
    }

    private void cases(int count) {
        IntStream.range(0, count).forEach(i -> operatorOf.put(UUID.randomUUID(), UUID.randomUUID()));
        operatorOf.keySet().forEach(caseId -> {
            open(caseId);
            tell(UUID.randomUUID(), "filing-submitted", caseId, Map.of("riskScore", 17));
        });
        await().atMost(PATIENCE).until(() -> known() == count && filed() == count);
    }

    private void open(UUID caseId) {
        Map<String, Object> opened =
                new LinkedHashMap<>(Golden.sampleTree("regulus.filing.case-opened.v1").properties().stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        opened.putAll(Map.of("campaignId", campaign, "operatorId", operatorOf.get(caseId), "authority", authority));
        tell(UUID.randomUUID(), "case-opened", caseId, opened);
    }

    private void tell(UUID eventId, String name, UUID caseId, Map<String, Object> data) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("caseId", caseId);
        TestTopics.send(
                eventId,
                FILING,
                "regulus.filing.%s.v1".formatted(name),
                caseId,
                authority,
                new AggregateVersion("case", caseId, 1),
                whole);
    }

    private int known() {
        return as("case-officer").get("/cases?campaign=" + campaign).jsonPath().getInt("total");
    }

    private long filed() {
        return as("case-officer").get("/cases?campaign=" + campaign).jsonPath().getList("items.filing").stream()
                .filter("submitted"::equals)
                .count();
    }

    private void inspectors(int count) {
        for (int i = 0; i < count; i++) {
            as("campaign-manager")
                    .body(Map.of(
                            "name",
                            "Inspector",
                            "staffNumber",
                            "S-" + i,
                            "recusedOperators",
                            List.of(),
                            "active",
                            true))
                    .post("/inspectors")
                    .then()
                    .statusCode(201);
        }
    }

    private String drawnInspection() {
        cases(1);
        inspectors(2);
        Response committed = commit(1, null);
        seed("/draws/" + committed.jsonPath().getString("id"), committed.header("ETag"), DICE)
                .then()
                .statusCode(200);
        return as("case-officer")
                .get("/inspections?campaign=" + campaign)
                .jsonPath()
                .getString("items[0].id");
    }

    private Response commit(int size, String reason) {
        Map<String, Object> draw =
                new LinkedHashMap<>(Map.of("campaignId", campaign, "sampleSize", size, "seedSource", "24 dice"));
        draw.put("reason", reason);
        return as("campaign-manager").body(draw).post("/draws");
    }

    private Response seed(String path, String etag, String seed) {
        return as("campaign-manager")
                .header("If-Match", etag)
                .body(Map.of("seed", seed))
                .put(path + "/seed");
    }

    private Response fix(String path, String etag, String startsAt, String endsAt) {
        RequestSpecification request =
                as("case-officer").body(Map.of("startsAt", startsAt, "endsAt", endsAt, "place", "Room 1"));
        return (etag == null ? request : request.header("If-Match", etag)).put(path + "/interview");
    }

    private Response conclude(String path) {
        return as("inspector").header("If-Match", etag(path)).body("{}").put(path + "/conclusion");
    }

    private String etag(String path) {
        return as("case-officer").get(path).header("ETag");
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.officer(role, authority)).contentType("application/json");
    }

    private static RequestSpecification asOperator(UUID operator) {
        return given().auth().oauth2(Tokens.operator(operator)).contentType("application/json");
    }
}
