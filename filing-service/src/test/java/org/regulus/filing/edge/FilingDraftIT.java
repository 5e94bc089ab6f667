package org.regulus.filing.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** What an operator does until its filing is done: saves, takes back, compares, and asks for more time. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FilingDraftIT {

    private static final String TOPIC = "regulus.filing.events";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_part_of_a_draft_is_saved_and_the_rest_stays() {
        Stage stage = new Stage(clock).published();
        String path = "/cases/" + stage.caseId(0) + "/filing";
        String drafted = stage.draft(0).header("ETag");
        Response saved = Stage.as(stage.operator(0))
                .header("If-Match", drafted)
                .body(
                        """
                        {"answers": [{"item": "GP-02", "answer": "yes"}, {"item": "GP-01"}]}""")
                .patch(path);
        saved.then()
                .statusCode(200)
                .body("content.systems.name", contains("portal"))
                .body("content.answers.item", contains("GP-02"))
                .body("content.answers[0].reason", nullValue());
        Stage.as(stage.operator(0))
                .header("If-Match", drafted)
                .body("{}")
                .patch(path)
                .then()
                .statusCode(412);
        Stage.as(stage.operator(0)).body("{}").patch(path).then().statusCode(428);
        Stage.as(stage.operator(1))
                .header("If-Match", saved.header("ETag"))
                .body("{}")
                .patch(path)
                .then()
                .statusCode(404);
        Response systems =
                csv(stage, saved.header("ETag"), "portal,app,3,5000,cloud,internet,personal\nmail,email,2,,,,\n");
        systems.then()
                .statusCode(200)
                .body("content.systems.name", contains("portal", "mail"))
                .body("content.systems[0].users", equalTo(5000))
                .body("content.answers", hasSize(1));
        csv(stage, systems.header("ETag"), "portal,app,9,,,,\n")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rows/1/protection_level"));
    }

    private static Response csv(Stage stage, String etag, String rows) {
        return given().auth()
                .oauth2(stage.operator(0))
                .contentType("text/csv; charset=UTF-8")
                .header("If-Match", etag)
                .body("name,kind,protection_level,users,hosting,exposure,data\n" + rows)
                .put("/cases/" + stage.caseId(0) + "/filing/systems");
    }

    @Test
    void submissions_are_kept_and_their_differences_shown() {
        Stage stage = new Stage(clock).published();
        String path = "/cases/" + stage.caseId(0) + "/filing";
        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        String returned = stage.move(
                        0, "return", submitted, "{\"remarks\": [{\"item\": \"GP-02\", \"text\": \"more\"}]}")
                .header("ETag");
        String amended = Stage.as(stage.operator(0))
                .header("If-Match", returned)
                .body(
                        """
                        {"systems": [{"name": "mail", "kind": "email", "protectionLevel": 2}],
                         "answers": [{"item": "GP-02", "answer": "yes"}]}""")
                .patch(path)
                .header("ETag");
        stage.submit(0, amended).then().statusCode(200);

        String officer = stage.officer("case-officer");
        Stage.as(officer).get(path + "/submissions").then().body("submission", contains(1, 2));
        Stage.as(officer)
                .get(path + "/submissions/1")
                .then()
                .body("content.answers[1].answer", equalTo("partly"))
                .body("score.overall", equalTo(25));
        Stage.as(officer)
                .get(path + "/submissions/2/differences")
                .then()
                .statusCode(200)
                .body("answers", hasSize(1))
                .body("answers[0].before.answer", equalTo("partly"))
                .body("answers[0].after.answer", equalTo("yes"))
                .body("systems.after.name", contains("mail"))
                .body("systems.before.name", contains("portal"));
        Stage.as(officer).get(path + "/submissions/3").then().statusCode(404);
        Stage.as(officer).get(path + "/submissions/1/differences").then().statusCode(404);
        Stage.as(stage.operator(1)).get(path + "/submissions").then().statusCode(404);
        Stage.as(Tokens.officer("case-officer", Tokens.freshAuthority()))
                .get(path + "/submissions/1")
                .then()
                .statusCode(404);
    }

    @Test
    void a_submission_taken_back_before_the_deadline_is_none_when_it_comes() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        String path = "/cases/" + caseId + "/filing/withdrawal";
        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        Stage.as(stage.operator(1))
                .header("If-Match", submitted)
                .body("{}")
                .put(path)
                .then()
                .statusCode(404);
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", submitted)
                .body("{}")
                .put(path)
                .then()
                .statusCode(403);
        String withdrawn = Stage.as(stage.operator(0))
                .header("If-Match", submitted)
                .body("{}")
                .put(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .extract()
                .header("ETag");
        TestTopics.await(TOPIC, "regulus.filing.filing-withdrawn.v1", caseId);
        Stage.as(stage.operator(0)).get("/cases/" + caseId).then().body("state", equalTo("open"));

        clock.moveTo(Stage.DUE);
        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(0).getString("state").equals("overdue"));
        String late = stage.submit(0, withdrawn)
                .then()
                .statusCode(200)
                .body("late", equalTo(true))
                .body("submission", equalTo(2))
                .extract()
                .header("ETag");
        Stage.as(stage.operator(0))
                .header("If-Match", late)
                .body("{}")
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("filing.withdrawal-too-late"));
    }

    @Test
    void who_is_given_more_time_falls_overdue_later() {
        Stage stage = new Stage(clock).published();
        UUID first = stage.caseId(0);
        UUID second = stage.caseId(1);
        String asked =
                ask(stage, 0, "2019-07-31").then().statusCode(201).extract().header("ETag");
        String id = only(stage, first);
        ask(stage, 0, "2019-08-05").then().statusCode(409).body("code", equalTo("extension.pending"));
        ask(stage, 1, "2019-07-10").then().statusCode(422).body("code", equalTo("extension.not-later"));
        ask(stage, 1, "2019-07-20").then().statusCode(201);
        String path = "/cases/%s/extensions/%s/decision".formatted(first, id);
        String body = "{\"granted\": true, \"reason\": \"flood\"}";
        Stage.as(stage.operator(0))
                .header("If-Match", asked)
                .body(body)
                .put(path)
                .then()
                .statusCode(403);
        Stage.as(Tokens.officer("case-officer", Tokens.freshAuthority()))
                .header("If-Match", asked)
                .body(body)
                .put(path)
                .then()
                .statusCode(404);
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", asked)
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("granted"))
                .body("grantedUntil", equalTo("2019-07-31T16:00:00Z"));
        assertThat(TestTopics.await(TOPIC, "regulus.filing.extension-decided.v1", first)
                        .tree()
                        .path("filingDueAt")
                        .asText())
                .isEqualTo("2019-07-31T16:00:00Z");

        clock.moveTo(Stage.DUE);
        var closed = TestTopics.await(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId);
        assertThat(closed.tree().path("overdue").asInt())
                .as("one has more time, one waits for a decision")
                .isZero();
        String waiting = "/cases/%s/extensions/%s".formatted(second, only(stage, second));
        String seen = Stage.as(stage.officer("case-officer")).get(waiting).header("ETag");
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", seen)
                .body("{\"granted\": false, \"reason\": \"no cause\"}")
                .put(waiting + "/decision")
                .then()
                .statusCode(200);
        assertThat(stage.cases()).extracting(one -> one.getString("state")).containsExactly("open", "overdue");
        ask(stage, 1, "2019-08-20").then().statusCode(409).body("code", equalTo("case.move-not-allowed"));

        clock.moveTo(java.time.Instant.parse("2019-07-31T16:00:00Z").minus(HOUR));
        assertThat(stage.submit(0, stage.draft(0).header("ETag")).<Boolean>path("late"))
                .isFalse();
        TestTopics.await(TOPIC, "regulus.filing.filing-submitted.v1", first);
        assertThat(TestTopics.count(TOPIC, "regulus.filing.filing-overdue.v1", first))
                .isZero();
        ask(stage, 0, "2019-07-20").then().statusCode(422);
    }

    private static Response ask(Stage stage, int index, String until) {
        return Stage.as(stage.operator(index))
                .body("{\"until\": \"%s\", \"reason\": \"flood\"}".formatted(until))
                .post("/cases/" + stage.caseId(index) + "/extensions");
    }

    private static String only(Stage stage, UUID caseId) {
        return Stage.as(stage.officer("case-officer"))
                .get("/cases/" + caseId + "/extensions")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }
}
