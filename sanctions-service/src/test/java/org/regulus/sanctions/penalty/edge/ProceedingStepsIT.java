package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.REVIEWER;
import static org.regulus.sanctions.penalty.edge.Cases.move;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;

/** A grave case through every step beside the main way, over REST, and who must not take them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProceedingStepsIT {

    private static final String NOTHING = "{}";
    private static final String REASON = "{\"reason\": \"so it is\"}";
    private static final String CHAIR =
            Tokens.as("chen").authority("MIIT").roles("legal-reviewer").sign();

    @Inject
    MovableClock clock;

    private long version;

    @BeforeEach
    void it_is_20_september_2019() {
        clock.moveTo(Instant.parse("2019-09-20T02:00:00Z"));
    }

    @AfterEach
    void and_now_again() {
        clock.reset();
    }

    @Test
    void a_grave_case_is_heard_discussed_decided_served_challenged_and_paid_in_parts() {
        Cases it = Cases.rejected();
        String id = grave(it);
        step(it.operator(), id, "hearing-request", NOTHING).body("state", equalTo("hearing-requested"));
        step(officer("MIIT"), id, "hearing", "{\"chair\": \"chen\", \"heldOn\": \"2019-09-27\"}")
                .body("hands.chairs", contains("chen"));
        clock.moveTo(Instant.parse("2019-09-27T02:00:00Z"));
        step(CHAIR, id, "hearing-record", "{\"attended\": true, \"minutes\": \"it was heard\"}")
                .body("state", equalTo("hearing-held"));
        for (String voice : List.of("v1", "v2", "v3")) {
            step(decider(voice), id, "vote", "{\"inFavour\": true, \"reason\": \"so be it\"}");
        }
        step(DECIDER, id, "decision", "{\"outcome\": \"fine\", \"amountMinor\": 10000000}")
                .body("decision.explanation.code", hasItem("choice-of-law"));
        step(officer("MIIT"), id, "service", service("mail", "failed"));
        step(officer("MIIT"), id, "service", service("in-person", "served"))
                .body("state", equalTo("served"))
                .body("decision.payUntil", equalTo("2019-10-12"));
        step(it.operator(), id, "instalment-request", REASON);
        step(
                DECIDER,
                id,
                "instalments",
                """
                {"parts": [{"amountMinor": 4000000, "dueOn": "2019-10-31"}, {"amountMinor": 6000000, "dueOn": "2019-11-29"}]}""");
        step(officer("MIIT"), id, "payment", "{\"amountMinor\": 4000000, \"paidOn\": \"2019-09-27\"}")
                .body("state", equalTo("served"));
        step(it.operator(), id, "challenge", "{\"kind\": \"reconsideration\", \"filedOn\": \"2019-09-27\"}")
                .body("dossier.sheet.kind", hasItem("challenged"))
                .body("dossier.by", everyItem(nullValue()))
                .body("dossier.sheet.kind", not(hasItem("voted")));
        step(officer("MIIT"), id, "challenge-resolution", "{\"outcome\": \"upheld\", \"resolvedOn\": \"2019-09-27\"}");
        step(officer("MIIT"), id, "publication", NOTHING);
        step(officer("MIIT"), id, "publication-end", REASON);
        step(DECIDER, id, "correction", "{\"text\": \"2019, not 2018\"}");
        step(officer("MIIT"), id, "payment", "{\"amountMinor\": 6000000, \"paidOn\": \"2019-09-27\"}")
                .body("state", equalTo("closed"))
                .body("dossier.by", hasItem("v1"));
        announced(it, "hearing-requested", "hearing-called", "hearing-held", "penalty-voted", "penalty-service-failed");
        announced(it, "penalty-served", "instalments-requested", "instalments-granted", "penalty-part-paid");
        announced(it, "penalty-challenged", "challenge-resolved", "penalty-published", "penalty-taken-down");
        announced(it, "penalty-corrected", "penalty-paid", "penalty-closed");
    }

    @Test
    void an_unpaid_fine_is_demanded_enforced_and_perhaps_revoked() {
        Cases it = Cases.rejected();
        String id = it.fined();
        version = 5;
        clock.moveTo(Instant.parse("2019-09-27T02:00:00Z"));
        step(officer("MIIT"), id, "service", service("in-person", "served"));
        clock.moveTo(Instant.parse("2020-03-20T02:00:00Z"));
        problem(
                move(officer("MIIT"), id, "payment", version, "{\"amountMinor\": 1000000, \"paidOn\": \"2020-03-20\"}"),
                422,
                "proceeding.payment-differs");
        problem(move(officer("MIIT"), id, "enforcement-request", version, NOTHING), 409, "proceeding.demand-missing");
        step(officer("MIIT"), id, "demand", NOTHING);
        clock.moveTo(Instant.parse("2020-04-20T02:00:00Z"));
        step(officer("MIIT"), id, "enforcement-request", NOTHING);
        step(DECIDER, id, "revocation", REASON).body("state", equalTo("revoked"));
        announced(it, "penalty-demanded", "enforcement-requested", "penalty-revoked");
    }

    @Test
    void a_case_is_recused_from_extended_or_handed_over() {
        Cases it = Cases.rejected();
        String id = it.noticed();
        version = 3;
        problem(
                move(DECIDER, id, "decision-extension", version, "{\"until\": \"2020-01-31\", \"reason\": \"x\"}"),
                409,
                "proceeding.no-decision-limit");
        step(DECIDER, id, "recusal", "{\"officer\": \"eve\", \"reason\": \"kin\"}")
                .body("hands.recused", contains("eve"));
        step(DECIDER, id, "transfer", "{\"to\": \"police\", \"reason\": \"a crime\"}")
                .body("state", equalTo("transferred"));
        announced(it, "officer-recused", "penalty-transferred");
        // it may come back: as a new proceeding on the same order
        Cases.propose(it.fine(1_000_000)).statusCode(201);
    }

    @Test
    void since_2021_the_decision_has_a_limit_that_can_be_extended() {
        Cases it = Cases.rejected();
        clock.moveTo(Instant.parse("2022-07-01T02:00:00Z"));
        String id = Cases.propose(it.fine(1_000_000)).statusCode(201).extract().path("id");
        version = 1;
        step(DECIDER, id, "decision-extension", "{\"until\": \"2022-12-31\", \"reason\": \"complex\"}");
        announced(it, "penalty-extended");
    }

    @Test
    void each_step_has_its_role_and_its_authority() {
        Cases it = Cases.rejected();
        String id = it.noticed();
        String auditor = Tokens.officer("auditor", "MIIT");
        for (String step : List.of(
                "hearing-request",
                "hearing",
                "hearing-record",
                "vote",
                "decision-extension",
                "recusal",
                "transfer",
                "service",
                "instalment-request",
                "instalments",
                "challenge",
                "challenge-resolution",
                "demand",
                "enforcement-request",
                "correction",
                "revocation",
                "publication",
                "publication-end")) {
            problem(move(auditor, id, step, 3, NOTHING), 403, "auth.forbidden");
        }
        problem(move(officer("MIIT"), id, "vote", 3, NOTHING), 403, "auth.forbidden");
        problem(move(it.operator(), id, "service", 3, NOTHING), 403, "auth.forbidden");
        problem(move(officer("MIIT"), id, "hearing-request", 3, NOTHING), 403, "auth.forbidden");
        problem(move(officer("GDCA"), id, "demand", 3, NOTHING), 404, "proceeding.unknown");
        problem(move(Tokens.operator(UUID.randomUUID()), id, "hearing-request", 3, NOTHING), 404, "proceeding.unknown");
        problem(move(officer("MIIT"), id, "demand", 9, NOTHING), 412, "etag.stale");
        problem(move(officer("MIIT"), id, "demand", 3, NOTHING), 409, "proceeding.move-not-allowed");
        problem(move(DECIDER, id, "vote", 3, NOTHING), 422, "request.invalid");
    }

    private String grave(Cases it) {
        String id = Cases.propose(it.proposal("CN-CSL-2017-59", "2019-09-02", "fine", 10_000_000))
                .statusCode(201)
                .extract()
                .path("id");
        version = 1;
        problem(move(officer("MIIT"), id, "notice", version, NOTHING), 409, "proceeding.review-required");
        step(REVIEWER, id, "review", "{\"outcome\": \"approved\"}");
        step(officer("MIIT"), id, "notice", NOTHING);
        return id;
    }

    private static String decider(String name) {
        return Tokens.as(name).authority("MIIT").roles("decision-maker").sign();
    }

    private static String service(String method, String outcome) {
        return """
                {"method": "%s", "on": "2019-09-27", "outcome": "%s", "reason": "as it was"}"""
                .formatted(method, outcome);
    }

    private ValidatableResponse step(String token, String id, String what, String body) {
        ValidatableResponse answer = move(token, id, what, version, body).statusCode(200);
        version = Long.parseLong(answer.extract().header("ETag").replace("\"", ""));
        return answer;
    }

    private static void announced(Cases it, String... types) {
        for (String type : types) {
            String event = "regulus.sanctions." + type + ".v1";
            var told = TestTopics.await(Api.TOPIC, event, it.inspected().caseId());
            assertThat(Golden.schema(event).validate(told.tree())).isEmpty();
        }
    }
}
