package org.regulus.inspection.onsite.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;
import org.regulus.inspection.Stage;

/** A visit as a tablet tells of it, in batches that come twice and in the wrong order. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OnSiteIT {

    @Inject
    MovableClock clock;

    private final Stage stage = new Stage();
    private String path;
    private UUID caseId;

    @BeforeEach
    void on_the_day() {
        clock.moveTo(Instant.parse("2019-07-24T02:00:00Z"));
        path = "/inspections/" + stage.drawn(1, 2).get(0);
        caseId = UUID.fromString(stage.as("case-officer").get(path).jsonPath().getString("caseId"));
        note("inspector", remark("too early")).then().statusCode(409).body("code", equalTo("inspection.not-on-site"));
        stage.fix(path, stage.etag(path), "2019-08-01T01:00:00Z", "2019-08-01T03:00:00Z")
                .then()
                .statusCode(200);
        clock.moveTo(Instant.parse("2019-08-01T03:00:00Z"));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_visit_is_noted_read_back_signed_printed_and_only_added_to_afterwards() {
        Map<String, Object> question = entry(
                "question", Map.of("question", "Who keeps the logs?", "answer", "Nobody", "answeredBy", "Mr Sun"));
        note("inspector", inspector("Li"), question)
                .then()
                .statusCode(200)
                .body("results.outcome", equalTo(List.of("accepted", "accepted")));
        sign(Map.of("readBack", false, "refused", false))
                .then()
                .statusCode(422)
                .body("code", equalTo("record.cannot-be-signed"))
                .body("errors", hasSize(4));
        Map<String, Object> changed = new HashMap<>(question);
        changed.put("notedAt", "2019-08-01T02:30:00Z");
        Map<String, Object> major = finding("major", null);
        note(
                        "inspector",
                        question,
                        inspector("Wang"),
                        entry(
                                "attendee",
                                Map.of(
                                        "side",
                                        "operator",
                                        "name",
                                        "Mr Sun",
                                        "function",
                                        "Manager",
                                        "credentialsShown",
                                        false)),
                        major,
                        finding("minor", "Done"))
                .then()
                .body("results.outcome", equalTo(List.of("known", "accepted", "accepted", "accepted", "accepted")));
        note("inspector", changed).then().body("results[0].code", equalTo("entry.id-taken"));
        note("inspector", entry("amendment", Map.of("amends", question.get("id"), "text", "Mrs Sun")))
                .then()
                .body("results[0].code", equalTo("record.not-signed"));
        Stage.asOperator(stage.operatorOf.get(caseId))
                .get(path + "/record")
                .then()
                .statusCode(404);

        hold().then().statusCode(200);
        stage.conclude(path).then().statusCode(409).body("code", equalTo("inspection.record-open"));
        sign(Map.of("readBack", true, "refused", true, "reason", "Does not agree", "witness", "Mrs Zhou"))
                .then()
                .statusCode(200)
                .body("state", equalTo("signed"))
                .body("entries", hasSize(6));

        stage.as("auditor").get(path + "/interview").then().body("state", equalTo("held"));
        stage.as("auditor").get(path).then().body("findings.findingId", equalTo(List.of(major.get("id"))));
        stage.as("inspector")
                .header("If-Match", stage.etag(path))
                .body("{\"findings\": []}")
                .put(path + "/findings")
                .then()
                .statusCode(409)
                .body("code", equalTo("inspection.on-site-record"));
        note("inspector", remark("late")).then().body("results[0].code", equalTo("record.signed"));
        note("inspector", entry("amendment", Map.of("amends", question.get("id"), "text", "Mrs Sun")))
                .then()
                .body("results[0].outcome", equalTo("accepted"));
        byte[] paper = Stage.asOperator(stage.operatorOf.get(caseId))
                .get(path + "/record/paper")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(paper).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        sign(Map.of("readBack", true, "refused", false, "signedBy", "Mr Sun"))
                .then()
                .statusCode(409)
                .body("code", equalTo("record.move-not-allowed"));
        String digest = stage.as("auditor").get(path + "/record").jsonPath().getString("digest");
        assertThat(TestTopics.all(Stage.TOPIC, "regulus.inspection.record-entries-noted.v1", caseId))
                .extracting(event -> event.tree().path("recordDigest").asText())
                .hasSize(3)
                .contains(digest);
        assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.record-signed.v1", caseId)
                        .json())
                .doesNotContain("Zhou", "agree");
        stage.conclude(path).then().statusCode(200).body("outcome", equalTo("issues"));
    }

    @Test
    void batches_at_the_same_time_are_numbered_one_after_the_other() {
        List<Response> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> note("inspector", remark("a" + i), remark("b" + i))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(stage.as("auditor").get(path + "/record").jsonPath().getList("entries.number", Integer.class))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void what_is_not_an_entry_is_refused_and_others_get_nowhere() {
        Map<String, Object> two = new HashMap<>(remark("x"));
        two.put("question", Map.of("question", "?", "answer", "!", "answeredBy", "x"));
        note("inspector", two).then().statusCode(422);
        note("inspector", finding("major", "Done")).then().statusCode(422);
        note("auditor", remark("x")).then().statusCode(403);
        Stage.asOperator(stage.operatorOf.get(caseId))
                .body(Map.of("entries", List.of(remark("x"))))
                .post(path + "/record/entries")
                .then()
                .statusCode(403);
        Stage foreign = new Stage();
        foreign.as("inspector")
                .body(Map.of("entries", List.of(remark("x"))))
                .post(path + "/record/entries")
                .then()
                .statusCode(404);
        note("inspector", entry("amendment", Map.of("amends", UUID.randomUUID(), "text", "x")))
                .then()
                .body("results[0].code", equalTo("record.not-signed"));
        stage.as("auditor").get(path + "/record").then().statusCode(404).body("code", equalTo("record.unknown"));
        stage.as("auditor").get(path + "/record/paper").then().statusCode(404);
        note("inspector", remark("x")).then().statusCode(200);
        foreign.as("inspector").get(path + "/record").then().statusCode(404);
        foreign.as("inspector").get(path + "/record/paper").then().statusCode(404);
        foreign.as("inspector")
                .header("If-Match", "\"0\"")
                .body(Map.of("readBack", true, "refused", false))
                .put(path + "/record/signature")
                .then()
                .statusCode(404);
        stage.as("auditor").body("{}").put(path + "/record/signature").then().statusCode(403);
        stage.as("inspector")
                .body(Map.of("readBack", true, "refused", false))
                .put(path + "/record/signature")
                .then()
                .statusCode(428);
    }

    private Response note(String role, Object... entries) {
        return stage.as(role).body(Map.of("entries", List.of(entries))).post(path + "/record/entries");
    }

    private Response hold() {
        return stage.as("inspector")
                .header("If-Match", stage.etag(path + "/interview"))
                .body("{\"heldAt\": \"2019-08-01T03:00:00Z\", \"attendees\": 3, \"summary\": \"-\"}")
                .put(path + "/interview/record");
    }

    private Response sign(Map<String, Object> signature) {
        return stage.as("inspector")
                .header("If-Match", stage.etag(path + "/record"))
                .body(signature)
                .put(path + "/record/signature");
    }

    private static Map<String, Object> entry(String kind, Object content) {
        return Map.of("id", UUID.randomUUID().toString(), "notedAt", "2019-08-01T02:00:00Z", kind, content);
    }

    private static Map<String, Object> remark(String words) {
        return entry("remark", words);
    }

    private static Map<String, Object> inspector(String name) {
        return entry(
                "attendee",
                Map.of("side", "inspector", "name", name, "function", "Inspector", "credentialsShown", true));
    }

    private static Map<String, Object> finding(String severity, String correction) {
        Map<String, Object> finding = new HashMap<>(Map.of(
                "item",
                "GP-01",
                "severity",
                severity,
                "legalReference",
                "CSL, Art. 21",
                "text",
                "No logs",
                "evidence",
                List.of()));
        finding.put("correction", correction);
        return entry("finding", finding);
    }
}
