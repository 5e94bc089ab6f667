package org.regulus.filing.edge;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** What is counted and told about a campaign, and who is told. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CampaignViewsIT {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void before_publication_the_scope_is_counted_by_each_of_its_facts() {
        Stage stage = new Stage(clock);
        String manager = stage.officer("campaign-manager");
        String all = drafted(stage, Stage.campaign("ALL"));
        String south = drafted(stage, Stage.campaign("SOUTH").replace("\"provinces\": []", "\"provinces\": [\"44\"]"));

        Stage.as(manager)
                .get("/campaigns/" + all + "/preview")
                .then()
                .statusCode(200)
                .body("operators", equalTo(2))
                .body("byProvince.'11'", equalTo(1))
                .body("byLicenceClass.B25", equalTo(1))
                .body("bySystemKind.cdn", equalTo(1))
                .body("bySystemKind.email", equalTo(1));
        Stage.as(manager)
                .get("/campaigns/" + south + "/preview")
                .then()
                .statusCode(200)
                .body("operators", equalTo(1))
                .body("byProvince.size()", equalTo(1));
        Stage.as(new Stage(clock).officer("campaign-manager"))
                .get("/campaigns/" + all + "/preview")
                .then()
                .statusCode(404)
                .body("code", equalTo("campaign.unknown"));
        Stage.as(stage.officer("auditor"))
                .get("/campaigns/" + all + "/preview")
                .then()
                .statusCode(403);
    }

    private static String drafted(Stage stage, String content) {
        Response drafted =
                Stage.as(stage.officer("campaign-manager")).body(content).post("/campaigns");
        drafted.then().statusCode(201);
        return drafted.path("id");
    }

    @Test
    void a_submission_just_before_midnight_counts_for_the_authoritys_day() {
        Stage stage = new Stage(clock).published();
        clock.moveTo(Stage.DUE.minusSeconds(120));
        stage.submit(0, stage.draft(0).header("ETag")).then().statusCode(200).body("late", equalTo(false));
        clock.moveTo(Stage.DUE);
        stage.submit(1, stage.draft(1).header("ETag")).then().statusCode(200).body("late", equalTo(true));

        Stage.as(stage.officer("auditor"))
                .get("/campaigns/" + stage.campaignId + "/figures")
                .then()
                .statusCode(200)
                .body("cases", equalTo(2))
                .body("drafted", equalTo(2))
                .body("filed", equalTo(2))
                .body("late", equalTo(1))
                .body("accepted", equalTo(0))
                .body("days.day", equalTo(java.util.List.of("2019-07-15", "2019-07-16")))
                .body("days.submissions", equalTo(java.util.List.of(1, 1)))
                .body("byProvince.find { it.of == '44' }.filed", equalTo(1))
                .body("bySystemKind", hasSize(3));
        Stage.as(stage.operator(0))
                .get("/campaigns/" + stage.campaignId + "/figures")
                .then()
                .statusCode(403);
        Stage.as(new Stage(clock).officer("auditor"))
                .get("/campaigns/" + stage.campaignId + "/figures")
                .then()
                .statusCode(404);
    }

    @Test
    void an_operator_is_told_what_it_owes_and_why_until_it_has_filed() {
        Stage stage = new Stage(clock).published();
        String operator = stage.operator(0);
        String path = "/operators/" + stage.cases().get(0).getString("operatorId") + "/obligations";
        String of = "items.find { it.authority == '%s' }.".formatted(stage.authority);

        Stage.as(operator)
                .get(path)
                .then()
                .statusCode(200)
                .body(of + "caseId", equalTo(stage.caseId(0).toString()))
                .body(of + "state", equalTo("to-file"))
                .body(of + "dueAt", equalTo("2019-07-15T16:00:00Z"))
                .body(of + "late", equalTo(false))
                .body(of + "ruleSet", equalTo("CN-MIIT-2019"))
                .body(of + "titles.en", equalTo("Campaign"))
                .body(of + "why.scope.provinces", empty());

        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        owes(stage, path, 0);
        stage.move(0, "return", submitted, "{\"remarks\": [{\"item\": \"GP-01\", \"text\": \"evidence\"}]}")
                .then()
                .statusCode(200);
        clock.moveTo(Stage.DUE);
        Stage.as(operator)
                .get(path)
                .then()
                .body(of + "state", equalTo("to-file-again"))
                .body(of + "late", equalTo(true));
    }

    /** As the authority sees it, for whom the operator's duties to other authorities do not exist. */
    private static void owes(Stage stage, String path, int duties) {
        Stage.as(stage.officer("case-officer")).get(path).then().statusCode(200).body("items", hasSize(duties));
    }

    @Test
    void nobody_is_told_of_another_operators_or_authoritys_obligations() {
        Stage stage = new Stage(clock).published();
        String path = "/operators/" + stage.cases().get(0).getString("operatorId") + "/obligations";
        owes(stage, path, 1);
        owes(new Stage(clock), path, 0);
        Stage.as(stage.operator(1)).get(path).then().statusCode(200).body("items", hasSize(0));
        Stage.as(Tokens.operator(UUID.randomUUID()))
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Stage.as(Tokens.as("partner").roles("partner").sign()).get(path).then().statusCode(403);
    }
}
