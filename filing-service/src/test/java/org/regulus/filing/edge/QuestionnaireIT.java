package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** A questionnaire with all that it can have, from the catalogue to the score on the topic. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class QuestionnaireIT {

    private static final String RICH =
            """
            {"version": "2", "sections": [{"id": "org", "title": {"zh": "组织", "en": "Organisation"}},
                                          {"id": "sys", "title": {"zh": "系统", "en": "Systems"}}],
             "items": [
               {"id": "ORG-1", "section": "org", "text": {"zh": "负责人", "en": "Officer"}, "legalReference": "CSL Art. 21"},
               {"id": "ORG-2", "section": "org", "text": {"zh": "何时", "en": "Since when"}, "legalReference": "CSL Art. 21",
                "answer": {"type": "date"}, "askedWhen": {"item": "ORG-1", "is": ["yes"]}},
               {"id": "SYS-1", "section": "sys", "text": {"zh": "备份", "en": "Backup"}, "legalReference": "CSL Art. 34",
                "weight": 2, "about": {"systemKinds": ["public-cloud", "app"], "fromLevel": 3}}]}""";

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void answers_are_held_against_conditions_and_systems_and_scored_at_submission() {
        Stage stage = new Stage(clock).published(RICH);
        UUID caseId = stage.caseId(0);
        Stage.as(stage.operator(0))
                .get("/cases/" + caseId + "/questionnaire")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("ORG-1", "ORG-2", "SYS-1"))
                .body("items[0].answer.type", equalTo("conformity"))
                .body("items[0].about", nullValue());

        String systems =
                "\"systems\": [{\"name\": \"portal\", \"kind\": \"app\", \"protectionLevel\": 3}, {\"name\": \"blog\", \"kind\": \"app\", \"protectionLevel\": 2}]";
        String drafted = stage.draft(
                        0,
                        "{" + systems + ", \"answers\": [{\"item\": \"ORG-1\", \"answer\": \"yes\"},"
                                + " {\"item\": \"SYS-1\", \"system\": \"blog\", \"answer\": \"no\"}]}")
                .header("ETag");
        stage.submit(0, drafted)
                .then()
                .statusCode(422)
                .body("code", equalTo("filing.incomplete"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "filing.item-not-asked", "filing.item-unanswered", "filing.item-unanswered"));

        String revised = Stage.as(stage.operator(0))
                .header("If-Match", drafted)
                .body("{" + systems + ", \"answers\": [{\"item\": \"ORG-1\", \"answer\": \"yes\"},"
                        + " {\"item\": \"ORG-2\", \"answer\": \"2018-03-01\"},"
                        + " {\"item\": \"SYS-1\", \"system\": \"portal\", \"answer\": \"partly\"}]}")
                .put("/cases/" + caseId + "/filing")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        // (1·0 + 2·3·50) / (1 + 2·3) = 42.9
        stage.submit(0, revised)
                .then()
                .statusCode(200)
                .body("score.overall", equalTo(43))
                .body("score.sections.score", equalTo(java.util.List.of(0, 50)));
        assertThat(TestTopics.await("regulus.filing.events", "regulus.filing.filing-submitted.v1", caseId)
                        .tree()
                        .path("riskScore")
                        .asInt())
                .isEqualTo(43);
    }

    @Test
    void a_flawed_questionnaire_is_refused_with_all_its_flaws() {
        Stage stage = new Stage(clock);
        Stage.as(stage.officer("campaign-manager"))
                .body(Stage.campaign(
                        "NS",
                        RICH.replace("ORG-1\", \"is\"", "SYS-1\", \"is\"").replace("\"weight\": 2", "\"weight\": -2")))
                .post("/campaigns")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/questionnaire/items/1/askedWhen/item", "/questionnaire/items/2/weight"));
    }

    @Test
    void a_catalogue_becomes_the_questionnaire_of_a_draft_only() {
        Stage stage = new Stage(clock);
        String manager = stage.officer("campaign-manager");
        Response drafted = Stage.as(manager).body(Stage.campaign("NS")).post("/campaigns");
        String path = "/campaigns/" + drafted.path("id");
        String catalog =
                """
                {"catalog": {"metadata": {"title": "Sample", "version": "1"}, "groups": [
                  {"id": "ac", "title": "Access", "controls": [{"id": "ac-1", "title": "Policy"}, {"id": "ac-2", "title": "Accounts"}]},
                  {"id": "au", "title": "Audit", "controls": [{"id": "au-1", "title": "Policy"}]}]}}""";
        String imported = Stage.as(manager)
                .header("If-Match", drafted.header("ETag"))
                .body(catalog)
                .put(path + "/questionnaire/oscal-catalog?group=ac")
                .then()
                .statusCode(200)
                .body("questionnaire.items.id", equalTo(java.util.List.of("ac-1", "ac-2")))
                .body("questionnaire.sections", hasSize(1))
                .extract()
                .header("ETag");
        Stage.as(manager)
                .header("If-Match", imported)
                .body("{\"profile\": {}}")
                .put(path + "/questionnaire/oscal-catalog")
                .then()
                .statusCode(422)
                .body("code", equalTo("oscal.not-a-catalog"));
        Stage.as(Tokens.officer("campaign-manager", Tokens.freshAuthority()))
                .header("If-Match", imported)
                .body(catalog)
                .put(path + "/questionnaire/oscal-catalog")
                .then()
                .statusCode(404);
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", imported)
                .body(catalog)
                .put(path + "/questionnaire/oscal-catalog")
                .then()
                .statusCode(403);
        String published = Stage.as(manager)
                .header("If-Match", imported)
                .body("{}")
                .put(path + "/publication")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Stage.as(manager)
                .header("If-Match", published)
                .body(catalog)
                .put(path + "/questionnaire/oscal-catalog")
                .then()
                .statusCode(409)
                .body("code", equalTo("campaign.move-not-allowed"));
    }

    @Test
    void another_operator_does_not_see_what_a_case_asks() {
        Stage stage = new Stage(clock).published();
        Stage.as(stage.operator(1))
                .get("/cases/" + stage.caseId(0) + "/questionnaire")
                .then()
                .statusCode(404);
        Stage.as(Tokens.officer("case-officer", Tokens.freshAuthority()))
                .get("/cases/" + stage.caseId(0) + "/questionnaire")
                .then()
                .statusCode(404);
    }
}
