package org.regulus.filing.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;

/** What is said of single answers when a filing is sent back. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RemarkIT {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void remarks_stay_with_their_submission_and_tell_whether_the_answer_changed() {
        Stage stage = new Stage(clock).published();
        String path = "/cases/" + stage.caseId(0) + "/filing";
        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        String returned = stage.move(0, "return", submitted, remarks("GP-01", "GP-02"))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Stage.as(stage.operator(0))
                .get(path + "/remarks")
                .then()
                .statusCode(200)
                .body("items.item", contains("GP-01", "GP-02"))
                .body("items.text", contains("see GP-01", "see GP-02"))
                .body("items.submission", contains(1, 1))
                .body("items.answerChanged", contains(false, false));

        String amended = Stage.as(stage.operator(0))
                .header("If-Match", returned)
                .body("{\"answers\": [{\"item\": \"GP-02\", \"answer\": \"yes\"}]}")
                .patch(path)
                .header("ETag");
        String again = stage.submit(0, amended).then().statusCode(200).extract().header("ETag");
        stage.move(0, "return", again, remarks("GP-02")).then().statusCode(200);

        String officer = stage.officer("case-officer");
        Stage.as(officer)
                .get(path + "/remarks")
                .then()
                .body("items.submission", contains(1, 1, 2))
                .body("items.answerChanged", contains(false, true, false));
        String next = Stage.as(officer)
                .get(path + "/remarks?limit=2")
                .then()
                .extract()
                .path("next");
        Stage.as(officer).get(path + "/remarks?limit=2&cursor=" + next).then().body("items.submission", contains(2));
    }

    private static String remarks(String... items) {
        return java.util.stream.Stream.of(items)
                .map(item -> "{\"item\": \"%s\", \"text\": \"see %s\"}".formatted(item, item))
                .collect(java.util.stream.Collectors.joining(",", "{\"remarks\": [", "]}"));
    }

    @Test
    void a_remark_that_is_about_nothing_asked_is_refused_and_nothing_is_returned() {
        Stage stage = new Stage(clock).published();
        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        stage.move(
                        0,
                        "return",
                        submitted,
                        """
                        {"remarks": [{"item": "GP-01", "text": "fine"}, {"item": "GP-99", "text": "which?"},
                                     {"item": "GP-02", "system": "portal", "text": "of all"}]}""")
                .then()
                .statusCode(422)
                .body("code", equalTo("filing.remarks"))
                .body("errors.pointer", contains("/remarks/1/item", "/remarks/2/system"))
                .body("errors.code", contains("filing.item-unknown", "filing.system-unknown"));
        Stage.as(stage.operator(0))
                .get("/cases/" + stage.caseId(0) + "/filing/remarks")
                .then()
                .body("items", hasSize(0));
        stage.move(0, "acceptance", submitted, "{}").then().statusCode(200);
    }

    @Test
    void others_see_no_remarks_and_an_operator_makes_none() {
        Stage stage = new Stage(clock).published();
        String path = "/cases/" + stage.caseId(0) + "/filing";
        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        Stage.as(stage.operator(0))
                .header("If-Match", submitted)
                .body(remarks("GP-01"))
                .put(path + "/return")
                .then()
                .statusCode(403);
        for (String other : new String[] {stage.operator(1), new Stage(clock).officer("case-officer")}) {
            Stage.as(other).get(path + "/remarks").then().statusCode(404).body("code", equalTo("filing.unknown"));
        }
    }
}
