package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.filing.questionnaire.AnswerReview;
import org.regulus.filing.registry.SyntheticRegister;

/** Ways to be refused that belong to no story of their own. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RefusalCodesIT {

    @Inject
    MovableClock clock;

    @ConfigProperty(name = "regulus.campaign.max-cases")
    int maxCases;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "lower, Asia/Shanghai, authority.code",
        "TOOLONGACODE, UTC, authority.code",
        "MARS, Mars/Olympus, authority.zone"
    })
    void an_authority_has_a_code_and_a_zone(String code, String zone, String refusal) {
        refused(
                Stage.as(Stage.ADMIN)
                        .body("{\"names\": {\"zh\": \"局\", \"en\": \"Authority\"}, \"zone\": \"%s\"}".formatted(zone))
                        .put("/authorities/" + code),
                422,
                refusal);
    }

    @Test
    void all_that_is_wrong_with_a_campaign_is_told_at_once() {
        Response answer = Stage.as(new Stage(clock).officer("campaign-manager"))
                .body(Stage.campaign("BAD")
                        .replace("\"provinces\": []", "\"provinces\": [\"44\", \"99\"]")
                        .replace("2019-06-03", "2019-07-16"))
                .post("/campaigns");
        refused(answer, 422, "campaign.content");
        answer.then()
                .body("errors.code", hasItem("campaign.scope-unknown"))
                .body("errors.code", hasItem("campaign.window"))
                .body("errors.pointer", hasItem("/scope/provinces/1"));
    }

    @Test
    void a_campaign_has_not_more_cases_than_can_be_opened_at_once() {
        Stage stage = new Stage(clock);
        stage.importCsv(SyntheticRegister.csv(maxCases));
        String manager = stage.officer("campaign-manager");
        Response drafted = Stage.as(manager).body(Stage.campaign("BIG")).post("/campaigns");
        refused(
                Stage.as(manager)
                        .header("If-Match", drafted.header("ETag"))
                        .body("{}")
                        .put("/campaigns/" + drafted.path("id") + "/publication"),
                413,
                "campaign.too-many-cases");
        assertThat(Stage.as(manager).get("/cases").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void a_case_that_a_risk_report_opened_asks_for_no_filing() {
        Stage stage = new Stage(clock);
        UUID operator = UUID.fromString(
                Stage.as(stage.officer("auditor")).get("/operators").path("items[0].id"));
        String token = Tokens.operator(operator);
        String caseId = RiskAct.report(token, stage.authority, "2019-06-02T00:00:00Z", "")
                .path("caseId");
        refused(
                Stage.as(token).header("If-None-Match", "*").body(Stage.CONTENT).put("/cases/" + caseId + "/filing"),
                409,
                "filing.not-asked");
        Stage other = new Stage(clock);
        refused(
                RiskAct.report(
                        token, other.authority, "2019-06-02T00:00:00Z", ", \"caseId\": \"%s\"".formatted(caseId)),
                422,
                "risk.case-of-another-authority");
    }

    @Test
    void a_stage_says_which_of_its_fields_are_missing() {
        Stage stage = new Stage(clock).published();
        clock.moveTo(RiskStagesIT.MARCH);
        Response answer = RiskAct.report(
                stage.operator(0),
                stage.authority,
                "2026-03-02T01:00:00Z",
                ", \"ruleSet\": \"EU-NIS2\", \"content\": {}");
        answer.then().statusCode(422).body("errors.code", hasItem("risk.field-missing"));
    }

    @Test
    void systems_are_saved_from_all_rows_or_none() {
        Stage stage = new Stage(clock).published();
        String tag = stage.draft(0).header("ETag");
        Response answer = Stage.as(stage.operator(0))
                .contentType("text/csv")
                .header("If-Match", tag)
                .body("name,kind,protection_level,users,hosting,exposure,data\nportal,app,2,,,,\nmail,app,9,,,,\n")
                .put("/cases/" + stage.caseId(0) + "/filing/systems");
        refused(answer, 422, "systems.rows-rejected");
        assertThat(Stage.as(stage.operator(0))
                        .get("/cases/" + stage.caseId(0) + "/filing")
                        .header("ETag"))
                .isEqualTo(tag);
    }

    @Test
    void a_request_for_more_time_is_decided_once() {
        Stage stage = new Stage(clock).published();
        String requests = "/cases/" + stage.caseId(0) + "/extensions";
        Response asked = Stage.as(stage.operator(0))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"until\": \"2019-07-31\", \"reason\": \"more time\"}")
                .post(requests);
        String decision = requests + "/" + asked.path("id") + "/decision";
        Response refusedOnce = decide(stage, decision, asked.header("ETag"));
        refusedOnce.then().statusCode(200);
        refused(decide(stage, decision, refusedOnce.header("ETag")), 409, "extension.move-not-allowed");
    }

    private static Response decide(Stage stage, String decision, String tag) {
        return Stage.as(stage.officer("case-officer"))
                .header("If-Match", tag)
                .body("{\"granted\": false, \"reason\": \"no\"}")
                .put(decision);
    }

    @Test
    void two_authorities_without_a_common_superior_cannot_bring_their_dispute_anywhere() {
        Stage holder = new Stage(clock).published();
        Stage other = new Stage(clock);
        String path = "/cases/" + holder.caseId(0) + "/jurisdiction/";
        Stage.as(holder.officer("case-officer"))
                .header("If-Match", "\"0\"")
                .body("{\"authority\": \"%s\", \"reason\": \"it works there\"}".formatted(other.authority))
                .put(path + "transfer-proposal")
                .then()
                .statusCode(200);
        refused(
                Stage.as(other.officer("case-officer"))
                        .header("If-Match", "\"1\"")
                        .body("{\"reason\": \"it does not\"}")
                        .put(path + "dispute"),
                409,
                "jurisdiction.no-common-superior");
    }

    @Test
    void a_draft_has_not_more_answers_than_can_be_reviewed() {
        FilingContent full = new FilingContent(
                List.of(),
                IntStream.range(0, AnswerReview.MOST_ANSWERS)
                        .mapToObj(RefusalCodesIT::answer)
                        .toList());
        assertThatThrownBy(() -> full.with(null, List.of(answer(AnswerReview.MOST_ANSWERS))))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("filing.answers-count"));
    }

    private static FilingContent.AnswerTo answer(int number) {
        return new FilingContent.AnswerTo("Q" + number, null, "yes", null, null);
    }
}
