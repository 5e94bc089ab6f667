package org.regulus.sanctions.rectification.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.items;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.order;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.edge.Api.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrderIT {

    private static final String DUE = "2019-09-30";
    private static final String DONE = "\"statement\": \"done\"";

    @Inject
    MovableClock clock;

    @BeforeEach
    void it_is_2_september_2019() {
        clock.moveTo(Instant.parse("2019-09-02T02:00:00Z"));
    }

    @AfterEach
    void and_now_again() {
        clock.reset();
    }

    @Test
    void from_the_findings_to_the_verified_order() {
        Inspected inspected = Api.inspected("MIIT", 2);
        String id = as(officer("MIIT"))
                .body(inspected.order(DUE))
                .post("/orders")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("ordered"))
                .body("orderNumber", matchesPattern("MIIT-2019-R-\\d{6}"))
                .body("items.dueAt", contains("2019-09-30T16:00:00Z", "2019-09-30T16:00:00Z"))
                .header("Location", matchesPattern(".*/orders/[0-9a-f-]{36}"))
                .extract()
                .path("id");
        assertThat(Api.awaiting("MIIT")).doesNotContain(inspected.inspectionId().toString());

        put(inspected.operator(), "/orders/" + id + "/report", 1, items(id, inspected.operator(), DONE))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("reported"))
                .body("late", equalTo(false))
                .body("items.statement", contains("done", "done"));
        put(Tokens.officer("inspector", "MIIT"), "/orders/" + id + "/verification", 2, verdict(id, true))
                .statusCode(200)
                .body("state", equalTo("verified"));

        for (String type : new String[] {"ordered", "reported", "verified"}) {
            String event = "regulus.sanctions.rectification-" + type + ".v1";
            var announced = TestTopics.await(Api.TOPIC, event, inspected.caseId());
            assertThat(Golden.schema(event).validate(announced.tree())).isEmpty();
            assertThat(announced.tree().get("orderId").asText()).isEqualTo(id);
        }
    }

    @Test
    void what_was_rejected_is_reported_again() {
        Inspected inspected = Api.inspected("MIIT", 1);
        String id = order(inspected, DUE);
        put(inspected.operator(), "/orders/" + id + "/report", 1, items(id, inspected.operator(), DONE))
                .statusCode(200);
        put(officer("MIIT"), "/orders/" + id + "/verification", 2, verdict(id, false))
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("items.remark", contains("seen"));
        put(inspected.operator(), "/orders/" + id + "/report", 3, items(id, inspected.operator(), DONE))
                .statusCode(200)
                .body("state", equalTo("reported"));
    }

    @Test
    void a_repeated_request_makes_one_order() {
        Inspected inspected = Api.inspected("MIIT", 1);
        String key = UUID.randomUUID().toString();
        String once = posted(inspected, key, DUE).statusCode(201).extract().path("id");
        String again = posted(inspected, key, DUE).statusCode(201).extract().path("id");
        assertThat(again).isEqualTo(once);
        problem(posted(inspected, key, "2019-10-30"), 409, "idempotency.key-reused");
        problem(posted(inspected, UUID.randomUUID().toString(), DUE), 409, "order.exists");
    }

    private static io.restassured.response.ValidatableResponse posted(Inspected inspected, String key, String dueOn) {
        return as(officer("MIIT"))
                .header("Idempotency-Key", key)
                .body(inspected.order(dueOn))
                .post("/orders")
                .then();
    }

    @Test
    void an_order_shows_itself_to_its_authority_and_its_operator_only() {
        Inspected inspected = Api.inspected("MIIT", 1);
        String id = order(inspected, DUE);
        String stranger = Tokens.operator(UUID.randomUUID());
        for (String token : new String[] {stranger, officer("GDCA")}) {
            problem(as(token).get("/orders/" + id).then(), 404, "order.unknown");
            as(token)
                    .queryParam("case", inspected.caseId())
                    .get("/orders")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id)));
        }
        String report = items(id, inspected.operator(), DONE);
        problem(put(stranger, "/orders/" + id + "/report", 1, report), 404, "order.unknown");
        problem(put(officer("GDCA"), "/orders/" + id + "/verification", 1, verdict(id, true)), 404, "order.unknown");
        for (String token : new String[] {inspected.operator(), Tokens.officer("auditor", "MIIT")}) {
            as(token)
                    .queryParam("case", inspected.caseId())
                    .queryParam("state", "ordered")
                    .get("/orders")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        problem(as(officer("GDCA")).body(inspected.order(DUE)).post("/orders").then(), 422, "order.inspection-unknown");
    }

    @Test
    void each_move_has_its_role() {
        Inspected inspected = Api.inspected("MIIT", 1);
        String id = order(inspected, DUE);
        String report = items(id, inspected.operator(), DONE);
        problem(put(officer("MIIT"), "/orders/" + id + "/report", 1, report), 403, "auth.forbidden");
        problem(put(inspected.operator(), "/orders/" + id + "/verification", 1, report), 403, "auth.forbidden");
        problem(
                as(Tokens.officer("auditor", "MIIT"))
                        .body(inspected.order(DUE))
                        .post("/orders")
                        .then(),
                403,
                "auth.forbidden");
        problem(as(Tokens.officer("partner", "MIIT")).get("/orders").then(), 403, "auth.forbidden");
        TokenRefusals.check("/orders");
        TokenRefusals.check("/orders/" + id);
    }

    @Test
    void a_change_says_which_version_it_changes() {
        Inspected inspected = Api.inspected("MIIT", 1);
        String id = order(inspected, DUE);
        String report = items(id, inspected.operator(), DONE);
        String path = "/orders/" + id + "/report";
        problem(as(inspected.operator()).body(report).put(path).then(), 428, "etag.required");
        problem(put(inspected.operator(), path, 7, report), 412, "etag.stale");
        problem(
                as(inspected.operator())
                        .header("If-Match", "*")
                        .body(report)
                        .put(path)
                        .then(),
                400,
                "etag.malformed");
    }

    @Test
    void a_move_that_is_not_allowed_is_a_conflict() {
        Inspected inspected = Api.inspected("MIIT", 1);
        String id = order(inspected, DUE);
        problem(
                put(officer("MIIT"), "/orders/" + id + "/verification", 1, verdict(id, true)),
                409,
                "order.move-not-allowed");
        put(inspected.operator(), "/orders/" + id + "/report", 1, items(id, inspected.operator(), DONE))
                .statusCode(200);
        problem(
                put(inspected.operator(), "/orders/" + id + "/report", 2, items(id, inspected.operator(), DONE)),
                409,
                "order.move-not-allowed");
    }

    @Test
    void what_cannot_be_read_or_is_wrong_is_said_all_at_once() {
        Inspected inspected = Api.inspected("MIIT", 1);
        problem(as(officer("MIIT")).body("{").post("/orders").then(), 400, "request.malformed");
        problem(as(officer("MIIT")).body("{\"colour\": 1}").post("/orders").then(), 400, "request.malformed")
                .body("errors.pointer", contains("/colour"));
        problem(as(officer("MIIT")).body("{\"caseId\": \"x\"}").post("/orders").then(), 400, "request.malformed");
        problem(as(officer("MIIT")).body("{}").post("/orders").then(), 422, "request.invalid")
                .body("errors.pointer", contains("/caseId", "/inspectionId", "/items"));
        problem(
                        as(officer("MIIT"))
                                .body(inspected.order("2019-09-01"))
                                .post("/orders")
                                .then(),
                        422,
                        "order.invalid")
                .body("errors.code", contains("order.due-in-past"));
        String item = "{\"findingId\": \"%s\", \"measure\": \"put it right\", \"dueOn\": \"2019-10-31\"}";
        String known = item.formatted(inspected.findings().get(0));
        problem(
                        as(officer("MIIT"))
                                .body(inspected
                                        .order("2019-10-31")
                                        .replace(
                                                "]}", ", %s, %s]}".formatted(known, item.formatted(UUID.randomUUID()))))
                                .post("/orders")
                                .then(),
                        422,
                        "order.invalid")
                .body("errors.code", contains("order.finding-twice", "order.finding-unknown"));
        String id = order(inspected, DUE);
        String twice = items(id, inspected.operator(), "\"statement\": \"x\"");
        String again = twice.substring(twice.indexOf('[') + 1, twice.indexOf(']'));
        problem(
                        put(
                                inspected.operator(),
                                "/orders/" + id + "/report",
                                1,
                                twice.replace("]}", ", " + again + "]}")),
                        422,
                        "order.items-incomplete")
                .body("errors.code", contains("order.item-twice"));
        String unknown = "{\"items\": [{\"itemId\": \"%s\", \"statement\": \"x\"}]}".formatted(UUID.randomUUID());
        problem(put(inspected.operator(), "/orders/" + id + "/report", 1, unknown), 422, "order.items-incomplete")
                .body("errors.code", contains("order.item-unknown", "order.item-missing"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        problem(as(officer("MIIT")).get("/orders/" + UUID.randomUUID()).then(), 404, "order.unknown");
        as(officer("MIIT")).get("/orders/not-an-id").then().statusCode(404).body("code", endsWith("unknown"));
        String nothing = Api.unannounced("MIIT", 1).order(DUE);
        problem(as(officer("MIIT")).body(nothing).post("/orders").then(), 422, "order.inspection-unknown");
    }

    private static String verdict(String id, boolean passed) {
        return items(id, officer("MIIT"), "\"passed\": %s, \"remark\": \"seen\"".formatted(passed));
    }
}
