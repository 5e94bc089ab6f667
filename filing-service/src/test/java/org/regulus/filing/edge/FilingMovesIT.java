package org.regulus.filing.edge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;

/** Every move that a state does not have, at the API; and every change that does not say what it is a change of. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FilingMovesIT {

    private static final String REMARKS = "{\"remarks\": [{\"item\": \"GP-02\", \"text\": \"evidence\"}]}";

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_filing_makes_the_moves_of_its_table_and_no_other() {
        Stage stage = new Stage(clock).published();
        String draft = stage.draft(0).header("ETag");
        no(stage.move(0, "return", draft, REMARKS));
        no(stage.move(0, "acceptance", draft, "{}"));

        String submitted = stage.submit(0, draft).header("ETag");
        no(stage.submit(0, submitted));
        no(revise(stage, submitted));

        String returned = stage.move(0, "return", submitted, REMARKS).header("ETag");
        no(stage.move(0, "return", returned, REMARKS));
        no(stage.move(0, "acceptance", returned, "{}"));

        String revised =
                revise(stage, returned).then().statusCode(200).extract().header("ETag");
        String again = stage.submit(0, revised).header("ETag");
        String accepted = stage.move(0, "acceptance", again, "{}").header("ETag");
        no(revise(stage, accepted));
        no(stage.submit(0, accepted));
        no(stage.move(0, "return", accepted, REMARKS));
        no(stage.move(0, "acceptance", accepted, "{}"));
    }

    private static Response revise(Stage stage, String etag) {
        return Stage.as(stage.operator(0))
                .header("If-Match", etag)
                .body(Stage.CONTENT)
                .put("/cases/" + stage.caseId(0) + "/filing");
    }

    private static void no(Response refused) {
        refused.then().statusCode(409).body("code", equalTo("filing.move-not-allowed"));
    }

    @Test
    void a_campaign_makes_the_moves_of_its_table_and_no_other() {
        Stage stage = new Stage(clock);
        Response draft = made(Stage.as(stage.officer("campaign-manager"))
                .body(Stage.campaign("NS"))
                .post("/campaigns"));
        stage.campaignId = UUID.fromString(draft.jsonPath().getString("id"));
        notNow(campaign(stage, "/completion", "{}"));
        campaign(stage, "", Stage.campaign("NS")).then().statusCode(200);

        campaign(stage, "/publication", "{}").then().statusCode(200);
        notNow(campaign(stage, "", Stage.campaign("NS")));
        notNow(campaign(stage, "/publication", "{}"));
        notNow(campaign(stage, "/completion", "{}"));

        for (int i = 0; i < 2; i++) {
            String submitted = stage.submit(i, stage.draft(i).header("ETag")).header("ETag");
            stage.move(i, "acceptance", submitted, "{}").then().statusCode(200);
        }
        clock.moveTo(Stage.DUE);
        TestTopics.await("regulus.filing.events", "regulus.filing.campaign-filing-closed.v1", stage.campaignId);
        notNow(campaign(stage, "", Stage.campaign("NS")));
        notNow(campaign(stage, "/publication", "{}"));

        stage.complete().then().statusCode(200);
        notNow(campaign(stage, "", Stage.campaign("NS")));
        notNow(campaign(stage, "/publication", "{}"));
        notNow(campaign(stage, "/completion", "{}"));
    }

    private static Response made(Response made) {
        made.then().statusCode(201);
        return made;
    }

    private static Response campaign(Stage stage, String move, String body) {
        String path = "/campaigns/" + stage.campaignId;
        String etag = Stage.as(stage.officer("campaign-manager")).get(path).header("ETag");
        return Stage.as(stage.officer("campaign-manager"))
                .header("If-Match", etag)
                .body(body)
                .put(path + move);
    }

    private static void notNow(Response refused) {
        refused.then().statusCode(409).body("code", equalTo("campaign.move-not-allowed"));
    }

    @Test
    void a_campaign_without_anybody_in_scope_or_over_before_it_begins_is_not_published() {
        Stage stage = new Stage(clock);
        drafted(stage, Stage.campaign("NONE").replace("\"provinces\": []", "\"provinces\": [\"65\"]"));
        campaign(stage, "/publication", "{}").then().statusCode(422).body("code", equalTo("campaign.scope-empty"));
        drafted(stage, Stage.campaign("PAST"));
        clock.moveTo(Stage.DUE);
        campaign(stage, "/publication", "{}").then().statusCode(422).body("code", equalTo("campaign.deadline-passed"));
    }

    private static void drafted(Stage stage, String body) {
        Response draft = Stage.as(stage.officer("campaign-manager")).body(body).post("/campaigns");
        stage.campaignId = UUID.fromString(made(draft).jsonPath().getString("id"));
    }

    @Test
    void nothing_is_taken_before_the_window_opens() {
        Stage stage = new Stage(clock);
        clock.moveTo(Stage.JUNE.minusSeconds(86_400));
        stage.published();
        stage.submit(0, stage.draft(0).header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("filing.window-not-open"));
    }

    @Test
    void every_change_of_something_needs_its_version_and_the_current_one() {
        Stage stage = new Stage(clock).published();
        stage.draft(0).then().statusCode(201);
        String filing = "/cases/" + stage.caseId(0) + "/filing";
        conditional(stage.operator(0), filing, Stage.CONTENT);
        conditional(stage.operator(0), filing + "/submission", "{}");
        conditional(stage.officer("case-officer"), filing + "/return", REMARKS);
        conditional(stage.officer("case-officer"), filing + "/acceptance", "{}");
        String campaign = "/campaigns/" + stage.campaignId;
        conditional(stage.officer("campaign-manager"), campaign, Stage.campaign("NS"));
        conditional(stage.officer("campaign-manager"), campaign + "/publication", "{}");
        conditional(stage.officer("campaign-manager"), campaign + "/completion", "{}");
        String risk =
                RiskAct.report(stage, 0, "").then().statusCode(201).extract().header("Location");
        conditional(
                stage.officer("case-officer"),
                risk.substring(risk.indexOf("/risk-reports")) + "/triage",
                RiskAct.NO_ACTION);
    }

    private static void conditional(String token, String path, String body) {
        Stage.as(token).body(body).put(path).then().statusCode(428).body("code", equalTo("etag.required"));
        Stage.as(token)
                .header("If-Match", "\"4711\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("etag.stale"));
        Stage.as(token)
                .header("If-Match", "yesterday")
                .body(body)
                .put(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("etag.malformed"));
    }

    @Test
    void a_key_that_was_used_for_another_request_is_a_conflict() {
        Stage stage = new Stage(clock);
        String key = UUID.randomUUID().toString();
        String first = keyed(stage, key, "KA").then().statusCode(201).extract().path("id");
        keyed(stage, key, "KA").then().statusCode(201).body("id", equalTo(first));
        keyed(stage, key, "KB").then().statusCode(409).body("code", equalTo("idempotency.key-reused"));
    }

    private static Response keyed(Stage stage, String key, String code) {
        return Stage.as(stage.officer("campaign-manager"))
                .header("Idempotency-Key", key)
                .body(Stage.campaign(code))
                .post("/campaigns");
    }

    @Test
    void a_wrong_type_and_an_unknown_state_are_said_to_be_so() {
        Stage stage = new Stage(clock);
        Stage.as(stage.officer("campaign-manager"))
                .body(Stage.campaign("NS").replace("\"2019-07-15\"", "\"the ides of July\""))
                .post("/campaigns")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.malformed"))
                .body("errors[0].pointer", containsString("filingDueOn"));
        Stage.as(stage.officer("case-officer"))
                .get("/cases?state=lost")
                .then()
                .statusCode(422)
                .body("code", equalTo("case.state-unknown"));
    }
}
