package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** The wrong person, the wrong moment, the wrong form. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FilingRefusalsIT {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/authorities",
                "/operators",
                "/campaigns",
                "/cases",
                "/risk-reports",
                "/cases/" + ANY + "/filing"
            })
    void a_token_that_is_not_of_this_realm_audience_and_time_opens_nothing(String path) {
        TokenRefusals.check(path);
    }

    private static final String ANY = "01976a2e-5c00-7000-8000-000000000001";

    @Test
    void the_wrong_role_is_forbidden_everywhere() {
        Stage stage = new Stage(clock).published();
        String auditor = stage.officer("auditor");
        String of = "/cases/" + stage.caseId(0) + "/filing";
        Stage.as(auditor).body("{}").put("/authorities/XX").then().statusCode(403);
        Stage.as(auditor)
                .contentType("text/csv")
                .body("x")
                .post("/operators/imports")
                .then()
                .statusCode(403);
        Stage.as(auditor).body(Stage.campaign("NS")).post("/campaigns").then().statusCode(403);
        Stage.as(stage.operator(0)).get("/campaigns").then().statusCode(403);
        Stage.as(stage.officer("case-officer"))
                .body("{}")
                .put("/campaigns/" + stage.campaignId + "/publication")
                .then()
                .statusCode(403);
        Stage.as(stage.officer("case-officer"))
                .body("{}")
                .put("/campaigns/" + stage.campaignId + "/completion")
                .then()
                .statusCode(403);
        Stage.as(stage.officer("case-officer"))
                .body(Stage.CONTENT)
                .put(of)
                .then()
                .statusCode(403);
        Stage.as(stage.officer("case-officer"))
                .body("{}")
                .put(of + "/submission")
                .then()
                .statusCode(403);
        Stage.as(stage.operator(0)).body("{}").put(of + "/acceptance").then().statusCode(403);
        Stage.as(stage.operator(0)).body("{}").put(of + "/return").then().statusCode(403);
        Stage.as(stage.officer("case-officer"))
                .body("{}")
                .post("/risk-reports")
                .then()
                .statusCode(403);
        Stage.as(stage.operator(0))
                .body("{}")
                .put("/risk-reports/" + ANY + "/triage")
                .then()
                .statusCode(403);
    }

    @Test
    void another_operator_and_another_authority_learn_nothing() {
        Stage stage = new Stage(clock).published();
        String foreign = Tokens.officer("case-officer", "GDCA");
        String of = "/cases/" + stage.caseId(0);
        String etag = stage.draft(0).header("ETag");
        for (String token : new String[] {stage.operator(1), foreign}) {
            Stage.as(token).get(of).then().statusCode(404).body("code", equalTo("case.unknown"));
            Stage.as(token).get(of + "/filing").then().statusCode(404);
        }
        Stage.as(stage.operator(1))
                .header("If-Match", etag)
                .body(Stage.CONTENT)
                .put(of + "/filing")
                .then()
                .statusCode(404);
        Stage.as(stage.operator(1))
                .header("If-Match", etag)
                .body("{}")
                .put(of + "/filing/submission")
                .then()
                .statusCode(404);
        Stage.as(foreign)
                .header("If-Match", etag)
                .body("{}")
                .put(of + "/filing/acceptance")
                .then()
                .statusCode(404);
        Stage.as(foreign).get("/cases?campaign=" + stage.campaignId).then().body("items", hasSize(0));
        Stage.as(stage.operator(1))
                .get("/cases?campaign=" + stage.campaignId)
                .then()
                .body("items", hasSize(1));
        Stage.as(Tokens.officer("campaign-manager", "GDCA"))
                .get("/campaigns/" + stage.campaignId)
                .then()
                .statusCode(404);
        Stage.as(foreign).get("/operators?province=44").then().body("items", hasSize(0));
        Stage.as(stage.operator(1)).get("/operators").then().body("items.name", hasItems("Synthetic Mail"));
    }

    @Test
    void a_move_that_the_state_does_not_allow_is_a_conflict() {
        Stage stage = new Stage(clock).published();
        String drafted = stage.draft(0).header("ETag");
        stage.move(0, "acceptance", drafted, "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("filing.move-not-allowed"));
        String submitted = stage.submit(0, drafted).header("ETag");
        stage.submit(0, submitted).then().statusCode(409).body("code", equalTo("filing.move-not-allowed"));
        Stage.as(stage.operator(0))
                .header("If-Match", submitted)
                .body(Stage.CONTENT)
                .put("/cases/" + stage.caseId(0) + "/filing")
                .then()
                .statusCode(409);
        Stage.as(stage.officer("campaign-manager"))
                .header("If-Match", stage.campaignTag)
                .body("{}")
                .put("/campaigns/" + stage.campaignId + "/publication")
                .then()
                .statusCode(409)
                .body("code", equalTo("campaign.move-not-allowed"));
        Stage.as(stage.officer("campaign-manager"))
                .header("If-Match", stage.campaignTag)
                .body(Stage.campaign("NS"))
                .put("/campaigns/" + stage.campaignId)
                .then()
                .statusCode(409);
        Stage.as(stage.officer("campaign-manager"))
                .body(Stage.campaign("NS"))
                .post("/campaigns")
                .then()
                .statusCode(409)
                .body("code", equalTo("campaign.code-taken"));
    }

    @Test
    void a_change_names_the_version_it_saw() {
        Stage stage = new Stage(clock).published();
        String path = "/cases/" + stage.caseId(0) + "/filing";
        Stage.as(stage.operator(0))
                .body(Stage.CONTENT)
                .put(path)
                .then()
                .statusCode(428)
                .body("code", equalTo("etag.required"));
        String etag = stage.draft(0).header("ETag");
        stage.draft(0).then().statusCode(412).body("code", equalTo("filing.exists"));
        Stage.as(stage.operator(0))
                .header("If-Match", etag)
                .body(Stage.CONTENT.replace("portal", "gate"))
                .put(path)
                .then()
                .statusCode(200);
        stage.submit(0, etag).then().statusCode(412).body("code", equalTo("etag.stale"));
    }

    @Test
    void an_incomplete_filing_is_told_every_flaw() {
        Stage stage = new Stage(clock).published();
        String drafted = Stage.as(stage.operator(0))
                .header("If-None-Match", "*")
                .body("{\"systems\": [], \"answers\": [{\"item\": \"XX\", \"answer\": \"yes\"}]}")
                .put("/cases/" + stage.caseId(0) + "/filing")
                .header("ETag");
        stage.submit(0, drafted)
                .then()
                .statusCode(422)
                .body("code", equalTo("filing.incomplete"))
                .body("errors.code", hasItems("filing.systems-count", "filing.item-unknown", "filing.item-unanswered"));
    }

    @Test
    void unreadable_and_unknown_things_are_said_to_be_so() {
        Stage stage = new Stage(clock).published();
        String path = "/cases/" + stage.caseId(0) + "/filing";
        Stage.as(stage.operator(0))
                .header("If-None-Match", "*")
                .body("{\"systems\": ")
                .put(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("request.malformed"));
        Stage.as(stage.operator(0))
                .header("If-None-Match", "*")
                .body("{\"systems\": [], \"answers\": [], \"mood\": 1}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/mood"));
        Stage.as(stage.operator(0))
                .header("If-None-Match", "*")
                .body("{\"systems\": [{\"name\": \"\", \"kind\": \"app\", \"protectionLevel\": 9}], \"answers\": []}")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/systems/0/name", "/systems/0/protectionLevel"));
        Stage.as(stage.operator(0)).get("/cases/" + UUID.randomUUID()).then().statusCode(404);
        Stage.as(stage.officer("campaign-manager"))
                .body(Stage.campaign("NS2").replace("\"provinces\": []", "\"provinces\": [\"99\"]"))
                .post("/campaigns")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/scope/provinces/0"));
        stage.importCsv("uscc\n").then().body("fault.code", equalTo("registry.header"));
    }

    @Test
    void a_submission_cannot_be_changed_even_by_sql() throws Exception {
        Stage stage = new Stage(clock).published();
        stage.submit(0, stage.draft(0).header("ETag")).then().statusCode(200);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> statement.execute("update submission set late = true")))
                    .hasMessageContaining("a submission is final");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> statement.execute("delete from submission")))
                    .hasMessageContaining("a submission is final");
        }
    }

    @Inject
    io.agroal.api.AgroalDataSource database;
}
