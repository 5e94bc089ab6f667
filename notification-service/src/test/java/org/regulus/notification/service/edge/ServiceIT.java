package org.regulus.notification.service.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.regulus.common.time.Zones;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** From the first try to serve a document to the day on which it counts as served. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ServiceIT {

    private static final String EVIDENCE = "ab".repeat(32);

    @Inject
    MovableClock clock;

    private final Told told = Told.anew("MIIT");
    private final LocalDate today = LocalDate.now(Zones.REGULATOR);

    @BeforeEach
    void a_case() {
        told.tell("filing.case-opened");
        told.awaitTimeline(1);
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_document_that_was_taken_is_served_and_announced_once_however_often_it_is_recorded() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> served = first("served", "method", "in-person");
        String id = record(key, served).then().statusCode(201).extract().path("id");
        assertThat(record(key, served).then().extract().<String>path("id")).isEqualTo(id);
        problem(record(null, served).then(), 409, "service.begun-already");
        Told other = Told.anew("MIIT");
        other.tell("filing.case-opened");
        other.awaitTimeline(1);
        problem(post(told.officer(), key, served, other).then(), 409, "idempotency.key-reused");
        var event = TestTopics.await(Told.TOPIC, ServiceMessages.SERVED, told.caseId());
        assertThat(Golden.schema(ServiceMessages.SERVED).validate(event.tree())).isEmpty();
        assertThat(TestTopics.count(Told.TOPIC, ServiceMessages.SERVED, told.caseId()))
                .isOne();
        as(told.operator())
                .get(path())
                .then()
                .body("items.state", contains("served"))
                .body("items.method", contains("in-person"));
    }

    @Test
    void what_was_refused_is_left_and_thereby_served() {
        String id = begin("refused");
        problem(put(told.officer(), id, "leaving", today, null).then(), 428, "etag.required");
        problem(put(told.officer(), id, "leaving", today, "\"9\"").then(), 412, "etag.stale");
        act(id, "leaving", today)
                .then()
                .statusCode(200)
                .body("state", equalTo("served"))
                .body("method", equalTo("left"));
        problem(act(id, "leaving", today).then(), 409, "service.move-not-allowed");
        TestTopics.await(Told.TOPIC, ServiceMessages.REFUSED, told.caseId());
        assertThat(TestTopics.await(Told.TOPIC, ServiceMessages.SERVED, told.caseId())
                        .tree()
                        .path("method")
                        .asText())
                .isEqualTo("left");
    }

    @Test
    void what_could_not_be_delivered_is_served_by_public_notice_when_its_days_are_over() {
        String id = begin("undeliverable");
        problem(put(told.officer(), id, "public-notice", today, null).then(), 428, "etag.required");
        problem(put(told.officer(), id, "public-notice", today, "\"9\"").then(), 412, "etag.stale");
        act(id, "public-notice", today)
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("until", equalTo(today.plusDays(30).toString()));
        clock.moveTo(Zones.endOf(today.plusDays(30)).plusSeconds(5));
        Told.await("served").until(() -> as(told.officer())
                .get(path())
                .<List<String>>path("items.method")
                .contains("public-notice"));
        var event = TestTopics.await(Told.TOPIC, ServiceMessages.SERVED, told.caseId());
        assertThat(event.tree().path("servedOn").asText())
                .isEqualTo(today.plusDays(30).toString());
        TestTopics.await(Told.TOPIC, ServiceMessages.UNDELIVERABLE, told.caseId());
        TestTopics.await(Told.TOPIC, ServiceMessages.PUBLISHED, told.caseId());
        as(told.officer())
                .get(path())
                .then()
                .body("items[0].steps.state", contains("undeliverable", "published", "served"))
                .body("items[0].steps.evidence", contains(EVIDENCE, EVIDENCE, null))
                .body("items[0].evidence", equalTo(EVIDENCE));
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        Map<String, Object> wrong = new HashMap<>(first("served", "method", "pigeon"));
        wrong.put("document", "poem");
        wrong.put("on", today.plusDays(2).toString());
        problem(record(null, wrong).then(), 422, "service.refused")
                .body("errors.pointer", contains("/document", "/on", "/method"));
        problem(record(null, first("eaten", "method", "post")).then(), 422, "service.refused")
                .body("errors.pointer", contains("/outcome"));
        Map<String, Object> unproven = new HashMap<>(first("served", "method", "post"));
        unproven.remove("evidence");
        problem(record(null, unproven).then(), 422, "request.invalid");
        problem(record(null, first("served", "method", "electronic")).then(), 409, "service.consent-missing");
        problem(act(begin("refused"), "leaving", today.plusDays(2)).then(), 422, "service.future");
    }

    @Test
    void only_officers_of_the_authority_that_holds_the_case_serve() {
        Map<String, Object> served = first("served", "method", "post");
        String id = begin("refused");
        String stranger = Tokens.officer("case-officer", "GDCA");
        problem(post(stranger, null, served).then(), 404, "case.unknown");
        problem(put(stranger, id, "leaving", today).then(), 404, "service.unknown");
        problem(post(told.operator(), null, served).then(), 403, "auth.forbidden");
        problem(post(Tokens.officer("auditor", "MIIT"), null, served).then(), 403, "auth.forbidden");
        as(stranger).get(path()).then().body("items.size()", equalTo(0));
        TokenRefusals.check(path());
    }

    private String begin(String outcome) {
        return record(null, first(outcome, "method", "post"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> first(String outcome, String field, String value) {
        return Map.of(
                "document",
                "penalty-notice",
                "documentId",
                told.operatorId().toString(),
                "outcome",
                outcome,
                "on",
                today.toString(),
                "evidence",
                EVIDENCE,
                field,
                value);
    }

    private Response record(String key, Map<String, Object> service) {
        return post(told.officer(), key, service);
    }

    private Response post(String token, String key, Map<String, Object> service) {
        return post(token, key, service, told);
    }

    private static Response post(String token, String key, Map<String, Object> service, Told about) {
        var request = as(token).contentType("application/json").body(service);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(path(about));
    }

    private Response act(String id, String noun, LocalDate on) {
        return put(told.officer(), id, noun, on);
    }

    /** As whoever serves sees it now. */
    private Response put(String token, String id, String noun, LocalDate on) {
        return put(
                token, id, noun, on, as(told.officer()).get("/services/" + id).header("ETag"));
    }

    private static Response put(String token, String id, String noun, LocalDate on, String seen) {
        var request = as(token).contentType("application/json").body(Map.of("on", on.toString(), "evidence", EVIDENCE));
        return (seen == null ? request : request.header("If-Match", seen)).put("/services/%s/%s".formatted(id, noun));
    }

    private String path() {
        return path(told);
    }

    private static String path(Told about) {
        return "/cases/%s/services".formatted(about.caseId());
    }
}
