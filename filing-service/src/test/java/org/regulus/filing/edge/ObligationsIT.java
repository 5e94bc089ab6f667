package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
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
class ObligationsIT {

    /** Enough for what the same operator owes to the authorities of all tests together. */
    private static final String OBLIGATIONS = "/obligations?limit=200";

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void what_a_risk_report_still_owes_is_owed_until_it_is_reported() {
        Stage stage = new Stage(clock).published();
        UUID operator = UUID.fromString(stage.cases().get(0).getString("operatorId"));
        clock.moveTo(RiskStagesIT.MARCH);
        Response risk = RiskAct.report(stage.operator(0), stage.authority, "2026-03-02T01:00:00Z", RiskStagesIT.NIS2);
        risk.then().statusCode(201);
        assertThat(owed(stage, operator, "report-risk").getList("why.stage"))
                .containsExactlyInAnyOrder("notification", "final");
        assertThat(owed(stage, operator, "report-risk").getString("[0].why.sourceId"))
                .isEqualTo(risk.path("id"));

        String notification = "/risk-reports/%s/stages/notification".formatted(risk.<String>path("id"));
        Stage.as(stage.operator(0))
                .header(
                        "If-Match",
                        Stage.as(stage.operator(0)).get(notification).header("ETag"))
                .body(RiskStagesIT.NOTIFICATION)
                .put(notification)
                .then()
                .statusCode(200);
        assertThat(owed(stage, operator, "report-risk").getList("why.stage")).containsExactly("final");
    }

