package org.regulus.inspection.publication.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;

/** A result is published by itself after the term, read by everybody, corrected and withdrawn by the decision maker. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PublicationIT extends InJuly {

    @Test
    void a_result_is_published_after_twenty_working_days_corrected_and_withdrawn() {
        String path = concluded();
        String publication = path + "/publication";
        stage.as("auditor").get(publication).then().statusCode(404).body("code", equalTo("publication.unknown"));
        clock.moveTo(Instant.parse("2019-08-28T15:00:00Z"));
        given().get("/published-inspections?authority=" + stage.authority)
                .then()
                .body("items", hasSize(0));
        clock.moveTo(Instant.parse("2019-08-28T17:00:00Z"));
        await().atMost(Stage.PATIENCE)
                .until(() -> stage.as("auditor").get(publication).statusCode() == 200);

        Response seen = given().get("/published-inspections?authority=" + stage.authority);
        seen.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].basis", equalTo("random"))
                .body("items[0].items[0].item", equalTo("GP-01"));
        assertThat(seen.asString())
                .doesNotContain(
                        "nobody keeps",
                        stage.operatorOf.values().iterator().next().toString());
        given().get("/published-inspections/feed")
                .then()
                .statusCode(200)
                .contentType("application/atom+xml")
                .body(containsString(seen.jsonPath().getString("items[0].id")));
        given().get("/published-inspections/" + UUID.randomUUID()).then().statusCode(404);
        stage.as("auditor")
                .get("/inspection-figures?campaign=" + stage.campaign)
                .then()
                .body("$", hasSize(1))
                .body("[0].basis", equalTo("random"))
                .body("[0].withIssues", equalTo(1))
                .body("[0].published", equalTo(1));
        new Stage()
                .as("auditor")
                .get("/inspection-figures?campaign=" + stage.campaign)
                .then()
                .body("$", hasSize(0));
        stage.as("auditor").get("/inspection-figures").then().statusCode(422);
        Stage.asOperator(UUID.randomUUID()).get("/inspection-figures").then().statusCode(403);

        Map<String, Object> correction =
                Map.of("outcome", "no-issue", "items", List.of(), "reason", "The court said so");
        stage.as("case-officer")
                .body(correction)
                .put(publication + "/correction")
                .then()
                .statusCode(403);
        stage.as("case-officer")
                .body("{}")
                .put(publication + "/withdrawal")
                .then()
                .statusCode(403);
        new Stage()
                .as("decision-maker")
                .header("If-Match", "\"0\"")
                .body(correction)
                .put(publication + "/correction")
                .then()
                .statusCode(404);
        change(publication, "/correction", correction)
                .then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("outcome", equalTo("no-issue"));
        change(publication, "/withdrawal", Map.of("reason", "Another operator was meant"))
                .then()
                .statusCode(200);
        given().get("/published-inspections/" + seen.jsonPath().getString("items[0].id"))
                .then()
                .body("state", equalTo("withdrawn"))
                .body("outcome", nullValue())
                .body("reason", equalTo("Another operator was meant"));
        change(publication, "/correction", correction)
                .then()
                .statusCode(409)
                .body("code", equalTo("publication.move-not-allowed"));
        UUID caseId = stage.operatorOf.keySet().iterator().next();
        for (String event : List.of("inspection-published", "publication-corrected", "publication-withdrawn")) {
            assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.%s.v1".formatted(event), caseId)
                            .json())
                    .doesNotContain("court", "Another");
        }
    }

    private String concluded() {
        String path = "/inspections/" + stage.drawnInspection();
        stage.fix(path, stage.etag(path), "2019-07-31T01:00:00Z", "2019-07-31T03:00:00Z")
                .then()
                .statusCode(200);
        clock.moveTo(Instant.parse("2019-07-31T04:00:00Z"));
        stage.as("case-officer")
                .header("If-Match", stage.etag(path + "/interview"))
                .body(Map.of("heldAt", "2019-07-31T03:00:00Z", "attendees", 3, "summary", "read back"))
                .put(path + "/interview/record")
                .then()
                .statusCode(200);
        stage.as("inspector")
                .header("If-Match", stage.etag(path))
                .body(Map.of(
                        "findings",
                        List.of(Map.of(
                                "item",
                                "GP-01",
                                "severity",
                                "major",
                                "legalReference",
                                "CSL, Art. 21",
                                "text",
                                "nobody keeps logs"))))
                .put(path + "/findings")
                .then()
                .statusCode(200);
        stage.conclude(path).then().statusCode(200);
        return path;
    }

    private Response change(String publication, String what, Map<String, Object> body) {
        return stage.as("decision-maker")
                .header("If-Match", stage.etag(publication))
                .body(body)
                .put(publication + what);
    }
}
