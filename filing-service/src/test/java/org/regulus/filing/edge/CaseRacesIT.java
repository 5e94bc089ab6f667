package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** Twice, at the same time, too late, in the wrong order. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CaseRacesIT {

    private static final String TOPIC = "regulus.filing.events";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_deadline_that_fires_again_changes_nothing() throws SQLException {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        clock.moveTo(Stage.DUE);
        TestTopics.await(TOPIC, "regulus.filing.filing-overdue.v1", caseId);
        TestTopics.await(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId);

        sql("update deadline set fired_at = null where case_id in ('%s', '%s')".formatted(caseId, stage.campaignId));
        await().atMost(PATIENCE).until(() -> unfired(caseId) + unfired(stage.campaignId) == 0);

        assertThat(TestTopics.count(TOPIC, "regulus.filing.filing-overdue.v1", caseId))
                .isOne();
        assertThat(TestTopics.count(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId))
                .isOne();
    }

    @Test
    void a_deadline_that_cannot_be_met_by_its_handler_stops_no_other() throws SQLException {
        Stage stage = new Stage(clock).published();
        UUID nobody = UUID.randomUUID();
        sql(
                "insert into deadline (id, kind, subject, case_id, due_at) values ('%s', 'filing-due', '%s', '%s', '2019-07-01')"
                        .formatted(UUID.randomUUID(), nobody, nobody));
        clock.moveTo(Stage.DUE);
        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(1).getString("state").equals("overdue"));
        assertThat(unfired(nobody)).isOne();
        sql("delete from deadline where case_id = '%s'".formatted(nobody));
    }

    @Test
    void two_first_drafts_at_the_same_time_make_one_filing() {
        Stage stage = new Stage(clock).published();
        assertThat(atOnce(() -> stage.draft(0))).containsExactlyInAnyOrder(201, 412);
    }

    @Test
    void two_submissions_at_the_same_time_make_one() {
        Stage stage = new Stage(clock).published();
        String draft = stage.draft(0).header("ETag");
        assertThat(atOnce(() -> stage.submit(0, draft))).containsExactlyInAnyOrder(200, 412);
        TestTopics.await(TOPIC, "regulus.filing.filing-submitted.v1", stage.caseId(0));
        assertThat(TestTopics.count(TOPIC, "regulus.filing.filing-submitted.v1", stage.caseId(0)))
                .isOne();
    }

    @Test
    void two_officers_who_accept_publish_or_triage_at_the_same_time_do_it_once() {
        Stage stage = new Stage(clock);
        Response draft = Stage.as(stage.officer("campaign-manager"))
                .body(Stage.campaign("NS"))
                .post("/campaigns");
        stage.campaignId = UUID.fromString(draft.jsonPath().getString("id"));
        assertThat(atOnce(() -> Stage.as(stage.officer("campaign-manager"))
                        .header("If-Match", draft.header("ETag"))
                        .body("{}")
                        .put("/campaigns/" + stage.campaignId + "/publication")))
                .containsExactlyInAnyOrder(200, 412);
        assertThat(stage.cases()).hasSize(2);

        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        assertThat(atOnce(() -> stage.move(0, "acceptance", submitted, "{}"))).containsExactlyInAnyOrder(200, 412);

        Response risk = RiskAct.report(stage, 0, "");
        assertThat(atOnce(() -> RiskAct.triage(stage, risk, RiskAct.INSPECT))).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void two_campaigns_with_one_code_at_the_same_time_make_one() {
        Stage stage = new Stage(clock);
        assertThat(atOnce(() -> Stage.as(stage.officer("campaign-manager"))
                        .body(Stage.campaign("TWIN"))
                        .post("/campaigns")))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void the_same_register_imported_twice_at_the_same_time_is_imported_once() {
        Stage stage = new Stage(clock);
        String more = org.regulus.filing.registry.SyntheticRegister.csv(20);
        List<Response> both = together(() -> stage.importCsv(more));
        assertThat(both).extracting(Response::statusCode).containsOnly(200);
        assertThat(both).extracting(one -> one.jsonPath().getInt("imported")).containsExactlyInAnyOrder(20, 0);
    }

    @Test
    void two_first_risk_reports_at_the_same_time_open_one_case() {
        Stage stage = new Stage(clock);
        String operator = Tokens.operator(operator(stage));
        List<Response> both = together(() -> RiskAct.report(operator, stage.authority, "2019-06-02T00:00:00Z", ""));
        assertThat(both).extracting(Response::statusCode).containsOnly(201);
        assertThat(both.get(0).jsonPath().getString("caseId"))
                .isEqualTo(both.get(1).jsonPath().getString("caseId"));
    }

    @Test
    void a_case_opened_by_risks_ends_when_the_last_of_them_needs_nothing_more() {
        Stage stage = new Stage(clock);
        String operator = Tokens.operator(operator(stage));
        Supplier<Response> report = () -> RiskAct.report(operator, stage.authority, "2019-06-02T00:00:00Z", "");
        Response first = report.get();
        Response second = report.get();
        String path = "/cases/" + first.jsonPath().getString("caseId");
        Supplier<Response> shown = () -> Stage.as(operator).get(path);
        shown.get().then().body("caseNumber", equalTo(stage.authority + "-2019-RISK-000001"));

        RiskAct.triage(stage, first, RiskAct.NO_ACTION).then().statusCode(200);
        shown.get().then().body("state", equalTo("open"));
        RiskAct.triage(stage, second, RiskAct.NO_ACTION).then().statusCode(200);
        shown.get().then().body("state", equalTo("closed")).body("outcome", equalTo("no-action"));

        RiskAct.report(operator, stage.authority, "2019-06-02T00:00:00Z", caseId(path))
                .then()
                .statusCode(409)
                .body("code", equalTo("case.closed"));
        RiskAct.report(operator, stage.authority, "2019-12-02T00:00:00Z", "")
                .then()
                .statusCode(422)
                .body("code", equalTo("risk.discovered-in-future"));
        RiskAct.report(operator, "ELSEWHERE", "2019-06-02T00:00:00Z", "")
                .then()
                .statusCode(422)
                .body("code", equalTo("risk.authority-unknown"));
        RiskAct.report(operator, stage.authority, "2019-06-02T00:00:00Z", caseId("/cases/" + UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    private static String caseId(String path) {
        return ", \"caseId\": \"" + path.substring("/cases/".length()) + "\"";
    }

    @Test
    void a_case_with_a_risk_that_waits_is_not_closed_unchecked() {
        Stage stage = new Stage(clock).published();
        for (int i = 0; i < 2; i++) {
            String submitted = stage.submit(i, stage.draft(i).header("ETag")).header("ETag");
            stage.move(i, "acceptance", submitted, "{}").then().statusCode(200);
        }
        Response waiting = RiskAct.report(stage, 0, "");
        clock.moveTo(Stage.DUE);
        TestTopics.await(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId);
        stage.complete().then().statusCode(409).body("code", equalTo("campaign.cases-open"));
        RiskAct.triage(stage, waiting, RiskAct.NO_ACTION).then().statusCode(200);
        stage.complete().then().statusCode(200);
        assertThat(stage.cases())
                .allSatisfy(one -> assertThat(one.getString("outcome")).isEqualTo("no-check"));
    }

    /** An older event of the other service that comes after a newer one, and one that comes after the end, changes nothing. */
    @Test
    void a_closed_case_stays_closed_and_takes_no_more_filing() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        String draft = stage.draft(0).header("ETag");
        UUID filed = stage.caseId(1);
        String submitted = stage.submit(1, stage.draft(1).header("ETag")).header("ETag");
        for (UUID one : List.of(filed, caseId)) {
            Neighbours.tell("inspection", "inspection-concluded", one, Map.of("caseId", one, "outcome", "no-issue"));
        }
        await().atMost(PATIENCE).until(() -> stage.cases().stream()
                .allMatch(one -> one.getString("state").equals("closed")));
        String before =
                Stage.as(stage.officer("auditor")).get("/cases/" + caseId).header("ETag");

        UUID late = Neighbours.tell("inspection", "inspection-opened", caseId, Map.of("caseId", caseId));
        await().atMost(PATIENCE).until(() -> count("inbox where event_id = '%s'".formatted(late)) == 1);

        stage.submit(0, draft).then().statusCode(409).body("code", equalTo("case.closed"));
        stage.move(1, "acceptance", submitted, "{}").then().statusCode(409).body("code", equalTo("case.closed"));
        stage.move(1, "return", submitted, "{\"remarks\": [{\"item\": \"GP-01\", \"text\": \"why\"}]}")
                .then()
                .statusCode(409)
                .body("code", equalTo("case.closed"));
        Stage.as(stage.officer("auditor"))
                .get("/cases/" + caseId)
                .then()
                .body("state", equalTo("closed"))
                .header("ETag", before);
    }

    private static UUID operator(Stage stage) {
        return UUID.fromString(
                Stage.as(stage.officer("auditor")).get("/operators").path("items[0].id"));
    }

    private static List<Integer> atOnce(Supplier<Response> request) {
        return together(request).stream().map(Response::statusCode).toList();
    }

    private static List<Response> together(Supplier<Response> request) {
        var both = Stream.of(CompletableFuture.supplyAsync(request), CompletableFuture.supplyAsync(request))
                .toList();
        return both.stream().map(CompletableFuture::join).toList();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.executeUpdate(statement);
        }
    }

    private int unfired(UUID caseId) throws SQLException {
        return count("deadline where fired_at is null and case_id = '%s'".formatted(caseId));
    }

    private int count(String rows) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + rows)) {
            found.next();
            return found.getInt(1);
        }
    }
}
