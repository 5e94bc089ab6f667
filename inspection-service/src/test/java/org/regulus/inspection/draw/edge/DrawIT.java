package org.regulus.inspection.draw.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;
import org.regulus.inspection.Stage;
import org.regulus.inspection.draw.ConsistentSampler;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.SeedRule;

/** Draws through the API: commitment, seed, record. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DrawIT {

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    private final Stage stage = new Stage();

    @BeforeEach
    void in_july() {
        clock.moveTo(Instant.parse("2019-07-24T02:00:00Z"));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void what_nobody_here_knows_does_not_keep_the_next_from_being_heard() {
        UUID caseId = UUID.randomUUID();
        stage.operatorOf.put(caseId, UUID.randomUUID());
        for (String type : List.of("regulus.filing.coffee-served.v1", "regulus.filing.case-opened.v2")) {
            stage.tellType(UUID.randomUUID(), type, caseId, Map.of("caseId", List.of("of another shape")));
        }
        stage.open(caseId);
        await().atMost(Stage.PATIENCE).until(() -> stage.known() == 1);
        assertThat(TestTopics.records("regulus.inspection.dead-letters"))
                .noneMatch(letter -> caseId.toString().equals(letter.key()));
    }

    @Test
    void a_draw_is_committed_then_completed_by_a_seed_and_its_record_can_be_drawn_again() {
        stage.cases(6);
        stage.inspectors(3);
        Response committed = stage.commit(2, null);
        committed.then().statusCode(201).body("frameSize", equalTo(6)).body("seed", equalTo(null));
        String path = "/draws/" + committed.jsonPath().getString("id");
        stage.as("auditor").get(path + "/record").then().statusCode(409).body("code", equalTo("draw.not-completed"));
        List<String> frame = Stage.frame(path);
        assertThat(Draw.digest(given().get(path + "/frame").asString()))
                .isEqualTo(committed.jsonPath().getString("frameDigest"));

        stage.seed(path, committed.header("ETag"), Stage.DICE)
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"));

        JsonPath record =
                given().get(path + "/record").then().statusCode(200).extract().jsonPath();
        List<String> ours = new ConsistentSampler(Stage.DICE).order(frame).subList(0, 2);
        assertThat(record.getList("result.sample.caseId", String.class)).isEqualTo(ours);
        assertThat(frame).isSorted().hasSize(6);
        var completed = TestTopics.await(Stage.TOPIC, "regulus.inspection.draw-completed.v1", stage.campaign);
        assertThat(completed.tree().path("recordDigest").asText())
                .isEqualTo(Draw.digest(stage.as("auditor").get(path + "/record").asString()));
        stage.as("case-officer")
                .get("/inspections?campaign=" + stage.campaign)
                .then()
                .body("items", hasSize(2))
                .body("items[0].inspectorIds", hasSize(2));
        TestTopics.await(Stage.TOPIC, "regulus.inspection.inspection-opened.v1", UUID.fromString(ours.get(0)));
        stage.seed(path, stage.as("auditor").get(path).header("ETag"), Stage.DICE)
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.move-not-allowed"));
        stage.commit(1, null).then().statusCode(422).body("code", equalTo("draw.reason-required"));
        Response redraw = stage.commit(1, "A court ordered it");
        redraw.then().statusCode(201).body("frameSize", equalTo(4));
        abandoned("/draws/" + redraw.jsonPath().getString("id"), committed);
    }

    /** Whoever does not like what a seed will bring cannot hold several commitments, nor hide one. */
    private void abandoned(String path, Response first) {
        stage.commit(1, "And again").then().statusCode(409).body("code", equalTo("draw.open"));
        given().get(path + "/commitment")
                .then()
                .body("previousDraws.drawId", equalTo(List.of(first.jsonPath().getString("id"))))
                .body("previousDraws[0].state", equalTo("completed"))
                .body(
                        "previousDraws[0].commitmentDigest",
                        equalTo(first.jsonPath().getString("commitmentDigest")));
        stage.as("case-officer").body("{}").put(path + "/abandonment").then().statusCode(403);
        abandon(stage, path, stage.etag(path), "").then().statusCode(422);
        abandon(stage, path, "\"99\"", "No beacon").then().statusCode(412);
        abandon(new Stage(), path, stage.etag(path), "No beacon").then().statusCode(404);
        abandon(stage, path, stage.etag(path), "No beacon")
                .then()
                .statusCode(200)
                .body("state", equalTo("abandoned"))
                .body("abandonReason", equalTo("No beacon"));
        TestTopics.await(Stage.TOPIC, "regulus.inspection.draw-abandoned.v1", stage.campaign);
        stage.seed(path, stage.etag(path), Stage.DICE)
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.move-not-allowed"));
        stage.commit(1, "And again").then().statusCode(201);
        given().get("/published-draws?campaign=%s&authority=%s".formatted(stage.campaign, stage.authority))
                .then()
                .statusCode(200)
                .body("items.state", equalTo(List.of("completed", "abandoned", "committed")))
                .body("items[0].commitmentDigest", equalTo(first.jsonPath().getString("commitmentDigest")))
                .body("items[0].recordDigest", notNullValue())
                .body("items[1].abandonReason", equalTo("No beacon"));
        given().get("/published-draws?campaign=%s&authority=NOBODY".formatted(stage.campaign))
                .then()
                .body("items", hasSize(0));
        given().get("/published-draws").then().statusCode(422);
    }

    private static Response abandon(Stage by, String path, String seen, String reason) {
        return by.as("campaign-manager")
                .header("If-Match", seen)
                .body(Map.of("reason", reason))
                .put(path + "/abandonment");
    }

    @Test
    void a_draw_by_strata_weights_and_the_shares_of_two_bodies_is_published_before_and_after_its_seed() {
        stage.cases(6);
        stage.inspectors(2);
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
                stage.campaign,
                "sampleSize",
                3,
                "seedSource",
                "two bodies",
                "seed",
                seed,
                "frame",
                Map.of("strataBy", List.of("province"), "weightBy", "risk-score", "noRepeatMonths", 3));
        Response committed = stage.as("campaign-manager").body(draw).post("/draws");
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
        stage.seed(path, committed.header("ETag"), Stage.DICE)
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.reveal-missing"));
        String etag = revealed(path, shares.get(0));
        clock.moveTo(Instant.parse("2019-07-24T08:00:00Z"));
        reveal(path, shares.get(1)).then().statusCode(409).body("code", equalTo("draw.reveal-late"));
        stage.as("campaign-manager")
                .header("If-Match", etag)
                .body(Map.of("dice", Stage.DICE))
                .put(path + "/seed")
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.own-work"));
        clock.moveTo(Instant.parse("2019-07-24T07:00:00Z"));
        stage.as("campaign-manager")
                .header("If-Match", etag)
                .body(Map.of("reveals", shares))
                .put(path + "/seed")
                .then()
                .statusCode(200);
        given().get(path + "/record").then().statusCode(200).body("result.sample", hasSize(3));
        assertThat(Stage.frame(path)).allMatch(line -> line.endsWith(",44,18"));
        given().get(path + "/reveals").then().body("party", equalTo(List.of("authority", "council")));
        assertThat(TestTopics.all(Stage.TOPIC, "regulus.inspection.draw-share-revealed.v1", stage.campaign))
                .hasSize(2);
    }

    /** A share that came stays, whoever gives the seed; the same one again is known. */
    private String revealed(String path, SeedRule.Reveal share) {
        reveal(path, share).then().statusCode(200).body("party", equalTo(List.of(share.party())));
        reveal(path, share).then().statusCode(200).body("party", hasSize(1));
        reveal(path, new SeedRule.Reveal("nobody", share.nonce(), share.share()))
                .then()
                .statusCode(404)
                .body("code", equalTo("draw.party-unknown"));
        given().get(path + "/reveals").then().statusCode(200).body("[0].revealedAt", startsWith("2019-07-24T02:00"));
        for (String change : List.of("update seed_reveal set share = 'x'", "delete from seed_reveal")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(change);
                fail("A revealed share was changed");
            } catch (SQLException refused) {
                assertThat(refused.getMessage()).contains("final");
            }
        }
        return stage.etag(path);
    }

    private Response reveal(String path, SeedRule.Reveal share) {
        return stage.as("campaign-manager")
                .body(Map.of("nonce", share.nonce(), "share", share.share()))
                .put(path + "/reveals/" + share.party());
    }

    @Test
    void cases_are_drawn_by_the_credit_class_that_came_with_them() {
        stage.cases(2);
        UUID unclassed = UUID.randomUUID();
        stage.operatorOf.put(unclassed, UUID.randomUUID());
        stage.open(unclassed, null);
        stage.tell(UUID.randomUUID(), "filing-submitted", unclassed, Map.of());
        await().atMost(Stage.PATIENCE).until(() -> stage.filed() == 3);
        stage.inspectors(2);
        Map<String, Object> ratios = new LinkedHashMap<>(Map.of("A", 1, "B", 4, "C", 15, "D", 75));
        Map<String, Object> draw = Map.of(
                "campaignId",
                stage.campaign,
                "sampleSize",
                2,
                "seedSource",
                "24 dice",
                "frame",
                Map.of("strataBy", List.of("credit-class"), "weightBy", "credit-class", "creditRatios", ratios));
        stage.as("campaign-manager")
                .body(draw)
                .post("/draws")
                .then()
                .statusCode(422)
                .body("code", equalTo("draw.credit-ratios"));
        ratios.put("none", 7);
        Response committed = stage.as("campaign-manager").body(draw).post("/draws");
        committed.then().statusCode(201);
        String path = "/draws/" + committed.jsonPath().getString("id");
        stage.seed(path, committed.header("ETag"), Stage.DICE).then().statusCode(200);
        JsonPath record =
                given().get(path + "/record").then().statusCode(200).extract().jsonPath();
        assertThat(record.getString("format")).isEqualTo("regulus-draw-record-4");
        assertThat(Stage.frame(path))
                .contains(unclassed + ",none,7,none")
                .filteredOn(line -> line.endsWith(",B,4,B"))
                .hasSize(2);
        assertThat(record.getInt("commitment.frameRules.creditRatios.D")).isEqualTo(75);
        ratios.put("A", 0);
        stage.as("campaign-manager").body(draw).post("/draws").then().statusCode(422);
    }

    @Test
    void a_case_that_comes_under_inspection_between_commitment_and_seed_is_drawn_but_not_inspected_twice() {
        stage.cases(3);
        stage.inspectors(2);
        Response committed = stage.commit(2, null);
        String path = "/draws/" + committed.jsonPath().getString("id");
        List<String> order = new ConsistentSampler(Stage.DICE)
                .order(stage.operatorOf.keySet().stream().map(UUID::toString).toList());
        UUID risky = UUID.fromString(order.get(0));
        stage.tell(UUID.randomUUID(), "risk-triaged", risky, Map.of("outcome", "inspect"));
        await().atMost(Stage.PATIENCE).until(() -> causes(risky), List.of("risk")::equals);

        stage.seed(path, committed.header("ETag"), Stage.DICE).then().statusCode(200);
        assertThat(causes(risky)).containsExactly("risk");
        stage.as("campaign-manager")
                .body(Map.of("caseId", risky, "reason", "already-inspected", "explanation", "For a risk"))
                .post(path + "/replacements")
                .then()
                .statusCode(201)
                .body("substituteCaseId", equalTo(order.get(2)));
        assertThat(causes(risky)).containsExactly("risk");
        assertThat(causes(UUID.fromString(order.get(2)))).containsExactly("drawn");
    }

    @Test
    void a_case_that_is_transferred_or_closed_before_the_seed_is_drawn_but_not_inspected_and_stays_as_it_is_known()
            throws Exception {
        stage.cases(4);
        stage.inspectors(2);
        Response committed = stage.commit(3, null);
        String path = "/draws/" + committed.jsonPath().getString("id");
        List<String> order = new ConsistentSampler(Stage.DICE)
                .order(stage.operatorOf.keySet().stream().map(UUID::toString).toList());
        Stage other = new Stage();
        TestTopics.send(
                UUID.randomUUID(),
                Stage.FILING,
                "regulus.filing.case-transferred.v1",
                UUID.fromString(order.get(0)),
                other.authority,
                new AggregateVersion("case", UUID.fromString(order.get(0)), 9),
                Map.of("caseId", order.get(0)));
        await().atMost(Stage.PATIENCE).until(() -> stage.known() == 3);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update known_case set closed = true where id = '%s'".formatted(order.get(1)));
            var seeded = CompletableFuture.supplyAsync(() -> stage.seed(path, committed.header("ETag"), Stage.DICE));
            await().atMost(Stage.PATIENCE).until(() -> waiting() > 0);
            connection.commit();
            seeded.join().then().statusCode(200);
        }

        given().get(path + "/record").then().body("result.sample.caseId", equalTo(order.subList(0, 3)));
        assertThat(other.as("auditor").get("/inspections").jsonPath().getList("items"))
                .isEmpty();
        assertThat(causes(UUID.fromString(order.get(1)))).isEmpty();
        assertThat(causes(UUID.fromString(order.get(2)))).containsExactly("drawn");
        assertThat(known(order.get(1), "closed")).isTrue();
        stage.as("campaign-manager")
                .body(Map.of("caseId", order.get(0), "reason", "case-transferred", "explanation", "It is another's"))
                .post(path + "/replacements")
                .then()
                .statusCode(201)
                .body("substituteCaseId", equalTo(order.get(3)));
    }

    @Test
    void inspectors_are_drawn_from_those_committed_to_and_whoever_drops_out_is_named() {
        stage.cases(2);
        stage.inspectors(4);
        Response committed = stage.commit(2, null);
        String path = "/draws/" + committed.jsonPath().getString("id");
        List<String> register = given().get(path + "/commitment").jsonPath().getList("inspectorRegister", String.class);
        assertThat(register).hasSize(4);
        UUID operator = stage.operatorOf.values().iterator().next();
        change(register.get(0), List.of(operator), true).then().statusCode(200);
        change(register.get(0), List.of(), true).then().statusCode(200).body("recusedOperators", hasSize(1));
        change(register.get(1), List.of(), false).then().statusCode(200);
        stage.as("campaign-manager")
                .body(entry("S-late", List.of(), true))
                .post("/inspectors")
                .then()
                .statusCode(201);

        stage.seed(path, committed.header("ETag"), Stage.DICE).then().statusCode(200);

        JsonPath record = given().get(path + "/record").jsonPath();
        assertThat(record.getList("result.inspectorRegister", String.class)).isEqualTo(register);
        String ofOperator = stage.operatorOf.keySet().iterator().next().toString();
        assertThat(record.getList("result.inspectors.find { it.caseId == '%s' }.excluded".formatted(ofOperator)))
                .isEqualTo(List.of(
                        Map.of("inspectorId", register.get(0), "reason", "recused"),
                        Map.of("inspectorId", register.get(1), "reason", "inactive")));
    }

    private Response change(String inspector, List<UUID> recused, boolean active) {
        String path = "/inspectors/" + inspector;
        String number = stage.as("auditor").get(path).jsonPath().getString("staffNumber");
        return stage.as("campaign-manager")
                .header("If-Match", stage.etag(path))
                .body(entry(number, recused, active))
                .put(path);
    }

    private static Map<String, Object> entry(String staffNumber, List<UUID> recused, boolean active) {
        return Map.of("name", "Inspector", "staffNumber", staffNumber, "recusedOperators", recused, "active", active);
    }

    @Test
    void what_an_event_says_of_a_case_leaves_what_a_draw_says_at_the_same_time() throws Exception {
        stage.cases(1);
        UUID caseId = stage.operatorOf.keySet().iterator().next();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update known_case set inspected = true where id = '%s'".formatted(caseId));
            stage.tell(UUID.randomUUID(), "case-closed", caseId, Map.of());
            await().atMost(Stage.PATIENCE).until(() -> waiting() > 0);
            connection.commit();
        }
        await().atMost(Stage.PATIENCE).until(() -> known(caseId.toString(), "closed"));
        assertThat(known(caseId.toString(), "inspected")).isTrue();
    }

    /** How many sessions wait for a lock on a row of the cases. */
    private int waiting() throws Exception {
        return asked(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%known_case%'",
                row -> row.getInt(1));
    }

    private boolean known(String caseId, String column) throws Exception {
        return asked("select %s from known_case where id = '%s'".formatted(column, caseId), row -> row.getBoolean(1));
    }

    private interface Read<T> {
        T of(java.sql.ResultSet row) throws java.sql.SQLException;
    }

    private <T> T asked(String question, Read<T> read) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return read.of(rows);
        }
    }

    private List<String> causes(UUID caseId) {
        return stage.as("auditor").get("/inspections?case=" + caseId).jsonPath().getList("items.cause");
    }

    @Test
    void of_many_first_draws_at_the_same_time_one_needs_no_reason() {
        stage.cases(1);
        List<Integer> answers = Stream.of(1, 1, 1, 1, 1, 1)
                .map(size -> CompletableFuture.supplyAsync(() -> stage.commit(size, null)))
                .toList()
                .stream()
                .map(one -> one.join().statusCode())
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(201, 422, 422, 422, 422, 422);
    }

    /** A chunk is a hundred units here, and a frame has at most three thousand. */
    @Test
    void a_frame_of_thousands_is_frozen_published_and_drawn_from_in_chunks() throws Exception {
        ManyCases.of(stage, 2_500, database);
        stage.inspectors(2);
        Response committed = stage.commit(3, null);
        committed.then().statusCode(201).body("frameSize", equalTo(2_500));
        String path = "/draws/" + committed.jsonPath().getString("id");
        List<String> frame = Stage.frame(path);
        assertThat(frame).isSorted().hasSize(2_500);
        assertThat(Draw.digest(String.join("\n", frame) + "\n"))
                .isEqualTo(committed.jsonPath().getString("frameDigest"));

        stage.seed(path, committed.header("ETag"), Stage.DICE).then().statusCode(200);
        List<String> order = new ConsistentSampler(Stage.DICE).order(frame);
        JsonPath record = given().get(path + "/record").jsonPath();
        assertThat(record.getList("result.sample.caseId", String.class)).isEqualTo(order.subList(0, 3));
        stage.as("campaign-manager")
                .body(Map.of("caseId", order.get(1), "reason", "other", "explanation", "Its licence was handed back"))
                .post(path + "/replacements")
                .then()
                .statusCode(201)
                .body("substituteCaseId", equalTo(order.get(3)));

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String change : List.of(
                    "update draw_frame_chunk set lines = ''",
                    "delete from draw_frame_chunk",
                    "insert into draw_frame_chunk select draw_id, number + 1000, lines from draw_frame_chunk")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .hasMessageContaining("the frame of a draw is final");
            }
        }
        ManyCases.of(stage, 600, database);
        stage.commit(1, "again").then().statusCode(413).body("code", equalTo("draw.frame-too-large"));
        stage.as("auditor").get("/draws?campaign=" + stage.campaign).then().body("items", hasSize(1));
    }

    @Test
    void a_draw_of_before_gives_its_frame_from_its_one_text() throws Exception {
        UUID old = UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into draw (id, authority, campaign_id, state, algorithm, frame, frame_size, frame_digest, sample_size, seed_source, committed_at, announced, version)
                    values ('%s', '%s', '%s', 'committed', 'rivest-consistent-sampler-1', E'a\nb', 2, '', 1, 'dice', now(), 1, 0)"""
                            .formatted(old, stage.authority, stage.campaign));
        }
        assertThat(given().get("/draws/" + old + "/frame").asString()).isEqualTo("a\nb\n");
        given().get("/draws/" + UUID.randomUUID() + "/frame").then().statusCode(404);
    }

    @Test
    void a_draw_of_before_there_were_commitments_is_not_completed() throws Exception {
        UUID old = UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into draw (id, authority, campaign_id, state, algorithm, frame, frame_size, frame_digest, sample_size, seed_source, committed_at, announced, version)
                    values ('%s', '%s', '%s', 'committed', 'rivest-consistent-sampler-1', 'a', 1, '', 1, 'dice', now(), 1, 0)"""
                            .formatted(old, stage.authority, stage.campaign));
        }
        stage.seed("/draws/" + old, "\"0\"", Stage.DICE)
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.older-format"));
    }

    @Test
    void a_draw_that_says_too_little_about_its_seed_or_too_much_about_its_frame_is_refused() {
        stage.cases(1);
        Map<String, Object> draw = new LinkedHashMap<>(Map.of(
                "campaignId",
                stage.campaign,
                "sampleSize",
                1,
                "seedSource",
                "drand",
                "seed",
                Map.of("kind", "beacon")));
        stage.as("campaign-manager")
                .body(draw)
                .post("/draws")
                .then()
                .statusCode(422)
                .body("code", equalTo("draw.seed-rule"));
        draw.put("seed", Map.of("kind", "beacon", "chain", "quicknet", "round", 1));
        stage.as("campaign-manager").body(draw).post("/draws").then().statusCode(201);
        draw.put("reason", "again");
        draw.put("frame", Map.of("provinces", List.of("Guangdong"), "yearlyCap", 0));
        stage.as("campaign-manager")
                .body(draw)
                .post("/draws")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
    }
}
