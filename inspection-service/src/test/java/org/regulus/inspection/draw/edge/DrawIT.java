package org.regulus.inspection.draw.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;
import org.regulus.inspection.draw.ConsistentSampler;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.SeedRule;

/** Draws through the API: commitment, seed, record. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DrawIT extends InJuly {

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
        Response third = stage.commit(1, "And again");
        third.then().statusCode(201);
        given().get("/draws/%s/commitment".formatted(third.jsonPath().getString("id")))
                .then()
                .body("previousDraws.state", equalTo(List.of("completed", "abandoned")));
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
}
