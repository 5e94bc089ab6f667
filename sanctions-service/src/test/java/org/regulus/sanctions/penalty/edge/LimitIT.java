package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.sanctions.edge.Api;

/** Limits that pass are told once, and what was told to the operator moves with a later holiday file. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class LimitIT extends InSeptember2019 {

    private static final String PASSED = "regulus.sanctions.limit-passed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource database;

    @Test
    void a_limit_that_passes_is_told_once_and_shown_in_the_case() {
        Cases it = Cases.rejected();
        Walk walk = new Walk(it, it.fined(), 5);
        walk.step(
                officer("MIIT"), "service", "{\"method\": \"mail\", \"on\": \"2019-09-20\", \"outcome\": \"served\"}");
        deadline(it, "payment").body("passedAt", nullValue());
        clock.moveTo(Instant.parse("2019-10-20T02:00:00Z"));
        told(it, 1);
        clock.moveTo(Instant.parse("2019-11-25T02:00:00Z"));
        told(it, 2);
        assertThat(TestTopics.all(Api.TOPIC, PASSED, it.inspected().caseId()))
                .extracting(event -> event.tree().get("limit").asText())
                .containsExactly("payment", "reconsideration");
        assertThat(TestTopics.all(Api.TOPIC, PASSED, it.inspected().caseId()))
                .allSatisfy(event ->
                        assertThat(Golden.schema(PASSED).validate(event.tree())).isEmpty());
        deadline(it, "payment").body("passedAt", notNullValue()).body("state", equalTo("over"));
        deadline(it, "litigation").body("passedAt", nullValue());
    }

    /** As if they had been told before a holiday file came: one day less, under another calendar. */
    @Test
    void the_ends_that_the_operator_was_told_move_with_a_later_holiday_file() throws SQLException {
        Cases it = Cases.rejected();
        String id = it.noticed();
        new Walk(it, id, 3).handOver("notice", "2019-09-20");
        String until =
                as(it.operator()).get("/proceedings/" + id).then().extract().path("defenceUntil");
        sql("update penalty_proceeding set defence_until = defence_until - interval '1 day' where id = '" + id + "'");
        anotherCalendar(id);
        shown(it, id, "defenceUntil", until, "defence-recounted");
        Cases other = Cases.rejected();
        Walk walk = new Walk(other, other.fined(), 5);
        String payUntil = walk.step(
                        officer("MIIT"),
                        "service",
                        "{\"method\": \"mail\", \"on\": \"2019-09-20\", \"outcome\": \"served\"}")
                .extract()
                .path("decision.payUntil");
        sql("update penalty_proceeding set pay_until = pay_until - 1 where id = '" + walk.id() + "'");
        anotherCalendar(walk.id());
        shown(other, walk.id(), "decision.payUntil", payUntil, "payment-recounted");
        walk.announced("payment-recounted");
        new Walk(it, id, 5).announced("defence-recounted");
    }

    private void anotherCalendar(String proceeding) throws SQLException {
        sql("update case_clock set calendar = 'another' where owner = '" + proceeding + "'");
    }

    private static void shown(Cases it, String id, String field, String value, String sheet) {
        Awaitility.await(sheet).atMost(PATIENCE).untilAsserted(() -> as(it.operator())
                .get("/proceedings/" + id)
                .then()
                .body(field, equalTo(value))
                .body("dossier.sheet.kind", hasItem(sheet)));
    }

    private static void told(Cases it, int times) {
        Awaitility.await("limits that passed")
                .atMost(PATIENCE)
                .until(() -> TestTopics.count(Api.TOPIC, PASSED, it.inspected().caseId()) == times);
    }

    private static ValidatableResponse deadline(Cases it, String code) {
        return as(it.operator())
                .get("/cases/%s/deadlines".formatted(it.inspected().caseId()))
                .then()
                .statusCode(200)
                .rootPath("items.find { it.code == '%s' }".formatted(code));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
