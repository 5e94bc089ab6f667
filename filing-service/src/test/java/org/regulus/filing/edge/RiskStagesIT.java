package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** Reports in stages: due, done, late, corrected, and not asked for any more. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RiskStagesIT {

    private static final String TOPIC = "regulus.filing.events";
    static final Instant MARCH = Instant.parse("2026-03-02T02:00:00Z");
    static final String NIS2 = ", \"ruleSet\": \"EU-NIS2\", \"content\": {\"unlawfulOrMalicious\": \"no\","
            + " \"crossBorderImpact\": \"no\"}";
    static final String NOTIFICATION = "{\"content\": {\"assessment\": \"a\", \"severity\": \"b\", \"impact\": \"c\"}}";

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    private Response reported(Stage stage, String token, String more) {
        clock.moveTo(MARCH);
        Response reported = RiskAct.report(token, stage.authority, "2026-03-02T01:00:00Z", more);
        reported.then().statusCode(201);
        return reported;
    }

    private static String stages(Response reported) {
        return "/risk-reports/" + reported.jsonPath().getString("id") + "/stages";
    }

    private static Response put(String token, String path, String body) {
        return Stage.as(token)
                .header(
                        "If-Match",
                        Stage.as(token).get(path.replace("/handling-end", "")).header("ETag"))
                .body(body)
                .put(path);
    }

    @Test
    void nis2_a_stage_that_is_missed_is_told_once_and_still_taken_late_and_corrected() {
        Stage stage = new Stage(clock).published();
        String operator = stage.operator(0);
        Response reported = reported(stage, operator, NIS2);
        String path = stages(reported);
        Stage.as(operator)
                .get(path)
                .then()
                .body("stage", contains("initial", "notification", "final"))
                .body("dueAt[1]", equalTo("2026-03-05T01:00:00Z"))
                .body("dueAt[2]", equalTo(null));
        clock.moveTo(Instant.parse("2026-03-05T01:01:00Z"));
        var caseId = java.util.UUID.fromString(reported.jsonPath().getString("caseId"));
        TestTopics.await(TOPIC, "regulus.filing.risk-stage-missed.v1", caseId);
        Stage.as(stage.officer("case-officer"))
                .get("/risk-reports?stageOverdue=true&type=incident&crossBorder=false")
                .then()
                .body("items", hasSize(1));

        put(operator, path + "/notification", "{\"content\": {\"severity\": \"b\"}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("risk.stage-content"))
                .body("errors", hasSize(2));
        put(operator, path + "/notification", NOTIFICATION)
                .then()
                .statusCode(200)
                .body("late", equalTo(true));
        put(operator, path + "/notification", NOTIFICATION).then().body("reports", equalTo(2));
        Stage.as(operator).get(path + "/notification/reports").then().body("number", contains(1, 2));
        Stage.as(operator).get(path + "/final").then().body("dueAt", equalTo("2026-04-05T16:00:00Z"));
        Stage.as(stage.officer("case-officer"))
                .get("/risk-reports?stageOverdue=true")
                .then()
                .body("items", hasSize(0));
        TestTopics.await(TOPIC, "regulus.filing.risk-stage-delivered.v1", caseId);
        assertThat(TestTopics.count(TOPIC, "regulus.filing.risk-stage-missed.v1", caseId))
                .isOne();
    }

    /** Awareness at 01:00, four hours to report, reported at 06:00: no deadline was there to tell that it was over. */
    @Test
    void a_report_that_itself_comes_too_late_has_missed_its_initial_stage() {
        Stage stage = new Stage(clock).published();
        clock.moveTo(Instant.parse("2026-03-02T06:00:00Z"));
        Response late = RiskAct.report(
                stage.operator(0),
                stage.authority,
                "2026-03-02T01:00:00Z",
                ", \"ruleSet\": \"CN-CAC-INC-2025\", \"persons\": 10000000");
        Stage.as(stage.operator(0))
                .get(stages(late) + "/initial")
                .then()
                .body("late", equalTo(true))
                .body("dueAt", equalTo("2026-03-02T05:00:00Z"))
                .body("missedAt", startsWith("2026-03-02T06:00:00"));
        var caseId = java.util.UUID.fromString(late.path("caseId"));
        var missed = TestTopics.await(TOPIC, "regulus.filing.risk-stage-missed.v1", caseId);
        assertThat(missed.tree().path("stage").asText()).isEqualTo("initial");
        RiskAct.triage(stage, late, RiskAct.INSPECT).then().statusCode(200);
        TestTopics.await(TOPIC, "regulus.filing.risk-triaged.v1", caseId);
        assertThat(TestTopics.all(TOPIC, "regulus.filing.risk-stage-missed.v1", caseId).stream()
                        .filter(event -> event.tree().path("stage").asText().equals("initial")))
                .hasSize(1);
    }

    @Test
    void the_officers_grade_decides_which_stages_are_owed_and_the_end_of_handling_when_the_last_is() {
        Stage stage = new Stage(clock).published();
        String operator = stage.operator(0);
        Response reported = reported(
                stage, operator, ", \"ruleSet\": \"CN-CAC-INC-2025\", \"reporter\": \"cii\", \"persons\": 10000000");
        reported.then().body("grade", equalTo("major")).body("proposedGrade", equalTo("major"));
        String path = stages(reported);
        Stage.as(operator).get(path).then().body("stage", hasItem("escalation"));
        put(operator, path + "/escalation", "{\"content\": {\"passedTo\": \"CAC\"}}")
                .then()
                .statusCode(403)
                .body("code", equalTo("risk.stage-of-another"));
        RiskAct.triage(stage, reported, "{\"outcome\": \"inspect\", \"grade\": \"relatively-major\"}")
                .then()
                .statusCode(200);
        String officer = stage.officer("case-officer");
        Stage.as(officer).get(path + "/escalation").then().body("fellAwayAt", notNullValue());
        put(officer, path + "/escalation", "{\"content\": {\"passedTo\": \"CAC\"}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("risk.stage-fell-away"));

        String risk = path.replace("/stages", "");
        put(operator, risk + "/handling-end", "{\"endedAt\": \"2026-03-03T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("risk.handling-end"));
        put(operator, risk + "/handling-end", "{\"endedAt\": \"2026-03-02T01:30:00Z\"}")
                .then()
                .statusCode(200);
        put(operator, risk + "/handling-end", "{\"endedAt\": \"2026-03-02T01:30:00Z\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("risk.handling-ended"));
        Stage.as(operator).get(path + "/final").then().body("dueAt", equalTo("2026-04-01T16:00:00Z"));
    }

    @Test
    void what_the_rules_do_not_know_and_who_has_no_business_is_refused() {
        Stage stage = new Stage(clock).published();
        String operator = stage.operator(0);
        String other = stage.operator(1);
        String path = stages(reported(stage, operator, NIS2));
        refused(stage, operator, ", \"ruleSet\": \"NONE\"", "risk.rule-set-unknown");
        refused(stage, operator, ", \"ruleSet\": \"EU-NIS2\", \"type\": \"odd\"", "risk.type-unknown");
        refused(stage, operator, ", \"ruleSet\": \"EU-NIS2\"", "risk.stage-content");
        for (String stranger : new String[] {other, Tokens.officer("case-officer", Tokens.freshAuthority())}) {
            Stage.as(stranger).get(path).then().statusCode(404);
            Stage.as(stranger).get(path + "/final/reports").then().statusCode(404);
            Stage.as(stranger).get(path + "/final").then().statusCode(404).body("code", equalTo("risk.stage-unknown"));
            Stage.as(stranger)
                    .header("If-Match", "\"0\"")
                    .body(NOTIFICATION)
                    .put(path + "/notification")
                    .then()
                    .statusCode(404);
        }
        Stage.as(stage.officer("auditor"))
                .header("If-Match", "\"0\"")
                .body(NOTIFICATION)
                .put(path + "/notification")
                .then()
                .statusCode(403);
        Stage.as(operator).body(NOTIFICATION).put(path + "/notification").then().statusCode(428);
        Stage.as(operator)
                .header("If-Match", "\"9\"")
                .body(NOTIFICATION)
                .put(path + "/notification")
                .then()
                .statusCode(412);
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", "\"0\"")
                .body("{\"endedAt\": \"2026-03-02T01:30:00Z\"}")
                .put(path.replace("/stages", "/handling-end"))
                .then()
                .statusCode(403);
    }

    private static void refused(Stage stage, String operator, String more, String code) {
        RiskAct.report(operator, stage.authority, "2026-03-02T01:00:00Z", more)
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }
}
