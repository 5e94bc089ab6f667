package org.regulus.sanctions.rectification.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
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
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

/** More time, stopped time, interview and evidence over REST, and who must not ask for them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrderStepsIT {

    private static final String DECIDER = Tokens.officer("decision-maker", "MIIT");
    private static final String NOTHING = "{}";
    private static final String GRANT = "{\"granted\": true, \"reason\": \"spare parts are late\"}";
    private static final String STOP = "{\"reason\": \"the site is closed\"}";
    private static final String INTERVIEW =
            "{\"heldOn\": \"2019-09-02\", \"duty\": \"name a responsible\", \"dueOn\": \"2019-09-20\"}";

    private static final String REFERRAL = "{\"to\": \"penalty\", \"reason\": \"twice in vain\"}";

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
    void an_order_is_acknowledged_extended_stopped_resumed_reported_with_evidence_and_verified_on_site() {
        Inspected it = Api.inspected("MIIT", 1);
        String path = "/orders/" + order(it, "2019-09-30");
        put(it.operator(), path + "/acknowledgement", 1, NOTHING).statusCode(200);
        put(officer("MIIT"), path + "/interview", 2, INTERVIEW).statusCode(200);
        put(it.operator(), path + "/extension-request", 3, wish(it, path, "2019-10-18"))
                .statusCode(200);
        problem(put(officer("MIIT"), path + "/extension", 4, GRANT), 409, "order.same-person");
        put(DECIDER, path + "/extension", 4, GRANT)
                .statusCode(200)
                .body("items.dueOn", contains("2019-10-18"))
                .body("items[0].dueChanges.from", contains("2019-09-30"))
                .body("items[0].dueChanges.reason", contains("spare parts are late"));
        put(officer("MIIT"), path + "/suspension", 5, STOP).statusCode(200).body("state", equalTo("suspended"));
        clock.moveTo(Instant.parse("2019-09-05T02:00:00Z"));
        put(officer("MIIT"), path + "/resumption", 6, NOTHING)
                .statusCode(200)
                .body("state", equalTo("ordered"))
                .body("items.dueOn", contains("2019-10-21"));
        String evidence = "\"statement\": \"done\", \"evidence\": [{\"sha256\": \"%s\", \"description\": \"a photo\"}]"
                .formatted("ab".repeat(32));
        String id = path.substring("/orders/".length());
        put(it.operator(), path + "/report", 7, items(id, it.operator(), evidence))
                .statusCode(200)
                .body("items[0].evidence.sha256", contains("ab".repeat(32)));
        String verdict = items(id, it.operator(), "\"passed\": true, \"remark\": \"seen\"")
                .replace("{\"items\"", "{\"place\": \"on-site\", \"items\"");
        put(officer("MIIT"), path + "/verification", 8, verdict)
                .statusCode(200)
                .body("state", equalTo("verified"))
                .body("items.place", contains("on-site"));
        for (String type : List.of(
                "rectification-acknowledged",
                "operator-interviewed",
                "rectification-extension-requested",
                "rectification-extended",
                "rectification-suspended",
                "rectification-resumed")) {
            String event = "regulus.sanctions." + type + ".v1";
            assertThat(Golden.schema(event)
                            .validate(TestTopics.await(Api.TOPIC, event, it.caseId())
                                    .tree()))
                    .isEmpty();
        }
    }

    @Test
    void days_from_receipt_begin_when_the_order_is_handed_over() {
        Inspected it = Api.inspected("MIIT", 1);
        String both = it.order("2019-09-16").replace("\"dueOn\"", "\"days\": 14, \"dueOn\"");
        problem(as(officer("MIIT")).body(both).post("/orders").then(), 422, "request.invalid");
        String path = "/orders/"
                + as(officer("MIIT"))
                        .body(it.order("2019-09-16").replace("\"dueOn\": \"2019-09-16\"", "\"days\": 14"))
                        .post("/orders")
                        .then()
                        .statusCode(201)
                        .body("items.daysFromService", contains(14))
                        .extract()
                        .path("id");
        clock.moveTo(Instant.parse("2019-09-20T02:00:00Z"));
        String mail = "{\"method\": \"mail\", \"on\": \"2019-09-19\"}";
        problem(put(it.operator(), path + "/service", 1, mail), 403, "auth.forbidden");
        problem(put(officer("GDCA"), path + "/service", 1, mail), 404, "order.unknown");
        problem(put(officer("MIIT"), path + "/service", 9, mail), 412, "etag.stale");
        problem(as(officer("MIIT")).body(mail).put(path + "/service").then(), 428, "etag.required");
        problem(put(officer("MIIT"), path + "/service", 1, mail.replace("09-19", "09-21")), 422, "order.service-date");
        problem(
                put(officer("MIIT"), path + "/service", 1, mail.replace("mail", "electronic")),
                409,
                "order.consent-missing");
        put(officer("MIIT"), path + "/service", 1, mail)
                .statusCode(200)
                .body("state", equalTo("ordered"))
                .body("items.dueOn", contains("2019-10-08"));
        problem(put(officer("MIIT"), path + "/service", 2, mail), 409, "order.served");
        String event = "regulus.sanctions.rectification-served.v1";
        var told = TestTopics.await(Api.TOPIC, event, it.caseId());
        assertThat(Golden.schema(event).validate(told.tree())).isEmpty();
        assertThat(told.tree().path("items").path(0).path("dueAt").asText()).isEqualTo("2019-10-08T16:00:00Z");
    }

    @Test
    void refused_time_is_announced_too_and_codes_are_said() {
        Inspected it = Api.inspected("MIIT", 1);
        String path = "/orders/" + order(it, "2019-09-30");
        problem(put(DECIDER, path + "/extension", 1, GRANT), 409, "order.no-extension-request");
        problem(
                        put(it.operator(), path + "/extension-request", 1, wish(it, path, "2019-09-30")),
                        422,
                        "order.extension-invalid")
                .body("errors.code", contains("order.extension-no-later"));
        put(it.operator(), path + "/extension-request", 1, wish(it, path, "2019-10-18"))
                .statusCode(200);
        problem(
                put(it.operator(), path + "/extension-request", 2, wish(it, path, "2019-10-18")),
                409,
                "order.extension-pending");
        put(DECIDER, path + "/extension", 2, GRANT.replace("true", "false")).statusCode(200);
        TestTopics.await(Api.TOPIC, "regulus.sanctions.rectification-extension-refused.v1", it.caseId());
        problem(
                put(officer("MIIT"), path + "/interview", 3, INTERVIEW.replace("09-20", "09-02")),
                422,
                "order.interview-dates");
        problem(put(officer("MIIT"), path + "/resumption", 3, NOTHING), 409, "order.move-not-allowed");
    }

    @Test
    void more_time_is_asked_for_before_the_date_of_that_item_has_passed() {
        Inspected it = Api.inspected("MIIT", 2);
        String two = it.order("2019-09-30").replaceFirst("2019-09-30", "2019-09-16");
        String path = "/orders/"
                + as(officer("MIIT"))
                        .body(two)
                        .post("/orders")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        clock.moveTo(Instant.parse("2019-09-17T02:00:00Z"));
        List<String> items = as(it.operator()).get(path).then().extract().path("items.sort { it.dueOn }.itemId");
        String wish = "{\"items\": [{\"itemId\": \"%s\", \"dueOn\": \"2019-10-18\"}], \"reason\": \"more\"}";
        Awaitility.await("the order to be overdue").until(() -> Api.state(path, it.operator()), "overdue"::equals);
        long version = as(it.operator()).get(path).then().extract().jsonPath().getLong("version");
        problem(
                        put(it.operator(), path + "/extension-request", version, wish.formatted(items.get(0))),
                        422,
                        "order.extension-invalid")
                .body("errors.code", contains("order.extension-late"));
        put(it.operator(), path + "/extension-request", version, wish.formatted(items.get(1)))
                .statusCode(200)
                .body("state", equalTo("overdue"));
        put(DECIDER, path + "/extension", version + 1, GRANT)
                .statusCode(200)
                .body("state", equalTo("overdue"))
                .body("items.find { it.itemId == '" + items.get(1) + "' }.dueOn", equalTo("2019-10-18"));
    }

    @Test
    void a_rejected_report_gets_a_new_term_with_reasons_or_is_referred() {
        Inspected it = Api.inspected("MIIT", 1);
        String id = order(it, "2019-09-30");
        String path = "/orders/" + id;
        problem(
                put(officer("MIIT"), path + "/new-term", 1, wish(it, path, "2019-10-31")),
                409,
                "order.move-not-allowed");
        put(it.operator(), path + "/report", 1, items(id, it.operator(), "\"statement\": \"done\""))
                .statusCode(200);
        put(officer("MIIT"), path + "/verification", 2, items(id, officer("MIIT"), "\"passed\": false"))
                .statusCode(200);
        problem(put(officer("MIIT"), path + "/new-term", 3, wish(it, path, "2019-09-02")), 422, "order.invalid");
        problem(put(it.operator(), path + "/new-term", 3, wish(it, path, "2019-10-31")), 403, "auth.forbidden");
        problem(put(officer("GDCA"), path + "/new-term", 3, wish(it, path, "2019-10-31")), 404, "order.unknown");
        put(officer("MIIT"), path + "/new-term", 3, wish(it, path, "2019-10-31"))
                .statusCode(200)
                .body("state", equalTo("ordered"))
                .body("items.dueOn", contains("2019-10-31"))
                .body("items[0].dueChanges.reason", contains("spare parts are late"));
        clock.moveTo(Instant.parse("2019-10-08T02:00:00Z"));
        // the first date has passed, and nothing is overdue
        put(it.operator(), path + "/report", 4, items(id, it.operator(), "\"statement\": \"now\""))
                .statusCode(200)
                .body("late", equalTo(false));
        put(officer("MIIT"), path + "/verification", 5, items(id, officer("MIIT"), "\"passed\": false"))
                .statusCode(200);
        problem(put(it.operator(), path + "/referral", 6, REFERRAL), 403, "auth.forbidden");
        problem(put(officer("GDCA"), path + "/referral", 6, REFERRAL), 404, "order.unknown");
        put(officer("MIIT"), path + "/referral", 6, REFERRAL).statusCode(200).body("state", equalTo("referred"));
        problem(
                put(it.operator(), path + "/report", 7, items(id, it.operator(), "\"statement\": \"again\"")),
                409,
                "order.move-not-allowed");
        as(officer("MIIT")).get(path).then().body("notes.note.kind", contains("term-renewed", "referred"));
        // who of the authority acted, and why it goes on, is not the operator's
        as(it.operator())
                .get(path)
                .then()
                .body("notes.note.kind", contains("term-renewed"))
                .body("notes[0].note.by", nullValue())
                .body("notes[0].note.reason", equalTo("spare parts are late"));
        for (String type : List.of("rectification-renewed", "rectification-referred")) {
            String event = "regulus.sanctions." + type + ".v1";
            assertThat(Golden.schema(event)
                            .validate(TestTopics.await(Api.TOPIC, event, it.caseId())
                                    .tree()))
                    .isEmpty();
        }
    }

    @Test
    void each_step_has_its_role_and_its_authority() {
        Inspected it = Api.inspected("MIIT", 1);
        String path = "/orders/" + order(it, "2019-09-30");
        for (String step : List.of("acknowledgement", "extension-request")) {
            problem(put(officer("MIIT"), path + "/" + step, 1, NOTHING), 403, "auth.forbidden");
        }
        for (String step : List.of("extension", "suspension", "resumption", "interview")) {
            problem(put(it.operator(), path + "/" + step, 1, NOTHING), 403, "auth.forbidden");
        }
        problem(put(officer("GDCA"), path + "/suspension", 1, STOP), 404, "order.unknown");
        problem(put(Tokens.operator(UUID.randomUUID()), path + "/acknowledgement", 1, NOTHING), 404, "order.unknown");
        problem(put(officer("MIIT"), path + "/suspension", 7, STOP), 412, "etag.stale");
        problem(put(officer("MIIT"), path + "/suspension", 1, NOTHING), 422, "request.invalid");
    }

    private static String wish(Inspected it, String path, String day) {
        String item = as(it.operator()).get(path).then().extract().path("items[0].itemId");
        return """
                {"items": [{"itemId": "%s", "dueOn": "%s"}], "reason": "spare parts are late"}"""
                .formatted(item, day);
    }
}
