package org.regulus.inspection.draw.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;
import org.regulus.inspection.draw.ConsistentSampler;
import org.regulus.inspection.draw.Draw;

/** What a draw is made from, of whatever size, and what is not drawn from. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DrawFrameIT extends InJuly {

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
    void the_cases_of_one_operator_keep_to_the_cap_together_however_many_chunks_they_fill() throws Exception {
        ManyCases.of(stage, 250, database);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update known_case set operator_id = '%s' where campaign_id = '%s'"
                    .formatted(UUID.randomUUID(), stage.campaign));
        }
        Response committed = stage.as("campaign-manager")
                .body(Map.of(
                        "campaignId",
                        stage.campaign,
                        "sampleSize",
                        1,
                        "seedSource",
                        "24 dice",
                        "frame",
                        Map.of("yearlyCap", 1)))
                .post("/draws");
        committed.then().statusCode(201).body("frameSize", equalTo(1));
        given().get("/draws/%s/commitment".formatted(committed.jsonPath().getString("id")))
                .then()
                .body("excluded.yearlyCap", equalTo(249));
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
