package org.regulus.inspection.request.edge;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;
import org.regulus.inspection.Stage;

/** Two operators have the same inspector recused at the same moment. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RecusalRaceIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void after_the_draw() {
        clock.moveTo(Instant.parse("2019-07-24T02:00:00Z"));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    /** Who decides saw the request alone: that the inspector's entry changed meanwhile is no reason to decide anew. */
    @Test
    void the_second_waits_for_the_first_and_both_recusals_hold() throws Exception {
        Stage stage = new Stage();
        String path = "/inspections/" + stage.drawn(1, 3).get(0);
        Response inspection = stage.as("auditor").get(path);
        String inspector = inspection.jsonPath().getString("inspectorIds[0]");
        UUID operator =
                stage.operatorOf.get(UUID.fromString(inspection.jsonPath().getString("caseId")));
        stage.noticed(path);
        UUID other = UUID.randomUUID();
        Response asked = Stage.asOperator(operator)
                .body(Map.of("inspectorId", inspector, "ground", "interest", "reason", "shares"))
                .post(path + "/requests/recusal");

        CompletableFuture<Response> decided;
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(
                    "update inspector set version = version + 1, recused_operators = recused_operators || '%s'::uuid where id = '%s'"
                            .formatted(other, inspector));
            decided = CompletableFuture.supplyAsync(() -> stage.as("decision-maker")
                    .header("If-Match", asked.header("ETag"))
                    .body(Map.of("granted", true, "answer", "So be it"))
                    .put(path + "/requests/" + asked.jsonPath().getString("id") + "/decision"));
            await().atMost(SOON).until(this::somebodyWaits);
            first.commit();
        }

        decided.join().then().statusCode(200);
        stage.as("auditor")
                .get("/inspectors/" + inspector)
                .then()
                .body("recusedOperators[0]", equalTo(other.toString()))
                .body("recusedOperators[1]", equalTo(operator.toString()));
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%inspector%'")) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }
}
