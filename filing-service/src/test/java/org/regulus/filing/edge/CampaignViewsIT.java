package org.regulus.filing.edge;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
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
}
