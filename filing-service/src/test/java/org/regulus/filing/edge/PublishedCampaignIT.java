package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;

/** What can still be done to a campaign that was published: corrections, and operators that come late. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PublishedCampaignIT {

    private static final String TOPIC = "regulus.filing.events";
    private static final String ONE_MORE_QUESTION =
            """
            {"reason": "GP-03 was forgotten", "filingDueOn": "2019-07-31",
             "questionnaire": {"version": "2", "items": [
               {"id": "GP-01", "text": {"zh": "定级", "en": "Graded"}, "legalReference": "Order 11, Art. 7"},
               {"id": "GP-02", "text": {"zh": "备案", "en": "Filed"}, "legalReference": "Order 11, Art. 8"},
               {"id": "GP-03", "text": {"zh": "评测", "en": "Evaluated"}, "legalReference": "Order 11, Art. 11"}]}}""";

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_correction_is_a_new_version_of_which_every_operator_concerned_is_told() {
        Stage stage = new Stage(clock).published();
        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");

        correct(stage, ONE_MORE_QUESTION)
                .then()
                .statusCode(200)
                .body("number", contains(0, 1))
                .body("reason", contains(null, "GP-03 was forgotten"))
                .body("filingDueAt", contains("2019-07-15T16:00:00Z", "2019-07-31T16:00:00Z"));

        TestTopics.await(TOPIC, "regulus.filing.campaign-corrected.v1", stage.campaignId);
        for (int i = 0; i < 2; i++) {
            TestTopics.await(TOPIC, "regulus.filing.case-corrected.v1", stage.caseId(i));
            assertThat(stage.cases().get(i).getString("filingDueAt")).isEqualTo("2019-07-31T16:00:00Z");
        }
        what_was_submitted_stays_and_what_is_submitted_now_answers_the_new_version(stage, submitted);
    }

    private void what_was_submitted_stays_and_what_is_submitted_now_answers_the_new_version(
            Stage stage, String submitted) {
        String returned = stage.move(
                        0, "return", submitted, "{\"remarks\": [{\"item\": \"GP-02\", \"text\": \"why?\"}]}")
                .header("ETag");
        stage.submit(0, returned)
                .then()
                .statusCode(422)
                .body("errors.findAll { it.detail.contains('GP-03') || it.pointer.contains('GP-03') }", hasSize(1));
        String path = "/cases/" + stage.caseId(0) + "/filing";
        String revised = Stage.as(stage.operator(0))
                .header("If-Match", returned)
                .body("{\"answers\": [{\"item\": \"GP-03\", \"answer\": \"yes\"}]}")
                .patch(path)
                .header("ETag");
        stage.submit(0, revised).then().statusCode(200);
        Stage.as(stage.operator(0)).get(path + "/submissions").then().body("correction", contains(0, 1));
    }

    @Test
    void the_old_deadline_does_not_fire_after_a_correction() {
        Stage stage = new Stage(clock).published();
        correct(stage, "{\"reason\": \"more time for all\", \"filingDueOn\": \"2019-07-31\"}");
        clock.moveTo(Stage.DUE.plusSeconds(3600));
        stage.submit(0, stage.draft(0).header("ETag")).then().statusCode(200).body("late", equalTo(false));
        clock.moveTo(Stage.DUE.plusSeconds(20 * 86_400));
        TestTopics.await(TOPIC, "regulus.filing.filing-overdue.v1", stage.caseId(1));
        assertThat(stage.cases().get(0).getString("state")).isEqualTo("submitted");
    }

    @Test
    void a_correction_says_something_takes_no_time_away_and_names_the_version_it_was_made_on() {
        Stage stage = new Stage(clock).published();
        refused(correct(stage, "{\"reason\": \"none\"}"), 422, "campaign.correction-empty");
        refused(correct(stage, "{\"legalBasis\": \"Order 12\"}"), 422, "request.invalid");
        refused(
                correct(stage, "{\"reason\": \"sooner\", \"filingDueOn\": \"2019-07-14\"}"),
                422,
                "campaign.deadline-earlier");
        refused(
                correct(stage, "{\"reason\": \"no items\", \"questionnaire\": {\"version\": \"2\", \"items\": []}}"),
                422,
                "campaign.questionnaire");
        String basis = "{\"reason\": \"misprint\", \"legalBasis\": \"Order 11 (2010)\"}";
        correct(stage, basis).then().statusCode(200);
        refused(correct(stage, basis), 412, "etag.stale");
        refused(
                Stage.as(stage.officer("campaign-manager")).body(basis).put(path(stage, "/correction")),
                428,
                "etag.required");
    }

    @Test
    void only_the_campaigns_manager_corrects_it_and_adds_to_it() {
        Stage stage = new Stage(clock).published();
        Stage other = new Stage(clock);
        UUID operator = UUID.randomUUID();
        for (String move : List.of("/correction", "/roster/" + operator)) {
            String body = move.equals("/correction") ? ONE_MORE_QUESTION : "{}";
            for (String nobody : List.of(stage.operator(0), stage.officer("case-officer"), stage.officer("auditor"))) {
                refused(put(nobody, path(stage, move), stage.campaignTag, body), 403, "auth.forbidden");
            }
            refused(
                    put(other.officer("campaign-manager"), path(stage, move), stage.campaignTag, body),
                    404,
                    "campaign.unknown");
        }
        refused(Stage.as(stage.operator(0)).get(path(stage, "/versions")), 403, "auth.forbidden");
        refused(Stage.as(other.officer("auditor")).get(path(stage, "/versions")), 404, "campaign.unknown");
        Stage.as(stage.officer("auditor"))
                .get(path(stage, "/versions"))
                .then()
                .statusCode(200)
                .body("number", contains(0));
    }

    @Test
    void what_was_published_cannot_be_changed_by_sql() throws SQLException {
        Stage stage = new Stage(clock).published();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            String where = " where campaign_id = '%s'".formatted(stage.campaignId);
            assertThatThrownBy(() -> statement.execute("update campaign_version set legal_basis = ''" + where))
                    .hasMessageContaining("what was published is final");
            assertThatThrownBy(() -> statement.execute("delete from campaign_version" + where))
                    .hasMessageContaining("what was published is final");
        }
    }

    @Test
    void an_operator_that_comes_late_gets_a_case_of_its_own_once() {
        Stage stage = new Stage(clock).published();
        UUID late = lateOperator(stage);
        Response added = add(stage, late, "{\"filingDueOn\": \"2019-07-31\"}");
        added.then().statusCode(201);
        UUID caseId = UUID.fromString(added.path("caseId"));
        TestTopics.await(TOPIC, "regulus.filing.case-opened.v1", caseId);
        add(stage, late, "{}").then().statusCode(200).body("caseId", equalTo(caseId.toString()));
        assertThat(stage.cases()).hasSize(3);
        Stage.as(stage.officer("case-officer"))
                .get("/cases/" + caseId)
                .then()
                .body("caseNumber", equalTo(stage.authority + "-2019-NS-000003"))
                .body("filingDueAt", equalTo("2019-07-31T16:00:00Z"));

        refused(add(stage, UUID.randomUUID(), "{}"), 404, "operator.unknown");
    }

    @Test
    void nobody_is_added_with_less_time_or_when_the_filing_is_over() {
        Stage stage = new Stage(clock).published();
        UUID late = lateOperator(stage);
        refused(add(stage, late, "{\"filingDueOn\": \"2019-07-01\"}"), 422, "campaign.deadline-earlier");
        clock.moveTo(Stage.DUE);
        TestTopics.await(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId);
        refused(add(stage, late, "{}"), 409, "campaign.move-not-allowed");
    }

    private static UUID lateOperator(Stage stage) {
        stage.importCsv(Stage.csv() + "91110000100017707H,合成通信,11,A1,A1-20190003,email,c@three.example,zh\n")
                .then()
                .statusCode(200);
        List<String> ids = Stage.as(stage.officer("campaign-manager"))
                .get("/operators")
                .path("items.findAll { it.uscc == '91110000100017707H' }.id");
        return UUID.fromString(ids.get(0));
    }

    private static Response add(Stage stage, UUID operator, String body) {
        return Stage.as(stage.officer("campaign-manager")).body(body).put(path(stage, "/roster/" + operator));
    }

    private static Response correct(Stage stage, String body) {
        return put(stage.officer("campaign-manager"), path(stage, "/correction"), stage.campaignTag, body);
    }

    private static Response put(String who, String path, String etag, String body) {
        return Stage.as(who).header("If-Match", etag).body(body).put(path);
    }

    private static String path(Stage stage, String move) {
        return "/campaigns/" + stage.campaignId + move;
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
