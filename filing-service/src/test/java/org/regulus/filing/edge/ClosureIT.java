package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;

/** Cases that end without a check, and campaigns that take nothing late. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ClosureIT {

    private static final String CEASED = "{\"reason\": \"ceased-business\", \"note\": \"struck off on 1 July\"}";

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void an_officer_closes_a_case_by_hand_and_it_is_announced_why() {
        Stage stage = new Stage(clock).published();
        close(stage, 0, CEASED).then().statusCode(200).body("reason", equalTo("ceased-business"));
        var closed = TestTopics.await("regulus.filing.events", "regulus.filing.case-closed.v1", stage.caseId(0));
        assertThat(closed.tree().path("outcome").asText()).isEqualTo("ceased-business");
        Stage.as(stage.officer("auditor")).get(path(stage, 0)).then().body("note", equalTo("struck off on 1 July"));
        stage.draft(0).then().statusCode(409).body("code", equalTo("case.closed"));
        close(stage, 0, CEASED).then().statusCode(409).body("code", equalTo("case.move-not-allowed"));
        Stage.as(stage.officer("auditor"))
                .get(path(stage, 1))
                .then()
                .statusCode(404)
                .body("code", equalTo("closure.unknown"));
    }

    @Test
    void what_waits_for_its_own_end_is_not_cut_off() {
        Stage stage = new Stage(clock).published();
        Response risk = RiskAct.report(stage, 0, ", \"caseId\": \"%s\"".formatted(stage.caseId(0)));
        close(stage, 0, CEASED).then().statusCode(409).body("code", equalTo("case.under-way"));
        RiskAct.triage(stage, risk, RiskAct.NO_ACTION).then().statusCode(200);
        close(stage, 0, CEASED).then().statusCode(200);
    }

    @Test
    void who_may_not_close_it_cannot_and_a_reason_outside_the_list_is_none() {
        Stage stage = new Stage(clock).published();
        String etag = Stage.as(stage.officer("auditor"))
                .get("/cases/" + stage.caseId(0))
                .header("ETag");
        put(stage.officer("auditor"), stage, etag, CEASED).then().statusCode(403);
        put(stage.operator(0), stage, etag, CEASED).then().statusCode(403);
        Stage other = new Stage(clock);
        put(other.officer("case-officer"), stage, etag, CEASED)
                .then()
                .statusCode(404)
                .body("code", equalTo("case.unknown"));
        Stage.as(other.officer("auditor")).get(path(stage, 0)).then().statusCode(404);
        put(stage.officer("case-officer"), stage, etag, CEASED.replace("ceased-business", "no-issue"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        put(stage.officer("case-officer"), stage, "\"77\"", CEASED).then().statusCode(412);
        Stage.as(stage.officer("case-officer"))
                .body(CEASED)
                .put(path(stage, 0))
                .then()
                .statusCode(428);
    }

    @Test
    void a_campaign_that_refuses_late_filings_takes_corrections_only() {
        Stage stage = new Stage(clock);
        String content = Stage.campaign("NS").replace("\"code\"", "\"latePolicy\": \"refuse\", \"code\"");
        Stage.as(stage.officer("campaign-manager"))
                .body(content.replace("refuse", "shrug"))
                .post("/campaigns")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/latePolicy"));
        stage.publishedAs(content);
        String timely = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        String late = stage.draft(1).header("ETag");
        clock.moveTo(Stage.DUE);
        stage.submit(1, late).then().statusCode(409).body("code", equalTo("filing.late-refused"));
        String returned = stage.move(0, "return", timely, "{\"remarks\": [{\"item\": \"GP-02\", \"text\": \"more\"}]}")
                .header("ETag");
        stage.submit(0, returned).then().statusCode(200).body("late", equalTo(false));
        Stage.as(stage.officer("auditor"))
                .get("/campaigns/" + stage.campaignId)
                .then()
                .body("latePolicy", equalTo("refuse"));
    }

    private static String path(Stage stage, int index) {
        return "/cases/" + stage.caseId(index) + "/closure";
    }

    private static Response close(Stage stage, int index, String body) {
        String officer = stage.officer("case-officer");
        String etag = Stage.as(officer).get("/cases/" + stage.caseId(index)).header("ETag");
        return Stage.as(officer).header("If-Match", etag).body(body).put(path(stage, index));
    }

    private static Response put(String token, Stage stage, String etag, String body) {
        return Stage.as(token).header("If-Match", etag).body(body).put(path(stage, 0));
    }
}
