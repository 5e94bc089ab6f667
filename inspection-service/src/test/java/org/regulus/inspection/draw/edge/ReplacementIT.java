package org.regulus.inspection.draw.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;
import org.regulus.inspection.Stage;
import org.regulus.inspection.draw.ConsistentSampler;
import org.regulus.inspection.draw.Draw;

/** A drawn case that falls out is replaced by the next ticket, for everybody to see. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ReplacementIT {

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    private final Stage stage = new Stage();
    private String draw;
    private List<String> order;

    @BeforeEach
    void a_draw_of_two_of_five() {
        clock.moveTo(Instant.parse("2019-07-24T02:00:00Z"));
        stage.cases(5);
        stage.inspectors(4);
        Response committed = stage.commit(2, null);
        draw = "/draws/" + committed.jsonPath().getString("id");
        replace("operator-ceased", stage.operatorOf.keySet().iterator().next().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.not-completed"));
        stage.seed(draw, committed.header("ETag"), Stage.DICE).then().statusCode(200);
        order = new ConsistentSampler(Stage.DICE).order(Stage.frame(draw));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    private Response replace(String reason, String caseId) {
        return stage.as("campaign-manager")
                .body(Map.of("caseId", caseId, "reason", reason, "explanation", "Its licence was handed back"))
                .post(draw + "/replacements");
    }

    private JsonPath inspection(String caseId) {
        return stage.as("auditor").get("/inspections?case=" + caseId).jsonPath();
    }

    @Test
    void the_next_ticket_that_can_be_inspected_takes_the_place_and_the_record_of_the_draw_stays() {
        String record = given().get(draw + "/record").asString();
        String path = "/inspections/" + inspection(order.get(0)).getString("items[0].id");
        stage.approved(path);
        stage.fix(path, stage.etag(path), "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(200);
        UUID operator = stage.operatorOf.get(UUID.fromString(order.get(0)));
        stage.askForRecusal(operator, path).then().statusCode(201);
        stage.tell(UUID.randomUUID(), "case-closed", UUID.fromString(order.get(2)), Map.of());
        await().atMost(Stage.PATIENCE).until(() -> stage.as("auditor")
                .get("/cases?campaign=" + stage.campaign)
                .jsonPath()
                .getList("items.closed")
                .contains(true));

        Response made = replace("operator-ceased", order.get(0));

        made.then().statusCode(201).body("number", equalTo(1)).body("substituteCaseId", equalTo(order.get(3)));
        assertThat(given().get(draw + "/record").asString()).isEqualTo(record);
        assertThat(inspection(order.get(0)).getString("items[0].state")).isEqualTo("replaced");
        assertThat(inspection(order.get(3)).getString("items[0].cause")).isEqualTo("drawn");
        assertThat(inspection(order.get(3)).getList("items[0].inspectorIds")).hasSize(2);
        stage.as("auditor").get(path + "/interview").then().body("state", equalTo("cancelled"));
        stage.as("auditor")
                .get(path + "/requests")
                .then()
                .body("items[0].state", equalTo("lapsed"))
                .body("items[0].lapseReason", equalTo("inspection-replaced"))
                .body("items[0].lapsedAt", notNullValue());
        stage.askForRecusal(operator, path).then().statusCode(409).body("code", equalTo("inspection.move-not-allowed"));
        stage.fix(path, stage.etag(path + "/interview"), "2019-08-02T01:00:00Z", "2019-08-02T03:00:00Z")
                .then()
                .statusCode(409);
        published(record, made);
        announced(made);
        replace("other", order.get(0)).then().statusCode(409).body("code", equalTo("draw.case-not-drawn"));
    }

    /** What everybody can read is chained to the draw record, and names who was passed over. */
    private void published(String record, Response made) {
        String line = given().get(draw + "/replacements")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .strip();
        JsonPath published = JsonPath.from(line);
        assertThat(published.getString("replacement.previousDigest")).isEqualTo(Draw.digest(record));
        assertThat(published.getList("replacement.skipped")).isEqualTo(List.of(skipped(order.get(2))));
        assertThat(Draw.digest(line)).isEqualTo(made.jsonPath().getString("replacementDigest"));
    }

    private static Map<String, String> skipped(String caseId) {
        return Map.of("caseId", caseId, "reason", "closed");
    }

    private void announced(Response made) {
        var told = TestTopics.await(Stage.TOPIC, "regulus.inspection.draw-replacement-made.v1", stage.campaign);
        assertThat(told.tree().path("replacementDigest").asText())
                .isEqualTo(made.jsonPath().getString("replacementDigest"));
        UUID removed = UUID.fromString(order.get(0));
        TestTopics.await(Stage.TOPIC, "regulus.inspection.inspection-replaced.v1", removed);
        TestTopics.await(Stage.TOPIC, "regulus.inspection.interview-cancelled.v1", removed);
        TestTopics.await(Stage.TOPIC, "regulus.inspection.request-lapsed.v1", removed);
        TestTopics.await(Stage.TOPIC, "regulus.inspection.inspection-opened.v1", UUID.fromString(order.get(3)));
    }

    @Test
    void two_at_the_same_time_take_two_tickets_and_a_stratum_has_only_so_many() {
        List<Response> race = Stream.of(order.get(0), order.get(1))
                .map(one -> CompletableFuture.supplyAsync(() -> replace("other", one)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(race).allSatisfy(one -> one.then().statusCode(201));
        assertThat(race.stream().map(one -> one.jsonPath().getString("substituteCaseId")))
                .containsExactlyInAnyOrder(order.get(2), order.get(3));
        assertThat(given().get(draw + "/replacements").asString().lines()).hasSize(2);
        replace("other", order.get(2)).then().statusCode(201);
        replace("other", order.get(3)).then().statusCode(409).body("code", equalTo("draw.no-ticket-left"));
        stage.as("auditor")
                .get("/inspection-figures?campaign=" + stage.campaign)
                .then()
                .body("[0].opened", equalTo(5))
                .body("[0].replaced", equalTo(3));
    }

    @Test
    void the_same_request_twice_replaces_once_and_under_another_address_it_is_another() {
        for (int i = 0; i < 2; i++) {
            withKey(draw).then().statusCode(201).body("number", equalTo(1));
        }
        withKey("/draws/" + UUID.randomUUID()).then().statusCode(409).body("code", equalTo("idempotency.key-reused"));
    }

    private Response withKey(String draw) {
        return stage.as("campaign-manager")
                .header("Idempotency-Key", "replacement of " + order.get(0))
                .body(Map.of("caseId", order.get(0), "reason", "other", "explanation", "Why"))
                .post(draw + "/replacements");
    }

    @Test
    void only_a_campaign_manager_of_the_authority_replaces_and_says_why() {
        Map<String, String> body = Map.of("caseId", order.get(0), "reason", "other", "explanation", "Why");
        for (String role : Set.of("case-officer", "inspector", "auditor")) {
            stage.as(role).body(body).post(draw + "/replacements").then().statusCode(403);
        }
        Stage.asOperator(UUID.randomUUID())
                .body(body)
                .post(draw + "/replacements")
                .then()
                .statusCode(403);
        new Stage()
                .as("campaign-manager")
                .body(body)
                .post(draw + "/replacements")
                .then()
                .statusCode(404)
                .body("code", equalTo("draw.unknown"));
        given().get("/draws/" + UUID.randomUUID() + "/replacements")
                .then()
                .statusCode(404)
                .body("code", equalTo("draw.unknown"));
        stage.as("campaign-manager")
                .body(Map.of("caseId", order.get(0), "reason", "because"))
                .post(draw + "/replacements")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
    }

    @Test
    void more_than_two_hundred_replacements_are_another_draw() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into draw_replacement (id, draw_id, authority, number, removed_case_id, substitute_case_id, reason, record, record_digest, made_at)
                    select gen_random_uuid(), '%s', '%s', n, gen_random_uuid(), gen_random_uuid(), 'other', '{}', '', now() from generate_series(1, 200) n"""
                            .formatted(draw.substring("/draws/".length()), stage.authority));
        }
        replace("other", order.get(0)).then().statusCode(409).body("code", equalTo("draw.too-many-replacements"));
    }

    @Test
    void nobody_changes_a_replacement_or_a_completed_draw() throws Exception {
        replace("other", order.get(0)).then().statusCode(201);
        String id = draw.substring("/draws/".length());
        for (String change : List.of(
                "update draw_replacement set reason = 'x' where draw_id = '%s'",
                "delete from draw_replacement where draw_id = '%s'",
                "update draw set record = 'x' where id = '%s'",
                "update draw set seed = '1' where id = '%s'",
                "delete from draw where id = '%s'")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change.formatted(id)))
                        .hasMessageContaining("final");
            }
        }
    }
}
