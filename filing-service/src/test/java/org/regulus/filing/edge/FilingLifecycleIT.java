package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FilingLifecycleIT {

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
    void publication_opens_a_numbered_case_for_every_operator_in_scope() {
        Stage stage = new Stage(clock).published();

        assertThat(stage.cases())
                .extracting(one -> one.getString("caseNumber"))
                .containsExactly(stage.authority + "-2019-NS-000001", stage.authority + "-2019-NS-000002");
        assertThat(stage.cases())
                .allSatisfy(one -> assertThat(one.getString("filingDueAt")).isEqualTo("2019-07-15T16:00:00Z"));
        TestTopics.await(TOPIC, "regulus.filing.campaign-published.v1", stage.campaignId);
        var opened = TestTopics.await(TOPIC, "regulus.filing.case-opened.v1", stage.caseId(0));
        assertThat(opened.tree().path("province").asText()).isEqualTo("44");
    }

    @Test
    void a_filing_goes_from_draft_over_return_to_acceptance_and_each_move_is_announced_once() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);

        String drafted = stage.draft(0).then().statusCode(201).extract().header("ETag");
        String submitted = stage.submit(0, drafted)
                .then()
                .statusCode(200)
                .body("late", equalTo(false))
                .extract()
                .header("ETag");
        String returned = stage.move(
                        0, "return", submitted, "{\"remarks\": [{\"item\": \"GP-02\", \"text\": \"evidence\"}]}")
                .then()
                .statusCode(200)
                .body("state", equalTo("returned"))
                .extract()
                .header("ETag");
        String again = stage.submit(0, returned)
                .then()
                .statusCode(200)
                .body("submission", equalTo(2))
                .extract()
                .header("ETag");
        stage.move(0, "acceptance", again, "{}").then().statusCode(200).body("state", equalTo("accepted"));

        TestTopics.await(TOPIC, "regulus.filing.filing-accepted.v1", caseId);
        assertThat(TestTopics.count(TOPIC, "regulus.filing.filing-submitted.v1", caseId))
                .isEqualTo(2);
        assertThat(TestTopics.count(TOPIC, "regulus.filing.filing-returned.v1", caseId))
                .isOne();
        Stage.as(stage.officer("case-officer")).get("/cases/" + caseId).then().body("state", equalTo("accepted"));
        Stage.as(stage.officer("case-officer"))
                .get("/cases?state=accepted&campaign=" + stage.campaignId)
                .then()
                .body("items.id", contains(caseId.toString()));
    }

    @Test
    void the_deadline_closes_the_window_and_marks_who_did_not_file_once() {
        Stage stage = new Stage(clock).published();
        stage.submit(0, stage.draft(0).header("ETag")).then().statusCode(200);

        clock.moveTo(Stage.DUE);

        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(1).getString("state").equals("overdue"));
        var closed = TestTopics.await(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId);
        assertThat(closed.tree().path("filed").asInt()).isOne();
        assertThat(closed.tree().path("overdue").asInt()).isOne();
        TestTopics.await(TOPIC, "regulus.filing.filing-overdue.v1", stage.caseId(1));
        assertThat(TestTopics.count(TOPIC, "regulus.filing.filing-overdue.v1", stage.caseId(1)))
                .isOne();
        assertThat(TestTopics.count(TOPIC, "regulus.filing.filing-overdue.v1", stage.caseId(0)))
                .isZero();
        stage.submit(1, stage.draft(1).header("ETag")).then().statusCode(200).body("late", equalTo(true));
    }

    @Test
    void the_events_of_the_others_move_and_close_a_case_once_and_in_any_order() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        UUID eventId = UUID.randomUUID();

        Neighbours.tell("sanctions", "rectification-ordered", caseId, Map.of("caseId", caseId));
        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(0).getString("state").equals("under-rectification"));
        Neighbours.tell("inspection", "inspection-opened", caseId, Map.of("caseId", caseId));
        Neighbours.tell(eventId, "sanctions", "rectification-verified", caseId, Map.of("caseId", caseId));
        Neighbours.tell(eventId, "sanctions", "rectification-verified", caseId, Map.of("caseId", caseId));

        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(0).getString("state").equals("closed"));
        assertThat(stage.cases().get(0).getString("outcome")).isEqualTo("rectified");
        TestTopics.await(TOPIC, "regulus.filing.case-closed.v1", caseId);
        assertThat(TestTopics.count(TOPIC, "regulus.filing.case-closed.v1", caseId))
                .isOne();
    }

    @Test
    void a_case_that_falls_out_of_the_draw_is_as_it_was_and_another_is_under_inspection() {
        Stage stage = new Stage(clock).published();
        UUID removed = stage.caseId(0);
        UUID substitute = stage.caseId(1);
        UUID eventId = UUID.randomUUID();
        String before = stage.cases().get(0).getString("state");
        Neighbours.tell("inspection", "inspection-opened", removed, Map.of());
        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(0).getString("state").equals("under-inspection"));

        Neighbours.tell(eventId, "inspection", "inspection-replaced", removed, Map.of());
        Neighbours.tell(eventId, "inspection", "inspection-replaced", removed, Map.of());
        Neighbours.tell("inspection", "inspection-opened", substitute, Map.of());

        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(0).getString("state").equals(before)
                        && stage.cases().get(1).getString("state").equals("under-inspection"));
    }

    @Test
    void an_operator_learns_of_an_inspection_when_it_is_told_and_not_when_it_is_opened() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        String operator = stage.operator(0);
        Neighbours.tell("inspection", "inspection-opened", caseId, Map.of());
        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(0).getString("state").equals("under-inspection"));
        assertThat(seen(operator, caseId)).isEqualTo("open");
        assertThat(found(operator, stage, "under-inspection")).isEmpty();
        assertThat(found(operator, stage, "open")).containsExactly(caseId.toString());
        assertThat(found(stage.officer("case-officer"), stage, "under-inspection"))
                .containsExactly(caseId.toString());

        Neighbours.tell("inspection", "inspection-noticed", caseId, Map.of());
        await().atMost(PATIENCE).until(() -> seen(operator, caseId).equals("under-inspection"));
        assertThat(found(operator, stage, "under-inspection")).containsExactly(caseId.toString());

        Neighbours.tell("inspection", "inspection-replaced", caseId, Map.of());
        Neighbours.tell("inspection", "inspection-opened", caseId, Map.of());
        await().atMost(PATIENCE)
                .until(() -> seen(operator, caseId).equals("open")
                        && stage.cases().get(0).getString("state").equals("under-inspection"));
        Neighbours.tell(
                "inspection",
                "interview-scheduled",
                caseId,
                Map.of(
                        "interviewId",
                        UUID.randomUUID(),
                        "operatorId",
                        stage.cases().get(0).getString("operatorId")));
        await().atMost(PATIENCE).until(() -> seen(operator, caseId).equals("under-inspection"));
    }

    private static String seen(String token, UUID caseId) {
        return Stage.as(token).get("/cases/" + caseId).path("state");
    }

    private static List<String> found(String token, Stage stage, String state) {
        return Stage.as(token)
                .get("/cases?limit=200&state=%s&campaign=%s".formatted(state, stage.campaignId))
                .path("items.id");
    }

    @Test
    void after_penalty_proceedings_are_withdrawn_or_revoked_the_rectification_closes_the_case() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);

        Neighbours.tell("sanctions", "rectification-ordered", caseId, Map.of("caseId", caseId));
        for (String end : List.of("penalty-revoked", "penalty-withdrawn")) {
            Neighbours.tell("sanctions", "penalty-proposed", caseId, Map.of("caseId", caseId));
            await().atMost(PATIENCE)
                    .until(() -> stage.cases().get(0).getString("state").equals("under-penalty"));
            Neighbours.tell("sanctions", end, caseId, Map.of("caseId", caseId));
            await().atMost(PATIENCE)
                    .until(() -> stage.cases().get(0).getString("state").equals("under-rectification"));
        }
        Neighbours.tell("sanctions", "rectification-verified", caseId, Map.of("caseId", caseId));

        await().atMost(PATIENCE)
                .until(() -> stage.cases().get(0).getString("state").equals("closed"));
        assertThat(stage.cases().get(0).getString("outcome")).isEqualTo("rectified");
    }

    @Test
    void an_inspection_without_issue_and_a_penalty_close_their_cases() {
        Stage stage = new Stage(clock).published();
        UUID clean = stage.caseId(0);
        UUID fined = stage.caseId(1);

        Neighbours.tell(
                UUID.randomUUID(),
                "inspection",
                "inspection-concluded",
                clean,
                Map.of("caseId", clean, "outcome", "no-issue"));
        Neighbours.tell("sanctions", "penalty-closed", fined, Map.of("caseId", fined, "outcome", "fine"));

        await().atMost(PATIENCE).until(() -> stage.cases().stream()
                .allMatch(one -> one.getString("state").equals("closed")));
        assertThat(stage.cases()).extracting(one -> one.getString("outcome")).containsExactly("no-issue", "penalised");
    }

    @Test
    void a_campaign_is_completed_when_nothing_is_open_and_accepted_cases_close_unchecked() {
        Stage stage = new Stage(clock).published();
        for (int i = 0; i < 2; i++) {
            String submitted = stage.submit(i, stage.draft(i).header("ETag")).header("ETag");
            if (i == 0) {
                stage.move(i, "acceptance", submitted, "{}").then().statusCode(200);
            }
        }
        clock.moveTo(Stage.DUE);
        TestTopics.await(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId);
        stage.complete().then().statusCode(409).body("code", equalTo("campaign.cases-open"));
        assertThat(stage.cases().get(0).getString("state")).isEqualTo("accepted");

        String etag = Stage.as(stage.officer("case-officer"))
                .get("/cases/" + stage.caseId(1) + "/filing")
                .header("ETag");
        stage.move(1, "acceptance", etag, "{}").then().statusCode(200);
        stage.complete().then().statusCode(200).body("state", equalTo("completed"));

        assertThat(stage.cases())
                .allSatisfy(one -> assertThat(one.getString("outcome")).isEqualTo("no-check"));
        TestTopics.await(TOPIC, "regulus.filing.campaign-completed.v1", stage.campaignId);
    }

    @Test
    void a_campaign_is_not_completed_while_news_of_its_cases_is_not_taken_in() throws Exception {
        Stage stage = new Stage(clock).published();
        for (int i = 0; i < 2; i++) {
            String submitted = stage.submit(i, stage.draft(i).header("ETag")).header("ETag");
            stage.move(i, "acceptance", submitted, "{}").then().statusCode(200);
        }
        clock.moveTo(Stage.DUE);
        TestTopics.await(TOPIC, "regulus.filing.campaign-filing-closed.v1", stage.campaignId);
        UUID inspected = stage.caseId(0);

        try (Connection busy = database.getConnection();
                Statement lock = busy.createStatement()) {
            busy.setAutoCommit(false);
            lock.execute("select from case_file where id = '%s' for update".formatted(inspected));
            Neighbours.tell("inspection", "inspection-opened", inspected, Map.of("caseId", inspected));
            stage.tryComplete().then().statusCode(409).body("code", equalTo("campaign.news-pending"));
            busy.rollback();
        }

        stage.complete().then().statusCode(409).body("code", equalTo("campaign.cases-open"));
        assertThat(stage.cases().get(0).getString("state")).isEqualTo("under-inspection");
    }

    @Test
    void a_risk_report_joins_the_open_case_and_is_triaged_once() {
        Stage stage = new Stage(clock).published();
        String body =
                """
                {"title": "Open port", "description": "Found in a scan", "grade": "general",
                 "discoveredAt": "2019-06-02T00:00:00Z", "authority": "%s"}"""
                        .formatted(stage.authority);
        String key = UUID.randomUUID().toString();
        var reported = Stage.as(stage.operator(0))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/risk-reports");
        reported.then().statusCode(201).body("caseId", equalTo(stage.caseId(0).toString()));
        String id = reported.jsonPath().getString("id");
        Stage.as(stage.operator(0))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/risk-reports")
                .then()
                .body("id", equalTo(id));

        String path = "/risk-reports/" + id;
        String triage = "{\"outcome\": \"inspect\", \"grade\": \"major\"}";
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", reported.header("ETag"))
                .body(triage)
                .put(path + "/triage")
                .then()
                .statusCode(200)
                .body("grade", equalTo("major"));
        String etag = Stage.as(stage.officer("case-officer")).get(path).header("ETag");
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", etag)
                .body(triage)
                .put(path + "/triage")
                .then()
                .statusCode(409)
                .body("code", equalTo("risk.move-not-allowed"));

        TestTopics.await(TOPIC, "regulus.filing.risk-triaged.v1", stage.caseId(0));
        Stage.as(stage.operator(1)).get(path).then().statusCode(404);
    }

    @Test
    void importing_the_same_register_again_changes_nothing_and_the_directory_hears_of_changes_only() {
        Stage stage = new Stage(clock);
        stage.importCsv(Stage.csv()).then().body("unchanged", equalTo(2)).body("imported", equalTo(0));
        stage.importCsv(Stage.csv().replace("a@one.example", "c@one.example"))
                .then()
                .body("updated", equalTo(1));
        var page = Stage.as(stage.officer("case-officer"))
                .get("/operators?province=44")
                .then();
        page.body("items", hasSize(1)).body("items[0].noticeEmail", equalTo("c@one.example"));
        UUID operator = UUID.fromString(page.extract().path("items[0].id"));
        await().atMost(PATIENCE)
                .until(() ->
                        TestTopics.all("regulus.filing.directory", "regulus.filing.operator-registered.v1", operator)
                                        .stream()
                                        .filter(event -> event.tree()
                                                .path("authority")
                                                .asText()
                                                .equals(stage.authority))
                                        .count()
                                == 2);
        Stage.as(Tokens.operator(operator))
                .get("/operators/" + operator)
                .then()
                .statusCode(200)
                .body("uscc[0]", endsWith("Y43"));
    }
}
