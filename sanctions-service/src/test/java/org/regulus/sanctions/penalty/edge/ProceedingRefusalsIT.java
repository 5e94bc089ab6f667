package org.regulus.sanctions.penalty.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.REVIEWER;
import static org.regulus.sanctions.penalty.edge.Cases.WAIVER;
import static org.regulus.sanctions.penalty.edge.Cases.move;
import static org.regulus.sanctions.penalty.edge.Cases.propose;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;

/** What a proceeding must not do, with the code that says so. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProceedingRefusalsIT extends InSeptember2019 {

    private static final String APPROVE = "{\"outcome\": \"approved\"}";
    private static final String FINE = "{\"outcome\": \"fine\", \"amountMinor\": 1000000}";

    @Test
    void one_person_in_every_role_is_still_one_person() {
        String allRoles = Tokens.as("anna")
                .authority("MIIT")
                .roles("case-officer", "legal-reviewer", "decision-maker")
                .sign();
        Cases it = Cases.rejected();
        String id = as(allRoles)
                .body(it.fine(1_000_000))
                .post("/proceedings")
                .then()
                .extract()
                .path("id");
        problem(move(allRoles, id, "review", 1, APPROVE), 409, "proceeding.same-person");
        move(REVIEWER, id, "review", 1, APPROVE).statusCode(200);
        move(allRoles, id, "notice", 2, "{}").statusCode(200);
        move(it.operator(), id, "defence", 3, WAIVER).statusCode(200);
        problem(move(allRoles, id, "decision", 4, FINE), 409, "proceeding.same-person");
        String reviewerToo = Tokens.as("legal-reviewer@MIIT")
                .authority("MIIT")
                .roles("decision-maker")
                .sign();
        problem(move(reviewerToo, id, "decision", 4, FINE), 409, "proceeding.same-person");
        move(DECIDER, id, "decision", 4, FINE).statusCode(200);
    }

    @Test
    void the_amount_lies_within_the_provision_that_was_law_on_the_day_of_the_act() {
        Cases it = Cases.rejected();
        problem(propose(it.fine(499_999)), 422, "proceeding.amount-out-of-range")
                .body("errors.pointer", contains("/amountMinor"));
        problem(propose(it.fine(3_000_001)), 422, "proceeding.amount-out-of-range");
        problem(
                propose(it.proposal("CN-CSL-2026-61-1", "2019-09-02", "fine", 1_000_000)),
                422,
                "proceeding.provision-not-in-force");
        problem(propose(it.proposal("CN-NONE", "2019-09-02", "fine", 1_000_000)), 422, "proceeding.provision-unknown");
        problem(propose(it.proposal("CN-CSL-2017-59", "2019-09-02", "warning", 0)), 422, "proceeding.kind-not-allowed");
        problem(propose(it.proposal("CN-ORDER-11-22", "2019-09-21", "fine", 100)), 422, "proceeding.invalid")
                .body("errors.code", contains("proceeding.act-in-future", "proceeding.amount-out-of-range"));
        problem(propose(it.fine(1_000_000).replace("CNY", "ZZZ")), 422, "proceeding.currency-unknown");
        problem(
                propose(it.proposal("CN-ORDER-11-22", "2017-09-19", "fine", 1_000_000)),
                422,
                "proceeding.limitation-over");
        propose(it.fine(3_000_000)).statusCode(201);
    }

    @Test
    void there_is_no_decision_before_the_notice_nor_before_the_operator_could_answer() {
        Cases it = Cases.rejected();
        String id = it.approved();
        problem(move(DECIDER, id, "decision", 2, FINE), 409, "proceeding.move-not-allowed");
        move(officer("MIIT"), id, "notice", 2, "{}").statusCode(200);
        new Walk(it, id, 3).handOver("notice", "2019-09-20");
        clock.moveTo(Instant.parse("2019-09-23T15:59:00Z"));
        problem(move(DECIDER, id, "decision", 4, FINE), 409, "proceeding.defence-period-running");
        clock.moveTo(Instant.parse("2019-09-23T16:00:00Z"));
        problem(move(it.operator(), id, "defence", 4, WAIVER), 409, "proceeding.defence-period-over");
        move(DECIDER, id, "decision", 4, FINE).statusCode(200);
    }

    @Test
    void the_answer_never_makes_it_worse() {
        Cases it = Cases.rejected();
        String id = it.waived();
        problem(
                move(DECIDER, id, "decision", 4, "{\"outcome\": \"fine\", \"amountMinor\": 1000001}"),
                422,
                "proceeding.penalty-worsened");
        problem(
                move(DECIDER, id, "decision", 4, "{\"outcome\": \"fine\", \"amountMinor\": 100}"),
                422,
                "proceeding.amount-out-of-range");
        problem(
                move(DECIDER, id, "decision", 4, "{\"outcome\": \"warning\", \"amountMinor\": 1}"),
                422,
                "proceeding.warning-has-amount");
    }

    @Test
    void a_payment_is_the_whole_fine() {
        Cases it = Cases.rejected();
        String id = it.fined();
        problem(
                move(officer("MIIT"), id, "payment", 5, "{\"amountMinor\": 1, \"paidOn\": \"2019-09-20\"}"),
                422,
                "proceeding.payment-differs");
        problem(
                move(officer("MIIT"), id, "payment", 5, "{\"amountMinor\": 1000000, \"paidOn\": \"2019-09-21\"}"),
                422,
                "proceeding.payment-date");
        problem(move(officer("MIIT"), id, "withdrawal", 5, Walk.REASON), 409, "proceeding.move-not-allowed");
    }

    @Test
    void each_move_has_its_role() {
        Cases it = Cases.rejected();
        String id = it.proposed();
        problem(as(REVIEWER).body(it.fine(1)).post("/proceedings").then(), 403, "auth.forbidden");
        problem(move(officer("MIIT"), id, "review", 1, APPROVE), 403, "auth.forbidden");
        problem(move(officer("MIIT"), id, "withdrawal", 1, "{}"), 422, "request.invalid");
        problem(move(REVIEWER, id, "notice", 1, "{}"), 403, "auth.forbidden");
        problem(move(officer("MIIT"), id, "defence", 1, WAIVER), 403, "auth.forbidden");
        problem(move(officer("MIIT"), id, "decision", 1, FINE), 403, "auth.forbidden");
        problem(
                move(it.operator(), id, "payment", 1, "{\"amountMinor\": 1, \"paidOn\": \"2019-09-20\"}"),
                403,
                "auth.forbidden");
        problem(move(DECIDER, id, "withdrawal", 1, Walk.REASON), 403, "auth.forbidden");
        problem(move(DECIDER, id, "proposal", 1, "{}"), 403, "auth.forbidden");
        problem(as(Tokens.officer("partner", "MIIT")).get("/proceedings").then(), 403, "auth.forbidden");
        TokenRefusals.check("/proceedings");
        TokenRefusals.check("/proceedings/" + id);
    }

    @Test
    void it_exists_for_its_authority_and_from_the_notice_on_for_its_operator() {
        Cases it = Cases.rejected();
        String id = it.approved();
        String stranger = Tokens.operator(UUID.randomUUID());
        for (String token : new String[] {stranger, it.operator(), officer("GDCA")}) {
            problem(as(token).get("/proceedings/" + id).then(), 404, "proceeding.unknown");
            as(token).get("/proceedings").then().statusCode(200).body("items.id", not(hasItem(id)));
        }
        problem(move(it.operator(), id, "defence", 2, WAIVER), 404, "proceeding.unknown");
        problem(move(officer("GDCA"), id, "notice", 2, "{}"), 404, "proceeding.unknown");
        move(officer("MIIT"), id, "notice", 2, "{}").statusCode(200);
        as(it.operator())
                .get("/proceedings/" + id)
                .then()
                .statusCode(200)
                .body("defenceUntil", notNullValue())
                .body("$", not(hasKey("hands")));
        as(it.operator()).get("/proceedings").then().statusCode(200).body("items.id", contains(id));
        problem(move(stranger, id, "defence", 3, WAIVER), 404, "proceeding.unknown");
        as(officer("GDCA")).get("/proceedings").then().statusCode(200).body("items", empty());
        problem(
                as(officer("GDCA"))
                        .body(it.fine(1_000_000))
                        .post("/proceedings")
                        .then(),
                422,
                "proceeding.order-unknown");
    }

    @Test
    void what_cannot_be_read_or_is_wrong_is_said_all_at_once() {
        Cases it = Cases.rejected();
        String id = it.noticed();
        problem(propose("{"), 400, "request.malformed");
        problem(propose("{\"colour\": 1}"), 400, "request.malformed").body("errors.pointer", contains("/colour"));
        problem(propose("{\"amountMinor\": \"much\"}"), 400, "request.malformed")
                .body("errors.pointer", contains("/amountMinor"));
        problem(propose("{}"), 422, "request.invalid")
                .body(
                        "errors.pointer",
                        contains(
                                "/actOn",
                                "/amountMinor",
                                "/caseId",
                                "/currency",
                                "/facts",
                                "/kind",
                                "/orderId",
                                "/provision"));
        problem(move(it.operator(), id, "defence", 3, "{}"), 422, "request.invalid");
        problem(
                move(it.operator(), id, "defence", 3, "{\"waived\": true, \"statement\": \"but\"}"),
                422,
                "request.invalid");
        problem(move(DECIDER, id, "decision", 3, "{\"outcome\": \"prison\"}"), 422, "request.invalid");
    }

    @Test
    void a_change_says_which_version_it_changes() {
        Cases it = Cases.rejected();
        String id = it.proposed();
        String path = "/proceedings/" + id + "/review";
        problem(as(REVIEWER).body(APPROVE).put(path).then(), 428, "etag.required");
        problem(move(REVIEWER, id, "review", 9, APPROVE), 412, "etag.stale");
        problem(as(REVIEWER).header("If-Match", "seen").body(APPROVE).put(path).then(), 400, "etag.malformed");
        problem(move(REVIEWER, UUID.randomUUID().toString(), "review", 1, APPROVE), 404, "proceeding.unknown");
        problem(as(REVIEWER).get("/proceedings/" + UUID.randomUUID()).then(), 404, "proceeding.unknown");
    }
}
