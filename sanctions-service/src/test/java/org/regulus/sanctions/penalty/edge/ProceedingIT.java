package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.items;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.edge.Api.put;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.REVIEWER;
import static org.regulus.sanctions.penalty.edge.Cases.move;
import static org.regulus.sanctions.penalty.edge.Cases.propose;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.sanctions.edge.Api;

/** A proceeding on its lawful way. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProceedingIT extends InSeptember2019 {

    @Test
    void from_the_proposal_to_the_paid_fine() {
        Cases it = Cases.rejected();
        String id = propose(it.fine(1_000_000))
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("proposed"))
                .extract()
                .path("id");
        move(REVIEWER, id, "review", 1, "{\"outcome\": \"approved\"}")
                .statusCode(200)
                .body("state", equalTo("approved"));
        // 20 September 2019 + 3 days = Monday the 23rd
        move(officer("MIIT"), id, "notice", 2, "{}")
                .statusCode(200)
                .body("defenceUntil", equalTo("2019-09-23T16:00:00Z"));
        move(it.operator(), id, "defence", 3, "{\"statement\": \"we tried\"}")
                .statusCode(200)
                .body("state", equalTo("defended"))
                .body("hands", nullValue());
        clock.moveTo(Instant.parse("2019-09-24T02:00:00Z"));
        // 24 September 2019 + 15 days = 9 October, a working day
        move(DECIDER, id, "decision", 4, "{\"outcome\": \"fine\", \"amountMinor\": 800000}")
                .statusCode(200)
                .body("state", equalTo("decided"))
                .body("decision.amountMinor", equalTo(800_000))
                .body("decision.payUntil", equalTo("2019-10-09"))
                .body("hands.decidedBy", equalTo("decision-maker@MIIT"));
        move(officer("MIIT"), id, "payment", 5, "{\"amountMinor\": 800000, \"paidOn\": \"2019-09-24\"}")
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("paidOn", equalTo("2019-09-24"));

        for (String type : List.of("proposed", "reviewed", "noticed", "defended", "decided", "paid", "closed")) {
            String event = "regulus.sanctions.penalty-" + type + ".v1";
            var announced = TestTopics.await(Api.TOPIC, event, it.inspected().caseId());
            assertThat(Golden.schema(event).validate(announced.tree())).isEmpty();
        }
    }

    @Test
    void a_warning_and_no_penalty_close_at_the_decision() {
        for (String outcome : List.of("warning", "no-penalty")) {
            Cases it = Cases.rejected();
            String id = it.waived();
            move(DECIDER, id, "decision", 4, "{\"outcome\": \"%s\"}".formatted(outcome))
                    .statusCode(200)
                    .body("state", equalTo("closed"))
                    .body("decision.outcome", equalTo(outcome))
                    .body("decision.payUntil", nullValue());
            var closed = TestTopics.await(
                    Api.TOPIC,
                    "regulus.sanctions.penalty-closed.v1",
                    it.inspected().caseId());
            assertThat(closed.tree().get("outcome").asText()).isEqualTo(outcome);
        }
    }

    @Test
    void what_the_review_returned_is_proposed_again() {
        Cases it = Cases.rejected();
        String id = it.proposed();
        move(REVIEWER, id, "review", 1, "{\"outcome\": \"returned\"}")
                .statusCode(200)
                .body("state", equalTo("returned"));
        String better =
                """
                {"provision": "CN-ORDER-11-22", "actOn": "2019-09-02", "kind": "warning", "amountMinor": 0,
                 "currency": "CNY", "facts": "not rectified, but in part"}""";
        move(officer("MIIT"), id, "proposal", 2, better)
                .statusCode(200)
                .body("state", equalTo("proposed"))
                .body("kind", equalTo("warning"));
        move(REVIEWER, id, "review", 3, "{\"outcome\": \"approved\"}").statusCode(200);
    }

    @Test
    void an_overdue_order_can_be_pursued_even_before_the_sweep_has_looked() {
        Cases it = Cases.ordered();
        problem(propose(it.fine(1_000_000)), 409, "proceeding.refusal-not-established");
        clock.moveTo(Instant.parse("2019-09-30T16:00:00Z"));
        propose(it.fine(1_000_000)).statusCode(201);
        var overdue = TestTopics.await(
                Api.TOPIC,
                "regulus.sanctions.rectification-overdue.v1",
                it.inspected().caseId());
        assertThat(overdue.attributes()).containsEntry("sequence", "2");
    }

    @Test
    void while_a_proceeding_lives_its_order_rests_and_after_its_withdrawal_it_goes_on() {
        Cases it = Cases.rejected();
        String id = it.proposed();
        String report = items(it.orderId(), it.operator(), "\"statement\": \"at last\"");
        problem(put(it.operator(), "/orders/" + it.orderId() + "/report", 3, report), 409, "order.proceeding-open");
        problem(propose(it.fine(1_000_000)), 409, "proceeding.exists");
        move(officer("MIIT"), id, "withdrawal", 1, Walk.REASON)
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("dossier.sheet.find { it.kind == 'withdrawn' }.reason", equalTo("so it is"));
        put(it.operator(), "/orders/" + it.orderId() + "/report", 3, report).statusCode(200);
    }

    @Test
    void after_its_decision_was_taken_back_an_order_goes_on_and_can_be_pursued_anew() {
        Cases it = Cases.rejected();
        String id = it.fined();
        problem(propose(it.fine(1_000_000)), 409, "proceeding.exists");
        move(DECIDER, id, "revocation", 5, Walk.REASON).statusCode(200).body("state", equalTo("revoked"));
        String second = propose(it.fine(900_000)).statusCode(201).extract().path("id");
        problem(propose(it.fine(900_000)), 409, "proceeding.exists");
        move(officer("MIIT"), second, "withdrawal", 1, Walk.REASON).statusCode(200);
        String report = items(it.orderId(), it.operator(), "\"statement\": \"at last\"");
        put(it.operator(), "/orders/" + it.orderId() + "/report", 3, report).statusCode(200);
    }

    @Test
    void a_case_is_filed_investigated_and_then_proposed() {
        Cases it = Cases.rejected();
        String id = as(officer("MIIT"))
                .body(it.fine(1_000_000))
                .post("/investigations")
                .then()
                .statusCode(201)
                .body("state", equalTo("filed"))
                .extract()
                .path("id");
        problem(propose(it.fine(1_000_000)), 409, "proceeding.exists");
        problem(as(REVIEWER).body(it.fine(1_000_000)).post("/investigations").then(), 403, "auth.forbidden");
        Walk walk = new Walk(it, id, 1);
        walk.shut(officer("MIIT"), "proposal", Walk.PROPOSAL, 409, "proceeding.move-not-allowed");
        walk.shut(officer("MIIT"), "investigation", Walk.NOTHING, 422, "request.invalid");
        walk.shut(REVIEWER, "investigation", "{\"report\": \"x\"}", 403, "auth.forbidden");
        walk.step(officer("MIIT"), "investigation", "{\"report\": \"not rectified, as the record shows\"}")
                .body("state", equalTo("investigated"))
                .body("dossier.sheet.kind", contains("case-filed", "investigation-closed"));
        walk.step(officer("MIIT"), "proposal", Walk.PROPOSAL).body("state", equalTo("proposed"));
        walk.announced("penalty-filed", "investigation-closed", "penalty-proposed");
    }

    @Test
    void an_operator_reports_as_if_nothing_were_until_a_penalty_is_proposed() {
        Cases it = Cases.rejected();
        String id = posted("/investigations", UUID.randomUUID().toString(), it.fine(1_000_000))
                .statusCode(201)
                .extract()
                .path("id");
        String report = items(it.orderId(), it.operator(), "\"statement\": \"at last\"");
        put(it.operator(), "/orders/" + it.orderId() + "/report", 3, report).statusCode(200);
        String failed = items(it.orderId(), officer("MIIT"), "\"passed\": false");
        put(officer("MIIT"), "/orders/" + it.orderId() + "/verification", 4, failed)
                .statusCode(200);
        move(officer("MIIT"), id, "investigation", 1, "{\"report\": \"in vain\"}")
                .statusCode(200);
        put(it.operator(), "/orders/" + it.orderId() + "/report", 5, report).statusCode(200);
        put(officer("MIIT"), "/orders/" + it.orderId() + "/verification", 6, failed)
                .statusCode(200);
        move(officer("MIIT"), id, "proposal", 2, Walk.PROPOSAL).statusCode(200);
        problem(put(it.operator(), "/orders/" + it.orderId() + "/report", 7, report), 409, "order.proceeding-open");
    }

    @Test
    void two_officers_at_once_open_one_proceeding() throws Exception {
        Cases it = Cases.rejected();
        Callable<Integer> attempt = () -> propose(it.fine(1_000_000)).extract().statusCode();
        var writers = Executors.newFixedThreadPool(4);
        var answers = writers.invokeAll(List.of(attempt, attempt, attempt, attempt));
        writers.shutdown();
        int made = 0;
        for (var answer : answers) {
            assertThat(answer.get()).isIn(201, 409);
            made += answer.get() == 201 ? 1 : 0;
        }
        assertThat(made).isOne();
    }

    @Test
    void a_repeated_request_opens_one_proceeding() {
        Cases it = Cases.rejected();
        String key = UUID.randomUUID().toString();
        String once = posted("/proceedings", key, it.fine(1_000_000))
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(posted("/proceedings", key, it.fine(1_000_000))
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .isEqualTo(once);
        problem(posted("/proceedings", key, it.fine(900_000)), 409, "idempotency.key-reused");
        problem(posted("/investigations", key, it.fine(1_000_000)), 409, "idempotency.key-reused");
        as(officer("MIIT"))
                .queryParam("case", it.inspected().caseId())
                .queryParam("state", "proposed")
                .get("/proceedings")
                .then()
                .statusCode(200)
                .body("items.id", contains(once));
    }

    private static ValidatableResponse posted(String path, String key, String body) {
        return as(officer("MIIT"))
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }
}
