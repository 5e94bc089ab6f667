package org.regulus.inspection.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;

/** From the draw over the interview to the conclusion, and who may do what. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class InspectionIT extends InJuly {

    @Test
    void an_inspection_goes_from_the_draw_to_its_conclusion() {
        String path = "/inspections/" + stage.drawnInspection();
        JsonPath slots = stage.as("case-officer")
                .get(path + "/free-slots?from=2019-08-01&days=2&minutes=120")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        stage.fix(path, stage.etag(path), slots.getString("[0].startsAt"), slots.getString("[0].endsAt"))
                .then()
                .statusCode(200);
        String interview = path + "/interview";
        stage.fix(path, stage.etag(interview), slots.getString("[1].startsAt"), slots.getString("[1].endsAt"))
                .then()
                .statusCode(200);
        stage.conclude(path).then().statusCode(409).body("code", equalTo("inspection.move-not-allowed"));
        UUID caseId =
                UUID.fromString(stage.as("case-officer").get(path).jsonPath().getString("caseId"));
        stage.askForRecusal(stage.operatorOf.get(caseId), path).then().statusCode(201);

        clock.moveTo(Instant.parse("2019-08-02T10:00:00Z"));
        stage.as("inspector")
                .header("If-Match", stage.etag(interview))
                .body("{\"heldAt\": \"%s\", \"attendees\": 3, \"summary\": \"read back\"}"
                        .formatted(slots.getString("[1].endsAt")))
                .put(interview + "/record")
                .then()
                .statusCode(200)
                .body("state", equalTo("held"));
        stage.as("auditor")
                .get(path + "/requests")
                .then()
                .body("items[0].state", equalTo("lapsed"))
                .body("items[0].lapseReason", equalTo("interview-held"));
        stage.as("inspector")
                .header("If-Match", stage.etag(path))
                .body(
                        "{\"findings\": [{\"item\": \"GP-01\", \"severity\": \"major\", \"legalReference\": \"Order 11, Art. 11\", \"text\": \"none\"}]}")
                .put(path + "/findings")
                .then()
                .statusCode(200);
        stage.conclude(path).then().statusCode(200).body("outcome", equalTo("issues"));

        var concluded = TestTopics.await(Stage.TOPIC, "regulus.inspection.inspection-concluded.v1", caseId);
        assertThat(concluded.tree().path("findings")).hasSize(1);
        assertThat(concluded.json()).doesNotContain("none");
        TestTopics.await(Stage.TOPIC, "regulus.inspection.interview-rescheduled.v1", caseId);
        TestTopics.await(Stage.TOPIC, "regulus.inspection.interview-held.v1", caseId);
        Stage.asOperator(stage.operatorOf.get(caseId))
                .get(path)
                .then()
                .statusCode(200)
                .body("findings", notNullValue());
        Stage.asOperator(UUID.randomUUID()).get(path).then().statusCode(404);
    }

    @Test
    void a_plan_is_approved_by_another_before_the_operator_is_told() {
        String path = "/inspections/" + stage.unapproved(1, 2).get(0);
        UUID caseId = UUID.fromString(stage.as("auditor").get(path).jsonPath().getString("caseId"));
        stage.as("auditor").get(path + "/plan").then().statusCode(404).body("code", equalTo("inspection.no-plan"));
        stage.approve(path).then().statusCode(409).body("code", equalTo("inspection.not-planned"));
        stage.plan(path, "Logs could vanish").then().statusCode(422).body("code", equalTo("inspection.cause-required"));
        stage.plan(path).then().statusCode(200).body("ofTheYear", equalTo(1)).body("plannedBy", notNullValue());
        notice(path).then().statusCode(409).body("code", equalTo("inspection.not-approved"));
        stage.fix(path, stage.etag(path), "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(409)
                .body("code", equalTo("inspection.not-approved"));
        String both = Tokens.as("case-officer@" + stage.authority)
                .roles("case-officer", "decision-maker")
                .authority(stage.authority)
                .sign();
        approve(both, path, stage.etag(path)).then().statusCode(409).body("code", equalTo("inspection.own-work"));
        approve(Tokens.officer("decision-maker", "GDCA"), path, "\"0\"").then().statusCode(404);
        stage.as("case-officer").put(path + "/plan/approval").then().statusCode(403);
        stage.as("decision-maker").put(path + "/plan/approval").then().statusCode(428);
        stage.as("decision-maker").body("{}").put(path + "/plan").then().statusCode(403);
        stage.as("case-officer")
                .header("If-Match", "\"0\"")
                .body("{\"items\": []}")
                .put(path + "/plan")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
        new Stage().as("auditor").get(path + "/plan").then().statusCode(404);
        Stage.asOperator(stage.operatorOf.get(caseId))
                .get(path + "/plan")
                .then()
                .statusCode(403);
        stage.approve(path).then().statusCode(200).body("approvedBy", notNullValue());
        hidden(stage.operatorOf.get(caseId), path);
        stage.as("case-officer").get(path + "/plan").then().body("items.code", equalTo(List.of("GP-01")));
        notice(path).then().statusCode(200).body("items.code", equalTo(List.of("GP-01")));

        stage.fix(path, stage.etag(path), "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(200);
        stage.plan(path).then().statusCode(200).body("approvedBy", nullValue()).body("approvedAt", nullValue());
        notice(path).then().statusCode(409).body("code", equalTo("inspection.not-approved"));
        stage.fix(path, stage.etag(path + "/interview"), "2019-08-02T01:00:00Z", "2019-08-02T03:00:00Z")
                .then()
                .statusCode(409)
                .body("code", equalTo("inspection.not-approved"));
        TestTopics.await(Stage.TOPIC, "regulus.inspection.inspection-planned.v1", caseId);
        TestTopics.await(Stage.TOPIC, "regulus.inspection.inspection-approved.v1", caseId);
    }

    private Response notice(String path) {
        return stage.as("case-officer").header("If-Match", stage.etag(path)).put(path + "/notice");
    }

    private static Response approve(String token, String path, String seen) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", seen)
                .put(path + "/plan/approval");
    }

    /** An inspection that its operator was not told of does not exist for it, whichever way it asks. */
    private static void hidden(UUID operator, String path) {
        for (String one : List.of(
                path, path + "/interview", path + "/notice", path + "/wishes", path + "/inspector-commitment")) {
            Stage.asOperator(operator).get(one).then().statusCode(404).body("code", equalTo("inspection.unknown"));
        }
        Stage.asOperator(operator).get("/inspections").then().statusCode(200).body("items", hasSize(0));
        Stage.asOperator(operator)
                .header("If-Match", "\"1\"")
                .body("{}")
                .put(path + "/wishes")
                .then()
                .statusCode(404);
        Stage.asOperator(operator)
                .body(
                        "{\"reason\": \"x\", \"preferred\": [{\"startsAt\": \"2019-08-02T01:00:00Z\", \"endsAt\": \"2019-08-02T03:00:00Z\"}]}")
                .post(path + "/requests/slot")
                .then()
                .statusCode(404);
    }

    @Test
    void bad_input_is_said_to_be_so() {
        String path = "/inspections/" + stage.drawnInspection();
        stage.as("auditor").get(path + "/interview").then().statusCode(404).body("code", equalTo("interview.unknown"));
        stage.as("auditor").get("/cases").then().statusCode(422).body("code", equalTo("case.campaign-required"));
        stage.fix(path, null, "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(428);
        stage.fix(path, "\"99\"", "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(412);
        stage.fix(path, stage.etag(path), "2019-08-03T01:00:00Z", "2019-08-03T03:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("interview.not-a-working-day"));
        stage.fix(path, stage.etag(path), "2019-07-24T01:00:00Z", "2019-07-24T02:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("interview.in-the-past"));
        stage.as("inspector")
                .header("If-Match", "\"0\"")
                .body("{\"findings\": [{\"item\": \"\", \"severity\": \"huge\"}]}")
                .put(path + "/findings")
                .then()
                .statusCode(422)
                .body("errors", hasSize(4));
        stage.as("campaign-manager")
                .body("{\"campaignId\": \"x\"}")
                .post("/draws")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.malformed"));
        stage.as("case-officer").get("/inspections/" + UUID.randomUUID()).then().statusCode(404);
        stage.as("case-officer").get(path + "/free-slots").then().statusCode(422);
        stage.as("case-officer")
                .get(path + "/free-slots?from=9999-12-31")
                .then()
                .statusCode(422)
                .body("errors", hasSize(1));
        stage.fix(path, stage.etag(path), "9998-12-31T01:00:00Z", "1999-12-31T01:00:00Z")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
        stage.as("case-officer")
                .header("If-Match", stage.etag(path))
                .body("{\"preferred\": [{}]}")
                .put(path + "/wishes")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
    }
}
