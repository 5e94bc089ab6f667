package org.regulus.common.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProblemIT {

    private static final String SOUND = "{\"name\": \"lamp\", \"size\": 1, \"parts\": [{\"name\": \"bulb\"}]}";

    @Test
    void a_token_that_is_not_of_this_realm_audience_and_time_opens_nothing() {
        TokenRefusals.check("/things");
    }

    @Test
    void the_wrong_role_is_forbidden_and_an_endpoint_without_a_role_is_closed() {
        problem(
                asked(Tokens.officer("auditor", "MIIT"))
                        .body(SOUND)
                        .post("/things")
                        .then(),
                403,
                "auth.forbidden");
        problem(officer().get("/things/unannotated").then(), 403, "auth.forbidden");
    }

    @Test
    void malformed_json_is_said_to_be_so() {
        problem(officer().body("{\"name\": ").post("/things").then(), 400, "request.malformed")
                .body("errors.code", contains("json.syntax"));
    }

    @Test
    void an_unknown_field_is_named() {
        problem(
                        officer()
                                .body("{\"name\": \"lamp\", \"colour\": 1}")
                                .post("/things")
                                .then(),
                        400,
                        "request.malformed")
                .body("errors.pointer", contains("/colour"))
                .body("errors.code", contains("json.unknown-field"));
    }

    @Test
    void a_wrong_type_is_named() {
        problem(
                        officer()
                                .body("{\"name\": \"x\", \"size\": 1, \"parts\": {}}")
                                .post("/things")
                                .then(),
                        400,
                        "request.malformed")
                .body("errors.pointer", contains("/parts"))
                .body("errors.code", contains("json.wrong-type"));
    }

    @Test
    void a_time_that_no_calendar_has_is_named() {
        problem(
                        officer()
                                .body(
                                        "{\"name\": \"x\", \"size\": 1, \"parts\": [], \"since\": \"+294300-01-01T00:00:00Z\"}")
                                .post("/things")
                                .then(),
                        400,
                        "request.malformed")
                .body("errors.pointer", contains("/since"))
                .body("errors.code", contains("json.wrong-type"));
    }

    @Test
    void all_flaws_come_at_once_with_pointers() {
        problem(
                        officer()
                                .body(
                                        "{\"name\": \"\", \"size\": 0, \"parts\": [{\"name\": \"a\"}, {\"name\": \" \"}]}")
                                .post("/things")
                                .then(),
                        422,
                        "request.invalid")
                .body("errors.pointer", contains("/name", "/parts/1/name", "/size"))
                .body("errors.code", contains("constraint.not-blank", "constraint.not-blank", "constraint.positive"));
    }

    @Test
    void a_character_that_no_text_may_have_is_refused() {
        problem(
                officer()
                        .body("{\"name\": \"lamp\\u0000\", \"size\": 1, \"parts\": []}")
                        .post("/things")
                        .then(),
                400,
                "request.characters");
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        String large = "{\"name\": \"" + "x".repeat(1_100_000) + "\"}";
        officer().body(large).post("/things").then().statusCode(413);
    }

    @Test
    void another_media_type_an_unknown_path_and_a_wrong_method_are_problems_too() {
        problem(
                asked(Tokens.officer("case-officer", "MIIT"))
                        .contentType("text/plain")
                        .body("x")
                        .post("/things")
                        .then(),
                415,
                "media-type.unsupported");
        problem(officer().get("/nothing-here").then(), 404, "resource.unknown");
        problem(officer().delete("/things").then(), 405, "method.not-allowed");
        problem(officer().header("If-Match", "\"3\"").put("/things/not-a-uuid").then(), 404, "resource.unknown");
    }

    @Test
    void a_bug_tells_an_error_id_and_nothing_else() {
        problem(officer().get("/things/broken").then(), 500, "server.fault")
                .body("instance", startsWith("urn:uuid:"))
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest(name = "If-Match {0} is answered {1} {2}")
    @CsvSource(
            nullValues = "absent",
            quoteCharacter = '\'',
            value = {
                "absent, 428, etag.required",
                "W/\"3\", 400, etag.malformed",
                "*, 400, etag.malformed",
                "\"2\", 412, etag.stale"
            })
    void a_change_says_which_version_it_is_a_change_of(String ifMatch, int status, String code) {
        RequestSpecification request = officer();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        problem(request.put("/things/" + UUID.randomUUID()).then(), status, code);
    }

    @Test
    void the_version_last_seen_is_accepted() {
        officer()
                .header("If-Match", "\"3\"")
                .put("/things/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
    }

    @Test
    void pages_follow_one_another_to_the_end() {
        var first = officer().get("/things?limit=2").then().statusCode(200).body("items.size()", equalTo(2));
        String link = first.extract().header("Link");
        assertThat(link).endsWith(">; rel=\"next\"");
        String cursor = first.extract().path("next");
        cursor = officer()
                .get("/things?limit=2&cursor=" + cursor)
                .then()
                .extract()
                .path("next");
        officer()
                .get("/things?limit=2&cursor=" + cursor)
                .then()
                .body("items.size()", equalTo(1))
                .body("next", equalTo(null));
    }

    @Test
    void a_page_that_cannot_be_is_refused() {
        problem(officer().get("/things?limit=0").then(), 422, "page.limit-out-of-range");
        problem(officer().get("/things?limit=201").then(), 422, "page.limit-out-of-range");
        problem(officer().get("/things?cursor=zzz").then(), 400, "page.cursor-malformed");
    }

    @Test
    void the_same_key_and_body_make_one_thing() {
        String key = UUID.randomUUID().toString();
        String first = officer()
                .header("Idempotency-Key", key)
                .body(SOUND)
                .post("/things")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        String second = officer()
                .header("Idempotency-Key", key)
                .body(SOUND)
                .post("/things")
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        assertThat(second).isEqualTo(first);
        problem(
                officer()
                        .header("Idempotency-Key", key)
                        .body(SOUND.replace("lamp", "fan"))
                        .post("/things")
                        .then(),
                409,
                "idempotency.key-reused");
        String other = asked(Tokens.as("another")
                        .roles("case-officer")
                        .authority("MIIT")
                        .sign())
                .header("Idempotency-Key", key)
                .body(SOUND)
                .post("/things")
                .then()
                .extract()
                .path("id");
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void who_acts_is_read_from_the_token() {
        UUID operator = UUID.randomUUID();
        asked(Tokens.operator(operator)).get("/things/who").then().body("operator", equalTo(operator.toString()));
        officer().get("/things/who").then().body("authority", equalTo("MIIT"));
    }

    @ParameterizedTest
    @EnumSource(Refusal.Kind.class)
    void every_kind_of_no_has_a_client_error(Refusal.Kind kind) {
        assertThat(ProblemMappers.status(kind)).isBetween(400, 499);
    }

    private static RequestSpecification officer() {
        return asked(Tokens.officer("case-officer", "MIIT"));
    }

    private static RequestSpecification asked(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:regulus:problem:" + code));
    }
}
