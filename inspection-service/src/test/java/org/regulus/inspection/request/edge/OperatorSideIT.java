package org.regulus.inspection.request.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.inspection.Stage;
import org.regulus.inspection.draw.Draw;

/** What the operator is told and may ask for, and the calendar of who comes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OperatorSideIT {

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    private final Stage stage = new Stage();
    private String path;
    private UUID caseId;
    private UUID operator;

    @BeforeEach
    void an_interview_in_august() {
        clock.moveTo(Instant.parse("2019-07-24T02:00:00Z"));
        path = "/inspections/" + stage.drawn(1, 3).get(0);
        caseId = UUID.fromString(stage.as("case-officer").get(path).jsonPath().getString("caseId"));
        operator = stage.operatorOf.get(caseId);
        stage.fix(path, stage.etag(path), "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void an_operator_reads_its_notice_confirms_and_asks_for_another_slot() {
        asOperator().get(path + "/notice").then().statusCode(404).body("code", equalTo("inspection.no-notice"));
        stage.as("case-officer")
                .header("If-Match", stage.etag(path))
                .put(path + "/notice")
                .then()
                .statusCode(200);
        asOperator()
                .get(path + "/notice")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("GP-01")))
                .body("inspectors", hasSize(2))
                .body("startsAt", equalTo("2019-08-01T01:00:00Z"))
                .body("rights.code[0]", equalTo("recusal"));
        asOperator()
                .header("If-Match", stage.etag(path + "/interview"))
                .put(path + "/interview/confirmation")
                .then()
                .statusCode(200)
                .body("confirmedAt", notNullValue());

        Response asked = askForSlot();
        asked.then().statusCode(201).body("state", equalTo("made"));
        askForSlot().then().statusCode(409).body("code", equalTo("request.already-made"));
        decide("case-officer", asked, Map.of("granted", true, "answer", "So be it"))
                .then()
                .statusCode(422)
                .body("code", equalTo("request.slot-required"));
        Map<String, Object> granted = Map.of(
                "granted",
                true,
                "answer",
                "So be it",
                "startsAt",
                "2019-08-02T01:00:00Z",
                "endsAt",
                "2019-08-02T03:00:00Z");
        decide("decision-maker", asked, granted)
                .then()
                .statusCode(403)
                .body("code", equalTo("request.not-yours-to-decide"));
        Response decided = decide("case-officer", asked, granted);
        decided.then().statusCode(200).body("state", equalTo("granted"));
        decide("case-officer", decided, granted)
                .then()
                .statusCode(409)
                .body("code", equalTo("request.move-not-allowed"));
        asOperator()
                .get(path + "/interview")
                .then()
                .body("startsAt", equalTo("2019-08-02T01:00:00Z"))
                .body("confirmedAt", nullValue());
        for (String event : List.of(
                "inspection-noticed",
                "interview-confirmed",
                "request-made",
                "request-decided",
                "interview-rescheduled")) {
            assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.%s.v1".formatted(event), caseId)
                            .json())
                    .doesNotContain("flood", "So be it");
        }
        decide("case-officer", askForSlot(), Map.of("granted", false, "answer", "No"))
                .then()
                .statusCode(200);
        askForSlot().then().statusCode(409).body("code", equalTo("request.too-many"));
        clock.moveTo(Instant.parse("2019-08-02T00:00:00Z"));
        askForSlot().then().statusCode(409).body("code", equalTo("request.too-late"));
    }

    @Test
    void a_recused_inspector_is_replaced_by_the_next_ticket_in_the_calendar_too() {
        List<String> before = stage.as("auditor").get(path).jsonPath().getList("inspectorIds");
        String third = stage.as("auditor").get("/inspectors").jsonPath().getList("items.id", String.class).stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        stage.inspector("S-late");
        String feed = "/inspectors/" + third + "/calendar-feeds";
        Response made = stage.as("campaign-manager").post(feed);
        String calendar = made.then().statusCode(201).extract().jsonPath().getString("path");
        given().get(calendar).then().statusCode(200).body(not(containsString("BEGIN:VEVENT")));
        askForRecusal(third).then().statusCode(422).body("code", equalTo("request.inspector-not-assigned"));

        Response asked = askForRecusal(before.get(0));
        asked.then().statusCode(201);
        Map<String, Object> granted = Map.of("granted", true, "answer", "A cousin");
        decide("case-officer", asked, granted).then().statusCode(403);
        decide("decision-maker", asked, granted).then().statusCode(200);

        stage.as("auditor").get(path).then().body("inspectorIds", equalTo(List.of(third, before.get(1))));
        TestTopics.await(Stage.TOPIC, "regulus.inspection.inspector-replaced.v1", caseId);
        given().get(calendar)
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .body(containsString("DTSTART:20190801T010000Z"));
        decide("decision-maker", askForRecusal(third), granted)
                .then()
                .statusCode(409)
                .body("code", equalTo("inspection.too-few-inspectors"));
        onRecord(before.get(0), third);

        stage.as("inspector").post(feed).then().statusCode(404);
        new Stage().as("campaign-manager").get(feed).then().statusCode(404);
        asOperator().get(feed).then().statusCode(403);
        for (int i = 0; i < 4; i++) {
            stage.as("campaign-manager").post(feed).then().statusCode(201);
        }
        stage.as("campaign-manager").post(feed).then().statusCode(409).body("code", equalTo("calendar.too-many-feeds"));
        String id = made.jsonPath().getString("id");
        stage.as("campaign-manager")
                .delete(feed + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        stage.as("campaign-manager").delete(feed + "/" + id).then().statusCode(204);
        given().get(calendar).then().statusCode(404).body("code", equalTo("calendar.unknown"));
        stage.as("campaign-manager").get(feed).then().body("$", hasSize(4));
    }

    /** For everybody, as long as there is a database: who came on the register after the draw had no ticket in it. */
    private void onRecord(String removed, String substitute) {
        String drawId = stage.as("auditor")
                .get("/draws?campaign=" + stage.campaign)
                .jsonPath()
                .getString("items[0].id");
        String lines = given().get("/draws/%s/inspector-replacements".formatted(drawId))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonPath line = JsonPath.from(lines).setRootPath("replacement");
        assertThat(line.getString("removedInspectorId")).isEqualTo(removed);
        assertThat(line.getString("substituteInspectorId")).isEqualTo(substitute);
        assertThat(line.getList("excluded.inspectorId")).containsExactly(removed);
        assertThat(line.getString("previousDigest"))
                .isEqualTo(Draw.digest(
                        given().get("/draws/%s/record".formatted(drawId)).asString()));
        assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.inspector-replaced.v1", caseId)
                        .tree()
                        .path("replacementDigest")
                        .asText())
                .isEqualTo(Draw.digest(lines.stripTrailing()));
    }

    @Test
    void without_the_seed_that_drew_the_inspectors_there_is_no_next_ticket() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update inspection set seed = null where id = '%s'"
                    .formatted(path.substring("/inspections/".length())));
        }
        Response asked = stage.askForRecusal(operator, path);
        decide("decision-maker", asked, Map.of("granted", true, "answer", "A cousin"))
                .then()
                .statusCode(409)
                .body("code", equalTo("inspection.no-seed"));
        stage.as("auditor").get(path + "/requests").then().body("items[0].state", equalTo("made"));
    }

    @Test
    void another_operator_another_authority_and_the_wrong_role_get_nowhere() {
        RequestSpecification other = Stage.asOperator(UUID.randomUUID());
        other.get(path + "/notice").then().statusCode(404);
        other.get(path + "/requests").then().body("items", hasSize(0));
        other.header("If-Match", "\"0\"")
                .put(path + "/interview/confirmation")
                .then()
                .statusCode(404);
        other.body(Map.of("reason", "x", "preferred", List.of(slot())))
                .post(path + "/requests/slot")
                .then()
                .statusCode(404);
        other.body(Map.of("inspectorId", UUID.randomUUID(), "ground", "interest", "reason", "x"))
                .post(path + "/requests/recusal")
                .then()
                .statusCode(404);
        Response asked = askForSlot();
        String decision = path + "/requests/" + asked.jsonPath().getString("id") + "/decision";
        Map<String, Object> no = Map.of("granted", false, "answer", "No");
        new Stage()
                .as("case-officer")
                .header("If-Match", "\"0\"")
                .body(no)
                .put(decision)
                .then()
                .statusCode(404);
        asOperator().header("If-Match", "\"0\"").body(no).put(decision).then().statusCode(403);
        stage.as("inspector").put(path + "/notice").then().statusCode(403);
        for (String ofOperator : List.of("/requests/slot", "/requests/recusal")) {
            stage.as("case-officer").body("{}").post(path + ofOperator).then().statusCode(403);
        }
        stage.as("case-officer").put(path + "/interview/confirmation").then().statusCode(403);
        Response own = given().auth()
                .oauth2(Tokens.as("nobody")
                        .roles("inspector")
                        .authority(stage.authority)
                        .sign())
                .get("/inspectors/%s/calendar-feeds".formatted(UUID.randomUUID()));
        own.then().statusCode(404);
    }

    private RequestSpecification asOperator() {
        return Stage.asOperator(operator);
    }

    private static Map<String, String> slot() {
        return Map.of("startsAt", "2019-08-02T01:00:00Z", "endsAt", "2019-08-02T03:00:00Z");
    }

    private Response askForSlot() {
        return asOperator()
                .body(Map.of("reason", "A flood", "preferred", List.of(slot())))
                .post(path + "/requests/slot");
    }

    private Response askForRecusal(String inspector) {
        return asOperator()
                .body(Map.of("inspectorId", inspector, "ground", "near-relative", "reason", "A cousin"))
                .post(path + "/requests/recusal");
    }

    private Response decide(String role, Response asked, Map<String, Object> decision) {
        return stage.as(role)
                .header("If-Match", asked.header("ETag"))
                .body(decision)
                .put(path + "/requests/" + asked.jsonPath().getString("id") + "/decision");
    }
}
