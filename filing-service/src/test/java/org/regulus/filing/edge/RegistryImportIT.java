package org.regulus.filing.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.filing.registry.SyntheticRegister;

/** Registers as they really come: big, doubled, in the wrong encoding. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RegistryImportIT {

    private static final Logger LOG = Logger.getLogger(RegistryImportIT.class);
    private static final int OPERATORS = 500;

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void five_hundred_operators_are_imported_and_get_their_cases_without_a_gap() {
        Stage stage = new Stage(clock);
        stage.importCsv(SyntheticRegister.csv(OPERATORS))
                .then()
                .statusCode(200)
                .body("rows", equalTo(OPERATORS))
                .body("imported", equalTo(OPERATORS));

        long before = System.nanoTime();
        stage.published();
        LOG.infof("drafted and published %d cases in %d ms", OPERATORS + 2, (System.nanoTime() - before) / 1_000_000);

        assertThat(numbers(stage))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, OPERATORS + 2)
                        .mapToObj(n -> "%s-2019-NS-%06d".formatted(stage.authority, n))
                        .toList());
    }

    /** Every case of the campaign, page after page. */
    private static List<String> numbers(Stage stage) {
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Stage.as(stage.officer("auditor"))
                    .get("/cases?limit=200&campaign=" + stage.campaignId + "&cursor=" + cursor)
                    .jsonPath();
            numbers.addAll(page.getList("items.caseNumber"));
            cursor = page.getString("next");
        }
        return numbers;
    }

    @Test
    void a_hundred_thousand_rows_are_too_many_and_nothing_is_half_done() {
        Stage stage = new Stage(clock);
        stage.importCsv(SyntheticRegister.csv(100_000))
                .then()
                .statusCode(413)
                .body("code", equalTo("registry.too-many-rows"));
        onlyTheTwo(stage);
    }

    @Test
    void gb_18030_a_doubled_row_and_a_bad_row_are_told_and_nothing_is_imported() {
        Stage stage = new Stage(clock);
        given().auth()
                .oauth2(stage.officer("campaign-manager"))
                .contentType("text/csv")
                .body(SyntheticRegister.csv(3).getBytes(Charset.forName("GB18030")))
                .post("/operators/imports")
                .then()
                .statusCode(422)
                .body("code", equalTo("registry.encoding"));
        String row = SyntheticRegister.csv(1).substring(SyntheticRegister.HEADER.length());
        stage.importCsv(SyntheticRegister.HEADER + row + row)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("registry.duplicate"))
                .body("errors[0].pointer", equalTo("/rows/2/uscc"));
        onlyTheTwo(stage);
    }

    @Test
    void a_dry_run_tells_what_would_happen_and_does_not_do_it() {
        Stage stage = new Stage(clock);
        given().auth()
                .oauth2(stage.officer("campaign-manager"))
                .contentType("text/csv")
                .queryParam("dryRun", true)
                .body(SyntheticRegister.csv(3).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/operators/imports")
                .then()
                .statusCode(200)
                .body("imported", equalTo(3))
                .body("dryRun", equalTo(true));
        onlyTheTwo(stage);
    }

    @Test
    void an_authority_that_is_not_set_up_has_no_register() {
        given().auth()
                .oauth2(Tokens.officer("campaign-manager", "NOBODY"))
                .contentType("text/csv")
                .body(Stage.csv().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/operators/imports")
                .then()
                .statusCode(409)
                .body("code", equalTo("authority.unknown"));
    }

    @Test
    void lists_come_in_pages_with_a_link_to_the_next() {
        Stage stage = new Stage(clock);
        var first = Stage.as(stage.officer("auditor")).get("/operators?limit=1");
        first.then().body("items", hasSize(1)).header("Link", notNullValue());
        Stage.as(stage.officer("auditor"))
                .get("/operators?limit=1&cursor=" + first.jsonPath().getString("next"))
                .then()
                .body("items", hasSize(1))
                .header("Link", org.hamcrest.Matchers.nullValue());
        Stage.as(stage.officer("auditor"))
                .get("/operators?limit=201")
                .then()
                .statusCode(422)
                .body("code", equalTo("page.limit-out-of-range"));
        Stage.as(stage.officer("auditor")).get("/operators?cursor=!").then().statusCode(400);
    }

    private static void onlyTheTwo(Stage stage) {
        Stage.as(stage.officer("auditor")).get("/operators").then().body("items", hasSize(2));
    }
}