    @Test
    void what_nobody_here_knows_does_not_keep_the_next_from_being_heard() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        UUID operator = UUID.fromString(stage.cases().get(0).getString("operatorId"));
        Map<String, Object> whose = Map.of("operatorId", operator, "authority", stage.authority);
        Neighbours.tellUnknown("inspection", "interview-scheduled", caseId);
        Neighbours.tell("inspection", "interview-scheduled", caseId, whose);
        awaitOwed(stage, operator, "attend", 1);
        Neighbours.tellUnknown("sanctions", "rectification-ordered", caseId);
        List<Map<String, Object>> items = List.of(item("2019-09-30T16:00:00Z"));
        Neighbours.tell("sanctions", "rectification-ordered", caseId, with(whose, "items", items));
        awaitOwed(stage, operator, "rectify", 1);
        assertThat(TestTopics.records("regulus.filing.dead-letters"))
                .noneMatch(letter -> caseId.toString().equals(letter.key()));
    }

    @Test
    void what_inspectors_and_sanctions_lay_down_is_owed_until_it_is_met() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        UUID operator = UUID.fromString(stage.cases().get(0).getString("operatorId"));
        UUID inspection = UUID.randomUUID();
        UUID interview = UUID.randomUUID();
        Map<String, Object> whose = Map.of("operatorId", operator, "authority", stage.authority);
        Neighbours.tell(
                "inspection",
                "interview-scheduled",
                caseId,
                with(whose, "inspectionId", inspection, "interviewId", interview));
        awaitOwed(stage, operator, "attend", 1);
        Neighbours.tell(
                "inspection",
                "interview-held",
                caseId,
                with(whose, "inspectionId", inspection, "interviewId", interview));
        awaitOwed(stage, operator, "attend", 0);
        UUID second = UUID.randomUUID();
        Neighbours.tell("inspection", "interview-scheduled", caseId, with(whose, "interviewId", second));
        awaitOwed(stage, operator, "attend", 1);
        Neighbours.tell("inspection", "interview-cancelled", caseId, with(whose, "interviewId", second));
        awaitOwed(stage, operator, "attend", 0);

        UUID order = UUID.randomUUID();
        List<Map<String, Object>> items = List.of(item("2019-09-30T16:00:00Z"), item("2019-10-15T16:00:00Z"));
        Neighbours.tell("sanctions", "rectification-ordered", caseId, with(whose, "orderId", order, "items", items));
        awaitOwed(stage, operator, "rectify", 2);
        Neighbours.tell("sanctions", "rectification-reported", caseId, with(whose, "orderId", order));
        awaitOwed(stage, operator, "rectify", 0);
        Object again = items.get(0).get("itemId");
        Neighbours.tell(
                "sanctions",
                "rectification-rejected",
                caseId,
                with(whose, "orderId", order, "rejectedItemIds", List.of(again)));
        awaitOwed(stage, operator, "rectify", 1);
        awaitDue(stage, operator, "rectify", "2019-09-30T16:00:00Z");
        Map<String, Object> later =
                Map.of("itemId", again, "findingId", UUID.randomUUID(), "dueAt", "2019-10-31T16:00:00Z");
        Neighbours.tell(
                "sanctions", "rectification-extended", caseId, with(whose, "orderId", order, "items", List.of(later)));
        awaitDue(stage, operator, "rectify", "2019-10-31T16:00:00Z");
        Map<String, Object> fromReceipt =
                Map.of("itemId", again, "findingId", UUID.randomUUID(), "dueAt", "2019-11-05T16:00:00Z");
        Neighbours.tell("sanctions", "rectification-acknowledged", caseId, with(whose, "orderId", order));
        Neighbours.tell(
                "sanctions",
                "rectification-served",
                caseId,
                with(whose, "orderId", order, "items", List.of(fromReceipt)));
        awaitDue(stage, operator, "rectify", "2019-11-05T16:00:00Z");

        UUID proceeding = UUID.randomUUID();
        Neighbours.tell("sanctions", "penalty-decided", caseId, with(whose, "proceedingId", proceeding));
        awaitOwed(stage, operator, "pay", 1);
        Stage.as(stage.operator(0))
                .get("/operators/" + operator + OBLIGATIONS)
                .then()
                .body("items.find { it.kind == 'pay' }.money.amountMinor", equalTo(1000000))
                .body("items.find { it.kind == 'pay' }.dueAt", equalTo("2019-10-30T16:00:00Z"))
                .body("items.find { it.kind == 'pay' }.titles", nullValue());
        Neighbours.tell("sanctions", "penalty-served", caseId, with(whose, "proceedingId", proceeding));
        awaitDue(stage, operator, "pay", "2019-11-25T16:00:00Z");
        for (Map<String, Object> granted : List.of(
                with(whose, "proceedingId", proceeding, "lastDueOn", "2019-12-01"),
                with(whose, "proceedingId", proceeding, "lastDueOn", "2019-12-31", "penalty", 2))) {
            Neighbours.tell("sanctions", "instalments-granted", caseId, granted);
        }
        awaitDue(stage, operator, "pay", "2019-12-01T16:00:00Z");
        Neighbours.tell("sanctions", "penalty-transferred", caseId, with(whose, "proceedingId", proceeding));
        awaitOwed(stage, operator, "pay", 0);
        assertThat(stage.cases().get(0).getString("outcome")).isEqualTo("transferred");
    }

    private static Map<String, Object> item(String dueAt) {
        return Map.of("itemId", UUID.randomUUID(), "findingId", UUID.randomUUID(), "dueAt", dueAt);
    }

    private static Map<String, Object> with(Map<String, Object> whose, Object... more) {
        Map<String, Object> all = new java.util.HashMap<>(whose);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static JsonPath owed(Stage stage, UUID operator, String kind) {
        JsonPath all = Stage.as(stage.officer("case-officer"))
                .get("/operators/" + operator + OBLIGATIONS)
                .jsonPath();
        return JsonPath.from(all.prettify()).setRootPath("items.findAll { it.kind == '%s' }".formatted(kind));
    }

    private static void awaitDue(Stage stage, UUID operator, String kind, String dueAt) {
        await("to " + kind + " by " + dueAt)
                .atMost(SOON)
                .until(() -> dueAt.equals(owed(stage, operator, kind).getString("[0].dueAt")));
    }

    private static void awaitOwed(Stage stage, UUID operator, String kind, int count) {
        await(count + " to " + kind)
                .atMost(SOON)
                .until(() -> owed(stage, operator, kind).getList("id").size() == count);
    }

    @Test
    void it_is_told_by_which_rule_the_authority_is_competent() {
        Stage stage = new Stage(clock).published();
        Stage.as(Stage.ADMIN)
                .body(
                        """
                        {"names": {"zh": "测试局", "en": "Test authority"}, "zone": "Asia/Shanghai",
                         "competence": [{"id": "hosting", "legalSource": "Art. 9", "licenceClasses": ["B11"]}]}""")
                .put("/authorities/" + stage.authority)
                .then()
                .statusCode(200);
        Stage.as(stage.operator(0))
                .get("/operators/" + stage.cases().get(0).getString("operatorId") + "/obligations")
                .then()
                .body(
                        "items.find { it.authority == '%s' }.why.competence.legalSource".formatted(stage.authority),
                        equalTo("Art. 9"));
    }

    @Test
    void an_operator_is_told_what_it_owes_and_why_until_it_has_filed() {
        Stage stage = new Stage(clock).published();
        String operator = stage.operator(0);
        String path = "/operators/" + stage.cases().get(0).getString("operatorId") + OBLIGATIONS;
        String of = "items.find { it.authority == '%s' }.".formatted(stage.authority);

        Stage.as(operator)
                .get(path)
                .then()
                .statusCode(200)
                .body(of + "caseId", equalTo(stage.caseId(0).toString()))
                .body(of + "kind", equalTo("file"))
                .body(of + "dueAt", equalTo("2019-07-15T16:00:00Z"))
                .body(of + "late", equalTo(false))
                .body(of + "ruleSet", equalTo("CN-MIIT-2019"))
                .body(of + "titles.en", equalTo("Campaign"))
                .body(of + "why.scope.provinces", empty());

        String submitted = stage.submit(0, stage.draft(0).header("ETag")).header("ETag");
        owes(stage, path, 0);
        stage.move(0, "return", submitted, "{\"remarks\": [{\"item\": \"GP-01\", \"text\": \"evidence\"}]}")
                .then()
                .statusCode(200);
        clock.moveTo(Stage.DUE);
        Stage.as(operator)
                .get(path)
                .then()
                .body(of + "kind", equalTo("file-again"))
                .body(of + "late", equalTo(true));
    }

    /** As the authority sees it, for whom the operator's duties to other authorities do not exist. */
    private static void owes(Stage stage, String path, int duties) {
        Stage.as(stage.officer("case-officer")).get(path).then().statusCode(200).body("items", hasSize(duties));
    }

    @Test
    void nobody_is_told_of_another_operators_or_authoritys_obligations() {
        Stage stage = new Stage(clock).published();
        String path = "/operators/" + stage.cases().get(0).getString("operatorId") + OBLIGATIONS;
        owes(stage, path, 1);
        owes(new Stage(clock), path, 0);
        Stage.as(stage.operator(1)).get(path).then().statusCode(200).body("items", hasSize(0));
        Stage.as(Tokens.operator(UUID.randomUUID()))
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Stage.as(Tokens.as("partner").roles("partner").sign()).get(path).then().statusCode(403);
    }
}
