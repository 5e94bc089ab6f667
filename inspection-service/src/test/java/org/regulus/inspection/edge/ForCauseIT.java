package org.regulus.inspection.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;
import org.regulus.inspection.draw.Draw;

/** Inspections that nobody drew: what gives cause, who inspects, and a visit that the operator hears of at its door. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ForCauseIT extends InJuly {

    private static final Map<String, Object> BEACON = Map.of("kind", "beacon", "chain", "quicknet", "round", 1);
    private static final Map<String, Object> DOOR = Map.of("place", "The data centre", "minutes", 120);

    @Test
    void an_overdue_filing_and_a_risk_give_cause_once() {
        stage.cases(1);
        UUID caseId = stage.operatorOf.keySet().iterator().next();
        UUID eventId = UUID.randomUUID();
        stage.tell(eventId, "filing-overdue", caseId, Map.of());
        stage.tell(eventId, "filing-overdue", caseId, Map.of());
        stage.tell(UUID.randomUUID(), "risk-triaged", caseId, Map.of("outcome", "inspect"));
        UUID marker = UUID.randomUUID();
        stage.operatorOf.put(marker, UUID.randomUUID());
        stage.open(marker);
        stage.tell(UUID.randomUUID(), "risk-triaged", marker, Map.of("outcome", "no-action"));

        await().atMost(Stage.PATIENCE)
                .until(() -> stage.as("case-officer")
                                .get("/inspections?case=" + caseId)
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        await().atMost(Stage.PATIENCE).until(() -> stage.known() == 2);
        stage.as("case-officer")
                .get("/inspections?cause=overdue&campaign=" + stage.campaign)
                .then()
                .body("items", hasSize(1));
        stage.as("case-officer").get("/inspections?case=" + marker).then().body("items", hasSize(0));

        String path = "/inspections/"
                + stage.as("case-officer")
                        .get("/inspections?case=" + caseId)
                        .jsonPath()
                        .getString("items[0].id");
        commit(path, BEACON).then().statusCode(409).body("code", equalTo("inspection.too-few-inspectors"));
        stage.inspectors(2);
        drawForCause(path);
        unannounced(path, caseId);
    }

    /** Nobody tells the operator before, not even with an interview: one planned it so, another approved it. */
    private void unannounced(String path, UUID caseId) {
        atTheDoor("inspector", path).then().statusCode(409).body("code", equalTo("inspection.not-approved"));
        stage.approved(path);
        atTheDoor("inspector", path).then().statusCode(409).body("code", equalTo("inspection.notice-required"));
        stage.plan(path, " ").then().statusCode(422);
        stage.plan(path, "Logs could vanish").then().statusCode(200).body("withoutNotice", notNullValue());
        stage.approve(path).then().statusCode(200);
        stage.fix(path, stage.etag(path), "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(409)
                .body("code", equalTo("inspection.without-notice"));
        UUID operator = stage.operatorOf.get(caseId);
        Stage.asOperator(operator).get(path).then().statusCode(404);
        for (String role : List.of("auditor", "decision-maker")) {
            stage.as(role).body("{}").put(path + "/notice/at-the-door").then().statusCode(403);
        }
        new Stage()
                .as("inspector")
                .header("If-Match", "\"0\"")
                .body(DOOR)
                .put(path + "/notice/at-the-door")
                .then()
                .statusCode(404);

        atTheDoor("inspector", path).then().statusCode(200).body("atTheDoor", equalTo(true));

        Stage.asOperator(operator)
                .get(path + "/notice")
                .then()
                .statusCode(200)
                .body("startsAt", startsWith("2019-07-24T02:00"))
                .body("place", equalTo("The data centre"))
                .body("items.code", equalTo(List.of("GP-01")));
        atTheDoor("inspector", path).then().statusCode(409).body("code", equalTo("inspection.move-not-allowed"));
        begun(path);
        assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.inspection-noticed.v1", caseId)
                        .json())
                .contains("\"atTheDoor\":true")
                .doesNotContain("vanish");
    }

    /** What has happened is neither planned anew nor moved: why, and who approved it, stays readable. */
    private void begun(String path) {
        stage.plan(path).then().statusCode(409).body("code", equalTo("inspection.visit-begun"));
        stage.fix(path, stage.etag(path + "/interview"), "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(409)
                .body("code", equalTo("inspection.visit-begun"));
        stage.as("auditor")
                .get(path + "/plan")
                .then()
                .body("withoutNotice", equalTo("Logs could vanish"))
                .body("approvedBy", notNullValue());
    }

    private Response atTheDoor(String role, String path) {
        return stage.as(role).header("If-Match", stage.etag(path)).body(DOOR).put(path + "/notice/at-the-door");
    }

    /** The source of the seed is named first, and the seed is nobody's to choose. */
    private void drawForCause(String path) {
        var shares = List.of(
                Map.of("party", "authority", "nonce", "a".repeat(64), "share", "12345678901234567890"),
                Map.of("party", "council", "nonce", "b".repeat(64), "share", "98765432109876543210"));
        List<Map<String, String>> parties = shares.stream()
                .map(one -> Map.of(
                        "name", one.get("party"), "commitment", Draw.digest(one.get("nonce") + one.get("share"))))
                .toList();
        reveal(path, shares).then().statusCode(409).body("code", equalTo("inspection.not-committed"));
        commit(path, Map.of("kind", "dice")).then().statusCode(422).body("code", equalTo("inspection.seed-rule"));
        Map<String, Object> rule =
                Map.of("kind", "commit-reveal", "parties", parties, "revealBy", "2019-07-25T02:00:00Z");
        Response committed = commit(path, rule);
        committed.then().statusCode(200).body("register", hasSize(2)).body("seed.fallback", equalTo("beacon"));
        commit(path, rule).then().statusCode(409).body("code", equalTo("inspection.already-committed"));
        UUID caseId = UUID.fromString(stage.as("auditor").get(path).jsonPath().getString("caseId"));
        assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.inspector-draw-committed.v1", caseId)
                        .tree()
                        .path("commitmentDigest")
                        .asText())
                .isEqualTo(Draw.digest(committed.asString()));
        again(path, rule, committed);
        new Stage()
                .as("case-officer")
                .get(path + "/inspector-commitment")
                .then()
                .statusCode(404);
        stage.as("inspector")
                .body("{}")
                .put(path + "/inspector-commitment")
                .then()
                .statusCode(403);
        reveal(path, shares.subList(0, 1)).then().statusCode(409).body("code", equalTo("draw.reveal-missing"));
        stage.as("case-officer")
                .header("If-Match", stage.etag(path))
                .body(Map.of("reveals", shares.subList(0, 1), "dice", Stage.DICE))
                .put(path + "/inspectors")
                .then()
                .statusCode(422)
                .body("code", equalTo("inspection.seed-rule"));
        stage.as("case-officer")
                .body(Map.of("nonce", "a".repeat(64), "share", "12345678901234567890"))
                .put(path + "/inspector-commitment/reveals/authority")
                .then()
                .statusCode(200);
        String seed = path + "/inspector-commitment/seed";
        stage.as("auditor").get(seed).then().statusCode(404).body("code", equalTo("inspection.no-seed-yet"));
        reveal(path, shares.subList(1, 2)).then().statusCode(200).body("inspectorIds", hasSize(2));
        stage.as("auditor").get(seed).then().statusCode(200).body("evidence.reveals", hasSize(2));
        UUID operator = stage.operatorOf.get(caseId);
        Stage.asOperator(operator).get(seed).then().statusCode(404);
        Stage.asOperator(operator)
                .get(path + "/inspector-commitment/reveals")
                .then()
                .statusCode(403);
        stage.as("auditor")
                .get(path + "/inspector-commitment/reveals")
                .then()
                .body("party", equalTo(List.of("authority", "council")));
        TestTopics.await(Stage.TOPIC, "regulus.inspection.inspector-share-revealed.v1", caseId);
    }

    /** One of two can act no more: what was committed to gives way to another commitment, in which it stays readable. */
    private void again(String path, Map<String, Object> rule, Response committed) {
        String ill = "/inspectors/" + committed.jsonPath().getString("register[0]");
        stage.as("campaign-manager")
                .header("If-Match", stage.etag(ill))
                .body(Stage.entry("S-8", List.of(), false))
                .put(ill)
                .then()
                .statusCode(200);
        commit(path, rule).then().statusCode(422).body("code", equalTo("inspection.reason-required"));
        stage.inspector("S-9");
        commit(path, rule, "One is ill")
                .then()
                .statusCode(200)
                .body("register", hasSize(2))
                .body("reason", equalTo("One is ill"))
                .body("previous", equalTo(committed.jsonPath().getMap("")));
    }

    private Response commit(String path, Map<String, Object> seed) {
        return commit(path, seed, null);
    }

    private Response commit(String path, Map<String, Object> seed, String reason) {
        Map<String, Object> wanted = new HashMap<>(Map.of("seedSource", "two bodies", "seed", seed));
        wanted.put("reason", reason);
        return stage.as("case-officer")
                .header("If-Match", stage.etag(path))
                .body(wanted)
                .put(path + "/inspector-commitment");
    }

    private Response reveal(String path, List<Map<String, String>> shares) {
        return stage.as("case-officer")
                .header("If-Match", stage.etag(path))
                .body(Map.of("reveals", shares))
                .put(path + "/inspectors");
    }
}
