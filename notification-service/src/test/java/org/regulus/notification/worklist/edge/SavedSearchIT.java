package org.regulus.notification.worklist.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Searches that a person comes back to. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class SavedSearchIT {

    private static int made = 0;

    @Inject
    Database database;

    /** An authority of its own. */
    private final String authority = "SAVE" + (char) ('A' + made++);

    private final String officer = Tokens.officer("case-officer", authority);

    @Test
    void a_search_is_kept_changed_and_kept_no_longer() {
        Map<String, Object> filter = Map.of("province", "44", "text", "数据", "dueBefore", "2019-07-15T16:00:00Z");
        String path = keep("Guangdong", filter)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        as(officer)
                .get("/saved-searches")
                .then()
                .body("items.name", equalTo(java.util.List.of("Guangdong")))
                .body("items[0].filter", equalTo(filter));
        change(path, "\"0\"", "广东", Map.of("phase", "overdue"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as(officer)
                .get(path)
                .then()
                .body("name", equalTo("广东"))
                .body("filter.phase", equalTo("overdue"))
                .body("filter.province", nullValue());
        problem(change(path, "\"0\"", "older", Map.of()).then(), 412, "etag.stale");
        problem(change(path, null, "unseen", Map.of()).then(), 428, "etag.required");
        problem(as(officer).delete(path).then(), 428, "etag.required");
        as(officer).header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        problem(as(officer).get(path).then(), 404, "saved-search.unknown");
    }

    @Test
    void a_name_is_there_once_for_each_person_and_there_are_fifty() throws SQLException {
        keep("mine", Map.of()).then().statusCode(201);
        problem(keep("Mine ", Map.of()).then(), 409, "saved-search.name-taken");
        String other = keep("other", Map.of()).then().extract().path("id");
        problem(change("/saved-searches/" + other, "\"0\"", "mine", Map.of()).then(), 409, "saved-search.name-taken");
        change("/saved-searches/" + other, "\"0\"", "other", Map.of("kind", "risk"))
                .then()
                .statusCode(200);
        database.execute(
                """
                insert into saved_search (id, authority, owner, name, filter, version)
                select gen_random_uuid(), authority, owner, 'n' || n, '{}', 0 from saved_search, generate_series(3, 50) n
                where id = '%s'"""
                        .formatted(other));
        problem(keep("one more", Map.of()).then(), 409, "saved-search.too-many");
    }

    @Test
    void nobody_sees_what_somebody_else_keeps() {
        String path = "/saved-searches/" + keep("mine", Map.of()).path("id");
        for (String stranger :
                new String[] {Tokens.officer("auditor", authority), Tokens.officer("case-officer", "MIIT")}) {
            problem(as(stranger).get(path).then(), 404, "saved-search.unknown");
            problem(as(stranger).header("If-Match", "\"0\"").delete(path).then(), 404, "saved-search.unknown");
            problem(
                    as(stranger)
                            .header("If-Match", "\"0\"")
                            .contentType("application/json")
                            .body(Map.of("name", "theirs", "filter", Map.of()))
                            .put(path)
                            .then(),
                    404,
                    "saved-search.unknown");
            assertThat(as(stranger).get("/saved-searches").<Object>path("items").toString())
                    .doesNotContain("mine");
        }
        problem(as(Told.anew(authority).operator()).get("/saved-searches").then(), 403, "auth.forbidden");
        TokenRefusals.check("/saved-searches");
        TokenRefusals.check(path);
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        problem(keep(" ", Map.of("text", "x".repeat(61))).then(), 422, "request.invalid")
                .body("errors.size()", equalTo(2));
    }

    private Response keep(String name, Map<String, Object> filter) {
        return as(officer)
                .contentType("application/json")
                .body(Map.of("name", name, "filter", filter))
                .post("/saved-searches");
    }

    private Response change(String path, String seen, String name, Map<String, Object> filter) {
        var request = as(officer).contentType("application/json").body(Map.of("name", name, "filter", filter));
        return (seen == null ? request : request.header("If-Match", seen)).put(path);
    }
}
