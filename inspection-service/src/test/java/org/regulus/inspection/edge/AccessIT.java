package org.regulus.inspection.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;

/** Who may do what with an inspection, and who gets nowhere. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AccessIT extends InJuly {

    @ParameterizedTest
    @ValueSource(
            strings = {"/inspections", "/inspectors", "/draws", "/cases?campaign=01976a2e-5c00-7000-8000-000000000002"})
    void a_token_that_is_not_of_this_realm_audience_and_time_opens_nothing(String path) {
        TokenRefusals.check(path);
    }

    @Test
    void the_wrong_role_and_the_wrong_authority_get_nowhere() {
        String path = "/inspections/" + stage.drawnInspection();
        for (String move : List.of("inspectors", "interview", "interview/record", "findings", "conclusion")) {
            stage.as("auditor").body("{}").put(path + "/" + move).then().statusCode(403);
            Stage.asOperator(UUID.randomUUID())
                    .body("{}")
                    .put(path + "/" + move)
                    .then()
                    .statusCode(403);
        }
        stage.as("case-officer").body("{}").post("/draws").then().statusCode(403);
        stage.as("case-officer").body("{}").post("/inspectors").then().statusCode(403);
        Stage.asOperator(UUID.randomUUID()).get("/inspectors").then().statusCode(403);
        Stage.asOperator(UUID.randomUUID())
                .get(path + "/free-slots?from=2019-08-01")
                .then()
                .statusCode(403);
        RequestSpecification foreign =
                given().auth().oauth2(Tokens.officer("case-officer", "GDCA")).contentType("application/json");
        foreign.get(path).then().statusCode(404).body("code", equalTo("inspection.unknown"));
        foreign.get("/inspections?campaign=" + stage.campaign).then().body("items", hasSize(0));
        foreign.get("/cases?campaign=" + stage.campaign).then().body("total", equalTo(0));
        foreign.header("If-Match", "\"0\"")
                .body("{}")
                .put(path + "/conclusion")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.officer("campaign-manager", "GDCA"))
                .contentType("application/json")
                .body(Map.of("campaignId", stage.campaign, "sampleSize", 1, "seedSource", "dice"))
                .post("/draws")
                .then()
                .statusCode(422)
                .body("code", equalTo("draw.sample-size"));
    }

    @Test
    void who_has_a_login_and_is_not_drawn_writes_nothing_into_an_inspection() {
        String path = "/inspections/" + stage.drawnInspection();
        String drawn = "/inspectors/" + stage.as("auditor").get(path).jsonPath().getString("inspectorIds[0]");
        stage.as("campaign-manager")
                .header("If-Match", stage.etag(drawn))
                .body(Map.of(
                        "name",
                        "Inspector",
                        "staffNumber",
                        "S-9",
                        "account",
                        "somebody-else",
                        "recusedOperators",
                        List.of(),
                        "active",
                        true))
                .put(drawn)
                .then()
                .statusCode(200);
        for (String move : List.of("findings", "conclusion")) {
            stage.as("inspector")
                    .header("If-Match", stage.etag(path))
                    .body("{\"findings\": []}")
                    .put(path + "/" + move)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("inspection.not-assigned"));
        }
        stage.as("inspector")
                .header("If-Match", stage.etag(path))
                .body(Map.of("place", "The data centre", "minutes", 60))
                .put(path + "/notice/at-the-door")
                .then()
                .statusCode(403)
                .body("code", equalTo("inspection.not-assigned"));
    }
}
