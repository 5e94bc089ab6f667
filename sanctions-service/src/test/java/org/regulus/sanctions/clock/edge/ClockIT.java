package org.regulus.sanctions.clock.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.order;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.edge.Api.put;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

/** The limits of a case over REST: seen by who is concerned, moved with the reason, counted again with another calendar. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ClockIT {

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void it_is_2_september_2019() {
        clock.moveTo(Instant.parse("2019-09-02T02:00:00Z"));
    }

    @AfterEach
    void and_now_again() {
        clock.reset();
    }

    @Test
    void a_date_that_moved_shows_where_it_was_and_why() {
        Inspected it = Api.inspected("MIIT", 1);
        String path = "/orders/" + order(it, "2019-09-30");
        deadlines(it, it.operator())
                .body("items.code", contains("rectification-item"))
                .body("items.state", contains("running"))
                .body("items.daysLeft", contains(28))
                .body("items[0].moves.size()", equalTo(0));
        String item = as(it.operator()).get(path).then().extract().path("items[0].itemId");
        put(
                        it.operator(),
                        path + "/extension-request",
                        1,
                        """
                        {"items": [{"itemId": "%s", "dueOn": "2019-10-18"}], "reason": "more"}"""
                                .formatted(item))
                .statusCode(200);
        put(
                        Tokens.officer("decision-maker", "MIIT"),
                        path + "/extension",
                        2,
                        "{\"granted\": true, \"reason\": \"spare parts are late\"}")
                .statusCode(200);
        deadlines(it, officer("MIIT"))
                .body("items.lastDay", contains("2019-10-18"))
                .body("items[0].moves[0].from", equalTo("2019-09-30"))
                .body("items[0].moves[0].reason", equalTo("spare parts are late"));
    }

    @Test
    void the_operator_does_not_see_what_the_authority_has_to_do_and_strangers_see_nothing() {
        Inspected it = Api.inspected("MIIT", 1);
        String id = order(it, "2019-09-30");
        put(it.operator(), "/orders/" + id + "/report", 1, Api.items(id, it.operator(), "\"statement\": \"done\""))
                .statusCode(200);
        deadlines(it, officer("MIIT")).body("items.code", hasItem("verification"));
        deadlines(it, it.operator())
                .body("items.code", contains("rectification-item"))
                .body("items.state", contains("ended"));
        String path = "/cases/%s/deadlines".formatted(it.caseId());
        problem(as(officer("GDCA")).get(path).then(), 404, "case.unknown");
        problem(as(Tokens.operator(UUID.randomUUID())).get(path).then(), 404, "case.unknown");
        problem(as(Tokens.officer("partner", "MIIT")).get(path).then(), 403, "auth.forbidden");
        TokenRefusals.check(path);
    }

    /** As if these clocks had been counted before a holiday file came: another day, under another calendar. */
    @Test
    void a_new_holiday_file_moves_running_clocks_and_keeps_the_old_day() throws SQLException {
        Inspected it = Api.inspected("MIIT", 1);
        order(it, "2019-09-30");
        sql("update case_clock set last_day = '2019-09-27', calendar = 'another' where case_id = '" + it.caseId()
                + "'");
        Awaitility.await("the recount").atMost(Duration.ofSeconds(20)).untilAsserted(() -> deadlines(
                        it, officer("MIIT"))
                .body("items.lastDay", contains("2019-09-30"))
                .body("items[0].moves[0].from", equalTo("2019-09-27"))
                .body("items[0].moves[0].reason", startsWith("the published calendar changed")));
    }

    /** The sweep tells of a limit at the moment at which the order changes: neither writes over the other. */
    @Test
    void what_is_told_of_a_clock_while_its_order_changes_stays_told() throws Exception {
        Inspected it = Api.inspected("MIIT", 1);
        String path = "/orders/" + order(it, "2019-09-30");
        String ofTheCase = " where case_id = '" + it.caseId() + "'";
        try (Connection sweep = database.getConnection();
                Statement telling = sweep.createStatement()) {
            sweep.setAutoCommit(false);
            telling.execute("update case_clock set told = 7" + ofTheCase);
            var change = CompletableFuture.runAsync(
                    () -> put(officer("MIIT"), path + "/suspension", 1, "{\"reason\": \"flood\"}")
                            .statusCode(200));
            Awaitility.await("the change waits for the clock")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> number("select count(*) from pg_locks where not granted") > 0);
            sweep.commit();
            change.get(20, TimeUnit.SECONDS);
        }
        assertThat(number("select told from case_clock" + ofTheCase)).isEqualTo(7);
    }

    private int number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement();
                ResultSet found = run.executeQuery(query)) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void nothing_of_a_case_vanishes() {
        Inspected it = Api.inspected("MIIT", 1);
        order(it, "2019-09-30");
        for (String table : List.of("rectification_order", "penalty_proceeding", "case_clock", "document")) {
            for (String end : List.of("delete from " + table, "truncate " + table + " cascade")) {
                assertThatThrownBy(() -> sql(end))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("is never deleted");
            }
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static ValidatableResponse deadlines(Inspected it, String token) {
        return as(token)
                .get("/cases/%s/deadlines".formatted(it.caseId()))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }
}
