package org.regulus.sanctions.penalty.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.move;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;

/** A grave case through every step beside the main way, over REST, and who must not take them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProceedingStepsIT extends InSeptember2019 {

    private Walk walk;

    @Test
    void a_grave_case_is_heard_discussed_decided_served_challenged_and_paid_in_parts() {
        Cases it = Cases.rejected();
        walk = Walk.grave(it);
        walk.step(it.operator(), "hearing-request", Walk.NOTHING).body("state", equalTo("hearing-requested"));
        walk.step(officer("MIIT"), "hearing", "{\"chair\": \"chen\", \"heldOn\": \"2019-09-27\"}")
                .body("hands.chairs", contains("chen"));
        walk.handOver("hearing-notice", "2019-09-20");
        clock.moveTo(Instant.parse("2019-09-27T02:00:00Z"));
        walk.step(Walk.CHAIR, "hearing-record", "{\"attended\": true, \"minutes\": \"it was heard\"}")
                .body("state", equalTo("hearing-held"));
        for (String voice : List.of("v1", "v2", "v3")) {
            walk.step(Walk.decider(voice), "vote", "{\"inFavour\": true, \"reason\": \"so be it\"}");
        }
        walk.step(DECIDER, "decision", "{\"outcome\": \"fine\", \"amountMinor\": 10000000}")
                .body("decision.explanation.code", hasItem("choice-of-law"));
        walk.step(officer("MIIT"), "service", service("mail", "failed"));
        walk.step(officer("MIIT"), "service", service("in-person", "served"))
                .body("state", equalTo("served"))
                .body("decision.payUntil", equalTo("2019-10-12"));
        walk.step(it.operator(), "instalment-request", Walk.REASON);
        walk.step(
                DECIDER,
                "instalments",
                """
                {"parts": [{"amountMinor": 4000000, "dueOn": "2019-10-31"}, {"amountMinor": 6000000, "dueOn": "2019-11-29"}]}""");
        walk.step(officer("MIIT"), "payment", "{\"amountMinor\": 4000000, \"paidOn\": \"2019-09-27\"}")
                .body("state", equalTo("served"));
        walk.step(it.operator(), "challenge", "{\"kind\": \"reconsideration\", \"filedOn\": \"2019-09-27\"}")
                .body("dossier.sheet.kind", hasItem("challenged"))
                .body("dossier.by", everyItem(nullValue()))
                .body("dossier.sheet.kind", not(hasItem("voted")));
        walk.step(DECIDER, "challenge-resolution", "{\"outcome\": \"upheld\", \"resolvedOn\": \"2019-09-27\"}");
        walk.shut(
                it.operator(),
                "challenge",
                "{\"kind\": \"reconsideration\", \"filedOn\": \"2019-09-27\"}",
                409,
                "proceeding.challenge-repeated");
        walk.step(officer("MIIT"), "publication", Walk.NOTHING);
        walk.step(officer("MIIT"), "publication-end", Walk.REASON);
        walk.step(DECIDER, "correction", "{\"text\": \"2019, not 2018\"}");
        walk.step(officer("MIIT"), "payment", "{\"amountMinor\": 6000000, \"paidOn\": \"2019-09-27\"}")
                .body("state", equalTo("closed"))
                .body("dossier.by", hasItem("v1"));
        walk.announced(
                "hearing-requested", "hearing-called", "hearing-held", "penalty-voted", "penalty-service-failed");
        walk.announced("penalty-served", "instalments-requested", "instalments-granted", "penalty-part-paid");
        walk.announced("penalty-challenged", "challenge-resolved", "penalty-published", "penalty-taken-down");
        walk.announced("penalty-corrected", "penalty-paid", "penalty-closed");
    }

    @Test
    void an_unpaid_fine_is_demanded_enforced_and_perhaps_revoked() {
        Cases it = Cases.rejected();
        String id = it.fined();
        walk = new Walk(it, id, 5);
        clock.moveTo(Instant.parse("2019-09-27T02:00:00Z"));
        walk.step(officer("MIIT"), "service", service("in-person", "served"));
        clock.moveTo(Instant.parse("2020-03-20T02:00:00Z"));
        walk.shut(
                officer("MIIT"),
                "payment",
                "{\"amountMinor\": 1000000, \"paidOn\": \"2020-03-20\"}",
                422,
                "proceeding.payment-differs");
        String explained = as(it.operator())
                .get("/proceedings/" + id)
                .then()
                .statusCode(200)
                .body("owed.on", equalTo("2020-03-20"))
                .body("owed.fineMinor", equalTo(1_000_000))
                .body("owed.totalMinor", equalTo(2_000_000))
                .body("owed.parts[0].dueOn", equalTo("2019-10-12"))
                .body("owed.parts[0].daysLate", equalTo(160))
                .body("owed.parts[0].capMinor", equalTo(1_000_000))
                .extract()
                .path("owed.parts[0].explained");
        as(it.operator()).get(explained).then().statusCode(200).body("surchargeMinor", equalTo(1_000_000));
        walk.shut(officer("MIIT"), "enforcement-request", Walk.NOTHING, 409, "proceeding.demand-missing");
        walk.step(officer("MIIT"), "demand", Walk.NOTHING);
        walk.shut(officer("MIIT"), "enforcement-request", Walk.NOTHING, 409, "proceeding.not-served");
        walk.handOver("demand", "2020-03-20");
        clock.moveTo(Instant.parse("2020-04-20T02:00:00Z"));
        walk.step(officer("MIIT"), "enforcement-request", Walk.NOTHING);
        walk.step(DECIDER, "revocation", Walk.REASON).body("state", equalTo("revoked"));
        walk.announced("penalty-demanded", "enforcement-requested", "penalty-revoked");
    }

    @Test
    void a_case_is_recused_from_extended_or_handed_over() {
        Cases it = Cases.rejected();
        String id = it.noticed();
        walk = new Walk(it, id, 3);
        walk.shut(
                DECIDER,
                "decision-extension",
                "{\"until\": \"2020-01-31\", \"reason\": \"x\"}",
                409,
                "proceeding.no-decision-limit");
        walk.step(DECIDER, "recusal", "{\"officer\": \"eve\", \"reason\": \"kin\"}")
                .body("hands.recused", contains("eve"));
        walk.step(DECIDER, "transfer", "{\"to\": \"police\", \"reason\": \"a crime\"}")
                .body("state", equalTo("transferred"));
        walk.announced("officer-recused", "penalty-transferred");
        // it may come back: as a new proceeding on the same order
        Cases.propose(it.fine(1_000_000)).statusCode(201);
    }

    @Test
    void since_2021_the_decision_has_a_limit_that_can_be_extended() {
        Cases it = Cases.rejected();
        clock.moveTo(Instant.parse("2021-08-02T02:00:00Z"));
        String id = Cases.propose(it.fine(1_000_000)).statusCode(201).extract().path("id");
        walk = new Walk(it, id, 1);
        walk.step(DECIDER, "decision-extension", "{\"until\": \"2022-12-31\", \"reason\": \"complex\"}");
        walk.announced("penalty-extended");
    }

    @Test
    void each_step_has_its_role_and_its_authority() {
        Cases it = Cases.rejected();
        String id = it.noticed();
        String auditor = Tokens.officer("auditor", "MIIT");
        for (String step : List.of(
                "hearing-request",
                "hearing",
                "document-service",
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
            problem(move(auditor, id, step, 3, Walk.NOTHING), 403, "auth.forbidden");
        }
        problem(move(officer("MIIT"), id, "vote", 3, Walk.NOTHING), 403, "auth.forbidden");
        problem(move(it.operator(), id, "service", 3, Walk.NOTHING), 403, "auth.forbidden");
        problem(move(officer("MIIT"), id, "hearing-request", 3, Walk.NOTHING), 403, "auth.forbidden");
        problem(move(officer("GDCA"), id, "demand", 3, Walk.NOTHING), 404, "proceeding.unknown");
        problem(
                move(Tokens.operator(UUID.randomUUID()), id, "hearing-request", 3, Walk.NOTHING),
                404,
                "proceeding.unknown");
        problem(move(officer("MIIT"), id, "demand", 9, Walk.NOTHING), 412, "etag.stale");
        problem(move(officer("MIIT"), id, "demand", 3, Walk.NOTHING), 409, "proceeding.move-not-allowed");
        problem(move(DECIDER, id, "vote", 3, Walk.NOTHING), 422, "request.invalid");
    }

    private static String service(String method, String outcome) {
        return """
                {"method": "%s", "on": "2019-09-27", "outcome": "%s", "reason": "as it was"}"""
                .formatted(method, outcome);
    }
}
