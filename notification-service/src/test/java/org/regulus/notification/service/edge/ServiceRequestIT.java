package org.regulus.notification.service.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.Zones;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** A document that the sanctions-service handed over: requested once, tried, served, and announced with its own id. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ServiceRequestIT {

    private static final String DISPATCHED = "sanctions.document-dispatched";
    private static final String EVIDENCE = "cd".repeat(32);

    private final Told told = Told.anew("MIIT");
    private final UUID document = Told.id();
    private final LocalDate today = LocalDate.now(Zones.REGULATOR);

    @Test
    void what_was_handed_over_is_requested_once_tried_and_served() {
        UUID event = Told.id();
        told.tell("filing.case-opened");
        told.tell(event, DISPATCHED, dispatched(List.of("post", "in-person"), null));
        told.tell(event, DISPATCHED, dispatched(List.of("post", "in-person"), null));
        told.tell(Told.id(), DISPATCHED, dispatched(List.of("post", "in-person"), null));
        told.awaitTimeline(3);
        String id = requested();
        attempt(told.officer(), id, 0, "undeliverable", "post")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("undeliverable"));
        problem(attempt(told.officer(), id, 0, "served", "in-person"), 412, "etag.stale");
        attempt(told.officer(), id, 1, "served", "in-person")
                .statusCode(200)
                .body("steps.state", contains("undeliverable", "served"))
                .body("steps.evidence", contains(EVIDENCE, EVIDENCE));
        problem(attempt(told.officer(), id, 2, "served", "in-person"), 409, "service.move-not-allowed");
        for (String type : List.of(ServiceMessages.UNDELIVERABLE, ServiceMessages.SERVED)) {
            var announced = TestTopics.await(Told.TOPIC, type, told.caseId());
            assertThat(Golden.schema(type).validate(announced.tree())).isEmpty();
            assertThat(announced.tree().path("documentId").asText()).isEqualTo(document.toString());
            assertThat(announced.tree().path("caseId").asText())
                    .isEqualTo(told.caseId().toString());
        }
        as(told.officer()).get("/services/" + id).then().statusCode(200).body("number", equalTo("MIIT-2019-D-000007"));
    }

    @Test
    void what_the_platform_kept_itself_proves_a_service() {
        told.tell("filing.case-opened");
        told.tell(Told.id(), DISPATCHED, dispatched(List.of("electronic"), EVIDENCE));
        told.awaitTimeline(2);
        String id = requested();
        Told.await("the inbox").until(() -> !as(told.operator())
                .get("/inbox")
                .<List<String>>path("items.id")
                .isEmpty());
        String item = as(told.operator()).get("/inbox").path("items[0].id");
        as(told.operator()).put("/inbox/%s/reading".formatted(item)).then().statusCode(204);
        var kept = as(told.officer()).get("/evidence?subject=" + item).jsonPath();
        problem(cite(id, null), 422, "service.evidence-needed");
        problem(cite(id, Told.id().toString()), 422, "evidence.not-of-case");
        cite(id, kept.getString("items[0].id"))
                .statusCode(200)
                .body("state", equalTo("served"))
                .body("steps.evidence", contains(kept.getString("items[0].digest")));
    }

    private ValidatableResponse cite(String id, String evidence) {
        Map<String, String> body = new HashMap<>(body("served", "electronic"));
        body.remove("evidence");
        body.put("evidenceId", evidence);
        return as(told.officer())
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(body)
                .put("/services/%s/attempt".formatted(id))
                .then();
    }

    @Test
    void who_may_not_and_what_is_wrong() {
        told.tell("filing.case-opened");
        told.tell(Told.id(), DISPATCHED, dispatched(List.of("electronic", "post"), null));
        told.awaitTimeline(2);
        String id = requested();
        problem(attempt(told.officer(), id, 0, "served", "electronic"), 409, "service.consent-missing");
        problem(attempt(told.officer(), id, 0, "served", "entrusted"), 409, "service.method-not-asked");
        problem(attempt(told.officer(), id, 0, "eaten", "pigeon"), 422, "service.refused")
                .body("errors.pointer", contains("/method", "/outcome"));
        problem(attempt(told.operator(), id, 0, "served", "post"), 403, "auth.forbidden");
        String stranger = Tokens.officer("case-officer", "GDCA");
        problem(attempt(stranger, id, 0, "served", "post"), 404, "service.unknown");
        problem(as(stranger).get("/services/" + id).then(), 404, "service.unknown");
        problem(
                as(told.officer())
                        .contentType("application/json")
                        .body(body("served", "post"))
                        .put("/services/%s/attempt".formatted(id))
                        .then(),
                428,
                "etag.required");
        problem(
                as(told.officer())
                        .contentType("application/json")
                        .body(Map.of(
                                "document",
                                "penalty-decision",
                                "documentId",
                                document.toString(),
                                "outcome",
                                "served",
                                "method",
                                "entrusted",
                                "on",
                                today.toString(),
                                "evidence",
                                EVIDENCE))
                        .post("/cases/%s/services".formatted(told.caseId()))
                        .then(),
                409,
                "service.handed-over");
        TokenRefusals.check("/services/" + id);
    }

    private String requested() {
        return as(told.officer())
                .get("/cases/%s/services".formatted(told.caseId()))
                .then()
                .statusCode(200)
                .body("items.state", contains("requested"))
                .body("items.document", contains("penalty-decision"))
                .extract()
                .path("items[0].id");
    }

    private ObjectNode dispatched(List<String> methods, String consent) {
        ObjectNode data = told.data(DISPATCHED)
                .put("documentId", document.toString())
                .put("consent", consent)
                .put("at", Instant.now().toString());
        methods.forEach(data.putArray("methods")::add);
        return data;
    }

    private ValidatableResponse attempt(String token, String id, long version, String outcome, String method) {
        return as(token)
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body(outcome, method))
                .put("/services/%s/attempt".formatted(id))
                .then();
    }

    private Map<String, String> body(String outcome, String method) {
        return Map.of("outcome", outcome, "method", method, "on", today.toString(), "evidence", EVIDENCE);
    }
}
