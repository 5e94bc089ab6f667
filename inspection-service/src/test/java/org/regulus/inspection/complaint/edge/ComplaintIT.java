package org.regulus.inspection.complaint.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.inspection.Stage;

/** What is said about an operator, who may know who said it, and what comes of it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ComplaintIT {

    private final Stage stage = new Stage();
    private UUID caseId;

    @BeforeEach
    void a_case() {
        stage.cases(1);
        caseId = stage.operatorOf.keySet().iterator().next();
    }

    @Test
    void a_complaint_leads_to_an_inspection_for_cause_that_the_figures_count_apart() {
        Response made = register(true);
        made.then().statusCode(201).body("state", equalTo("registered")).body("complainant.name", equalTo("Ms Wu"));
        String path = path(made);
        register(false)
                .then()
                .statusCode(201)
                .body("id", not(equalTo(made.jsonPath().getString("id"))));
        Response referred = refer(path);
        referred.then().statusCode(200).body("state", equalTo("referred"));
        String inspection = "/inspections/" + referred.jsonPath().getString("inspectionId");
        stage.as("auditor").get(inspection).then().statusCode(200).body("cause", equalTo("complaint"));
        refer(path).then().statusCode(409).body("code", equalTo("complaint.move-not-allowed"));
        stage.as("auditor")
                .get("/inspection-figures?campaign=" + stage.campaign)
                .then()
                .body("$", hasSize(1))
                .body("[0].basis", equalTo("for-cause"))
                .body("[0].cause", equalTo("complaint"));

        String second = "/complaints/"
                + stage.as("auditor")
                        .get("/complaints?state=registered")
                        .jsonPath()
                        .getString("items[0].id");
        refer(second)
                .then()
                .statusCode(200)
                .body("inspectionId", equalTo(referred.jsonPath().getString("inspectionId")));
        for (String event : List.of("complaint-registered", "complaint-referred", "inspection-opened")) {
            assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.%s.v1".formatted(event), caseId)
                            .json())
                    .doesNotContain("Wu", "leaks", "subscribers");
        }
    }

    @Test
    void two_complaints_of_one_case_at_the_same_time_are_one_inspection() {
        List<String> paths = Stream.of(true, false, true, false)
                .map(confidential -> path(register(confidential)))
                .toList();
        List<String> inspections =
                paths.stream().map(path -> CompletableFuture.supplyAsync(() -> refer(path))).toList().stream()
                        .map(one -> one.join()
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getString("inspectionId"))
                        .distinct()
                        .toList();
        assertThat(inspections).hasSize(1);
    }

    @Test
    void a_complaint_is_closed_with_a_reason_and_a_closed_case_is_not_inspected() {
        String path = path(register(false));
        stage.tell(UUID.randomUUID(), "case-closed", caseId, Map.of());
        await().atMost(Stage.PATIENCE).until(() -> stage.as("auditor")
                .get("/cases?campaign=" + stage.campaign)
                .jsonPath()
                .getBoolean("items[0].closed"));
        refer(path).then().statusCode(409).body("code", equalTo("complaint.case-closed"));
        close(path, "unfounded")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("reason", equalTo("unfounded"));
        close(path, "other").then().statusCode(409).body("code", equalTo("complaint.move-not-allowed"));
        assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.complaint-closed.v1", caseId)
                        .json())
                .doesNotContain("looked at");
    }

    @Test
    void a_complaint_goes_with_its_case_to_the_authority_that_takes_it_over() {
        String waiting = path(register(true));
        String ended = path(register(false));
        close(ended, "unfounded").then().statusCode(200);
        Stage other = new Stage();
        other.tell(UUID.randomUUID(), "case-transferred", caseId, Map.of());
        await().atMost(Stage.PATIENCE)
                .until(() -> other.as("auditor").get(waiting).statusCode() == 200);
        stage.as("case-officer").get(waiting).then().statusCode(404);
        stage.as("auditor").get(ended).then().statusCode(200);
        other.as("auditor").get(ended).then().statusCode(404);
        Response taken = other.as("case-officer").get(waiting);
        taken.then().body("authority", equalTo(other.authority)).body("complainant", nullValue());
        other.as("case-officer")
                .header("If-Match", taken.header("ETag"))
                .put(waiting + "/inspection")
                .then()
                .statusCode(200)
                .body("state", equalTo("referred"));
    }

    @Test
    void who_complained_in_confidence_is_told_to_the_officer_who_registered_it_only() {
        String confidential = path(register(true));
        String open = path(register(false));
        String colleague = Tokens.as("a-colleague")
                .roles("case-officer")
                .authority(stage.authority)
                .sign();
        stage.as("case-officer").get(confidential).then().body("complainant.contact", equalTo("wu@example.org"));
        given().auth()
                .oauth2(colleague)
                .get(confidential)
                .then()
                .statusCode(200)
                .body("complainant", nullValue());
        given().auth().oauth2(colleague).get(open).then().body("complainant.name", equalTo("Ms Wu"));
        for (String path : List.of(confidential, open)) {
            stage.as("auditor").get(path).then().statusCode(200).body("complainant", nullValue());
        }
        stage.as("auditor")
                .get("/complaints")
                .then()
                .body("items", hasSize(2))
                .body("items.complainant", equalTo(java.util.Arrays.asList(null, null)));
    }

    @Test
    void others_get_nowhere_and_what_says_too_little_is_refused() {
        String path = path(register(false));
        Stage foreign = new Stage();
        foreign.as("case-officer").get(path).then().statusCode(404).body("code", equalTo("complaint.unknown"));
        foreign.as("case-officer").get("/complaints").then().body("items", hasSize(0));
        foreign.as("case-officer")
                .body(complaint(false))
                .post("/complaints")
                .then()
                .statusCode(404)
                .body("code", equalTo("case.unknown"));
        for (String move : List.of("/inspection", "/closure")) {
            foreign.as("case-officer")
                    .header("If-Match", "\"0\"")
                    .body(closure("other"))
                    .put(path + move)
                    .then()
                    .statusCode(404);
            stage.as("auditor").body("{}").put(path + move).then().statusCode(403);
            stage.as("case-officer")
                    .body(closure("other"))
                    .put(path + move)
                    .then()
                    .statusCode(428);
        }
        stage.as("inspector").get(path).then().statusCode(403);
        stage.as("auditor").body(complaint(false)).post("/complaints").then().statusCode(403);
        UUID operator = stage.operatorOf.get(caseId);
        Stage.asOperator(operator).get(path).then().statusCode(403);
        Stage.asOperator(operator).get("/complaints").then().statusCode(403);
        stage.as("case-officer")
                .body("{\"subject\": \"coffee\"}")
                .post("/complaints")
                .then()
                .statusCode(422)
                .body("errors", hasSize(5));
        Map<String, Object> tomorrow = new HashMap<>(complaint(false));
        tomorrow.put("receivedAt", "2099-01-01T00:00:00Z");
        stage.as("case-officer")
                .body(tomorrow)
                .post("/complaints")
                .then()
                .statusCode(422)
                .body("code", equalTo("complaint.not-yet-received"));
    }

    private Map<String, Object> complaint(boolean confidential) {
        return Map.of(
                "caseId",
                caseId,
                "subject",
                "data-leak",
                "text",
                "It leaks the data of its subscribers",
                "receivedAt",
                "2019-07-15T02:00:00Z",
                "complainant",
                Map.of("name", "Ms Wu", "contact", "wu@example.org"),
                "confidential",
                confidential);
    }

    private Response register(boolean confidential) {
        return stage.as("case-officer").body(complaint(confidential)).post("/complaints");
    }

    private static String path(Response made) {
        return "/complaints/" + made.then().statusCode(201).extract().jsonPath().getString("id");
    }

    private Response refer(String path) {
        return stage.as("case-officer").header("If-Match", stage.etag(path)).put(path + "/inspection");
    }

    private static Map<String, String> closure(String reason) {
        return Map.of("reason", reason, "explanation", "It was looked at");
    }

    private Response close(String path, String reason) {
        return stage.as("case-officer")
                .header("If-Match", stage.etag(path))
                .body(closure(reason))
                .put(path + "/closure");
    }
}
