package org.regulus.sanctions.penalty.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.items;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.edge.Api.put;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.REVIEWER;
import static org.regulus.sanctions.penalty.edge.Cases.propose;
import static org.regulus.sanctions.penalty.edge.Walk.NOTHING;
import static org.regulus.sanctions.penalty.edge.Walk.REASON;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;

/** Each gate that is shut says so over REST, with its code. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProceedingGatesIT extends InSeptember2019 {

    private static final String MINUTES = "{\"attended\": true, \"minutes\": \"it was heard\"}";
    private static final String AYE = "{\"inFavour\": true, \"reason\": \"so be it\"}";
    private static final String RECONSIDERATION = "{\"kind\": \"reconsideration\", \"filedOn\": \"%s\"}";

    @Test
    void a_hearing_is_for_grave_penalties_with_notice_under_its_chair() {
        Cases slight = Cases.rejected();
        new Walk(slight, slight.noticed(), 3)
                .shut(slight.operator(), "hearing-request", NOTHING, 409, "proceeding.hearing-not-due");
        Cases it = Cases.rejected();
        Walk walk = Walk.grave(it);
        walk.step(it.operator(), "hearing-request", NOTHING);
        walk.shut(officer("MIIT"), "hearing", call("2019-09-24"), 409, "proceeding.hearing-too-soon");
        walk.step(officer("MIIT"), "hearing", call("2019-09-27"));
        walk.shut(Walk.CHAIR, "hearing-record", MINUTES, 409, "proceeding.hearing-ahead");
        clock.moveTo(Instant.parse("2019-09-27T02:00:00Z"));
        walk.shut(REVIEWER, "hearing-record", MINUTES, 409, "proceeding.not-the-chair");
        walk.shut(Walk.CHAIR, "hearing-record", MINUTES, 409, "proceeding.not-served");
        walk.handOver("hearing-notice", "2019-09-23");
        String absent = MINUTES.replace("true", "false");
        walk.shut(Walk.CHAIR, "hearing-record", absent, 409, "proceeding.hearing-notice-late");
        walk.step(Walk.CHAIR, "hearing-record", MINUTES);
        walk.step(Walk.decider("v1"), "vote", AYE);
        walk.shut(Walk.decider("v1"), "vote", AYE, 409, "proceeding.voted");
        walk.shut(
                DECIDER,
                "decision",
                "{\"outcome\": \"fine\", \"amountMinor\": 10000000}",
                409,
                "proceeding.discussion-missing");
        walk.step(DECIDER, "recusal", "{\"officer\": \"v2\", \"reason\": \"kin\"}");
        walk.shut(Walk.decider("v2"), "vote", AYE, 409, "proceeding.recused");
        walk.shut(Walk.decider("v2"), "transfer", "{\"to\": \"police\", \"reason\": \"x\"}", 409, "proceeding.recused");
        walk.step(DECIDER, "recusal", "{\"officer\": \"case-officer@MIIT\", \"reason\": \"kin\"}");
        walk.shut(officer("MIIT"), "withdrawal", REASON, 409, "proceeding.recused");
    }

    @Test
    void silence_counts_once_the_notice_has_arrived() {
        Cases it = Cases.rejected();
        Walk walk = new Walk(it, it.noticed(), 3);
        clock.moveTo(Instant.parse("2019-09-30T02:00:00Z"));
        String fine = "{\"outcome\": \"fine\", \"amountMinor\": 1000000}";
        walk.shut(DECIDER, "decision", fine, 409, "proceeding.not-served");
        String served = "{\"document\": \"notice\", \"method\": \"%s\", \"on\": \"%s\"}";
        String path = "document-service";
        String anna = officer("MIIT");
        problem(
                Cases.move(it.operator(), walk.id(), path, 3, served.formatted("mail", "2019-09-30")),
                403,
                "auth.forbidden");
        problem(
                Cases.move(officer("GDCA"), walk.id(), path, 3, served.formatted("mail", "2019-09-30")),
                404,
                "proceeding.unknown");
        walk.shut(anna, path, served.formatted("mail", "2019-09-19"), 422, "proceeding.service-date");
        walk.shut(anna, path, served.formatted("electronic", "2019-09-30"), 409, "proceeding.consent-missing");
        walk.shut(anna, path, served.formatted("public-notice", "2019-09-30"), 409, "proceeding.public-notice-last");
        walk.handOver("notice", "2019-09-30").body("defenceUntil", equalTo("2019-10-08T16:00:00Z"));
        walk.shut(anna, path, served.formatted("mail", "2019-09-30"), 409, "proceeding.paper-served");
        walk.shut(DECIDER, "decision", fine, 409, "proceeding.defence-period-running");
        clock.moveTo(Instant.parse("2019-10-09T02:00:00Z"));
        walk.step(DECIDER, "decision", fine).body("state", equalTo("decided"));
        walk.announced("penalty-document-served");
    }

    @Test
    void a_decision_is_served_in_order_and_within_its_days() {
        Cases it = Cases.rejected();
        Walk walk = new Walk(it, it.fined(), 5);
        String anna = officer("MIIT");
        walk.shut(anna, "service", served("electronic", "2019-09-20"), 409, "proceeding.consent-missing");
        walk.shut(anna, "service", served("public-notice", "2019-09-20"), 409, "proceeding.public-notice-last");
        walk.shut(anna, "service", served("mail", "2019-09-19"), 422, "proceeding.service-date");
        walk.shut(anna, "service", served("mail", "2019-09-21"), 422, "proceeding.service-date");
    }

    @Test
    void what_costs_nothing_is_not_published_and_what_is_published_is_so_once() {
        Cases slight = Cases.rejected();
        Walk warned = new Walk(slight, slight.waived(), 4);
        warned.step(DECIDER, "decision", "{\"outcome\": \"warning\"}").body("state", equalTo("closed"));
        warned.step(officer("MIIT"), "service", served("mail", "2019-09-20"));
        warned.shut(officer("MIIT"), "publication", NOTHING, 409, "proceeding.publication-not-due");
        Cases it = Cases.rejected();
        Walk walk = served(it);
        walk.shut(officer("MIIT"), "publication-end", REASON, 409, "proceeding.not-published");
        walk.step(officer("MIIT"), "publication", NOTHING);
        walk.shut(officer("MIIT"), "publication", NOTHING, 409, "proceeding.published");
    }

    @Test
    void a_challenge_that_leaves_what_was_paid_closes_the_proceeding() {
        Cases it = Cases.rejected();
        Walk walk = served(it);
        walk.shut(DECIDER, "challenge-resolution", resolved("upheld", ""), 409, "proceeding.no-challenge");
        walk.shut(DECIDER, "instalments", parts(400_000, 600_000), 409, "proceeding.instalments-not-requested");
        walk.step(it.operator(), "instalment-request", REASON);
        walk.shut(DECIDER, "instalments", parts(400_000, 599_999), 422, "proceeding.instalments-invalid");
        walk.step(DECIDER, "instalments", parts(400_000, 600_000));
        walk.step(officer("MIIT"), "payment", "{\"amountMinor\": 400000, \"paidOn\": \"2019-09-20\"}")
                .body("owed.fineMinor", equalTo(600_000))
                .body("owed.parts.dueOn", contains("2019-11-29"));
        walk.shut(
                it.operator(), "challenge", RECONSIDERATION.formatted("2019-09-21"), 422, "proceeding.challenge-date");
        walk.step(it.operator(), "challenge", RECONSIDERATION.formatted("2019-09-20"));
        walk.shut(
                it.operator(),
                "challenge",
                RECONSIDERATION.formatted("2019-09-20"),
                409,
                "proceeding.challenge-pending");
        walk.shut(officer("MIIT"), "challenge-resolution", resolved("revoked", ""), 409, "proceeding.same-person");
        walk.shut(DECIDER, "challenge-resolution", resolved("changed", ""), 422, "proceeding.changed-amount");
        walk.step(DECIDER, "challenge-resolution", resolved("changed", ", \"amountMinor\": 400000"))
                .body("state", equalTo("closed"))
                .body("paidOn", equalTo("2019-09-20"))
                .body("decision.amountMinor", equalTo(400_000))
                .body("owed", equalTo(null));
        walk.announced("challenge-resolved", "penalty-paid", "penalty-closed");
    }

    @Test
    void enforcement_waits_for_its_periods_and_not_for_ever() {
        Cases it = Cases.rejected();
        Walk walk = served(it);
        walk.shut(officer("MIIT"), "demand", NOTHING, 409, "proceeding.not-overdue");
        clock.moveTo(Instant.parse("2019-10-21T02:00:00Z"));
        walk.step(officer("MIIT"), "demand", NOTHING);
        walk.handOver("demand", "2019-10-21");
        walk.shut(officer("MIIT"), "enforcement-request", NOTHING, 409, "proceeding.demand-period-running");
        clock.moveTo(Instant.parse("2019-12-02T02:00:00Z"));
        walk.shut(officer("MIIT"), "enforcement-request", NOTHING, 409, "proceeding.challenge-period-running");
        walk.shut(
                it.operator(),
                "challenge",
                RECONSIDERATION.formatted("2019-12-02"),
                409,
                "proceeding.challenge-too-late");
        clock.moveTo(Instant.parse("2020-09-01T02:00:00Z"));
        walk.shut(officer("MIIT"), "enforcement-request", NOTHING, 409, "proceeding.enforcement-too-late");
    }

    @Test
    void since_2021_a_decision_comes_too_late_after_ninety_days() {
        Cases it = Cases.rejected();
        clock.moveTo(Instant.parse("2021-08-02T02:00:00Z"));
        Walk walk = new Walk(it, it.waived(), 4);
        walk.shut(
                DECIDER,
                "decision-extension",
                "{\"until\": \"2021-10-01\", \"reason\": \"complex\"}",
                422,
                "proceeding.extension-too-short");
        clock.moveTo(Instant.parse("2021-11-15T02:00:00Z"));
        walk.shut(
                DECIDER,
                "decision",
                "{\"outcome\": \"fine\", \"amountMinor\": 1000000}",
                409,
                "proceeding.decision-limit-over");
    }

    @Test
    void the_time_to_decide_runs_from_the_day_on_which_the_case_was_filed() {
        Cases it = Cases.rejected();
        clock.moveTo(Instant.parse("2022-07-01T02:00:00Z"));
        for (String day : List.of("2019-09-01", "2022-07-02")) {
            problem(propose(with(it.fine(1_000_000), filed(day))), 422, "proceeding.filing-date");
        }
        String id = propose(with(it.fine(1_000_000), filed("2022-06-01")))
                .statusCode(201)
                .extract()
                .path("id");
        as(officer("MIIT"))
                .get("/cases/%s/deadlines?limit=200".formatted(it.inspected().caseId()))
                .then()
                .body("items.find { it.code == 'decision' }.lastDay", equalTo("2022-08-30"));
        as(officer("MIIT")).get("/proceedings/" + id).then().body("dossier[0].sheet.on", equalTo("2022-06-01"));
    }

    private static String filed(String day) {
        return "\"filedOn\": \"%s\"".formatted(day);
    }

    @Test
    void a_proposal_is_held_against_the_law_as_it_is() {
        Cases it = Cases.rejected();
        String fine = it.fine(1_000_000);
        problem(propose(fine.replace("CNY", "USD")), 422, "proceeding.currency-differs");
        problem(propose(with(fine, "\"circumstances\": [\"red-hair\"]")), 422, "proceeding.circumstance-unknown");
        problem(
                propose(with(fine, "\"circumstances\": [\"minor\", \"promptly-corrected\", \"no-harm\"]")),
                422,
                "proceeding.must-not-punish");
        problem(
                propose(with(it.fine(3_000_000), "\"circumstances\": [\"meritorious-help\"]")),
                422,
                "proceeding.amount-not-mitigated");
        problem(propose(with(fine, "\"alsoUnder\": [\"CN-CSL-2017-59\"]")), 422, "proceeding.higher-fine-elsewhere");
        problem(
                propose(it.proposal("CN-CSL-2017-59-PERSON", "2019-09-02", "fine", 1_000_000)),
                422,
                "proceeding.addressee-differs");
        Cases ordered = Cases.ordered();
        problem(
                propose(ordered.proposal("CN-CSL-2017-64-SERIOUS", "2019-09-02", "fine", 1_000_000)),
                409,
                "proceeding.consequence-too-slight");
    }

    @Test
    void an_order_that_is_pursued_gets_no_new_term() {
        Cases it = Cases.rejected();
        it.proposed();
        String path = "/orders/" + it.orderId();
        String item = as(officer("MIIT")).get(path).then().extract().path("items[0].itemId");
        String term = "{\"items\": [{\"itemId\": \"%s\", \"dueOn\": \"2019-10-31\"}], \"reason\": \"more\"}";
        problem(put(officer("MIIT"), path + "/new-term", 3, term.formatted(item)), 409, "order.proceeding-open");
    }

    @Test
    void what_was_put_right_and_what_knows_no_procedure_is_not_punished() {
        Cases it = Cases.ordered();
        String path = "/orders/" + it.orderId();
        put(it.operator(), path + "/report", 1, items(it.orderId(), it.operator(), "\"statement\": \"done\""))
                .statusCode(200);
        put(officer("MIIT"), path + "/verification", 2, items(it.orderId(), officer("MIIT"), "\"passed\": true"))
                .statusCode(200);
        problem(propose(it.fine(1_000_000)), 409, "proceeding.order-verified");
        Cases other = Cases.rejected();
        clock.moveTo(Instant.parse("2026-02-02T02:00:00Z"));
        problem(
                propose(other.proposal("EU-NIS2-34-IMPORTANT", "2026-02-01", "fine", 100)
                        .replace("CNY", "EUR")),
                422,
                "proceeding.procedure-unknown");
    }

    private static String with(String proposal, String more) {
        return proposal.substring(0, proposal.lastIndexOf('}')) + ", " + more + "}";
    }

    private static Walk served(Cases it) {
        Walk walk = new Walk(it, it.fined(), 5);
        walk.step(officer("MIIT"), "service", served("in-person", "2019-09-20"));
        return walk;
    }

    private static String call(String heldOn) {
        return "{\"chair\": \"chen\", \"heldOn\": \"%s\"}".formatted(heldOn);
    }

    private static String served(String method, String on) {
        return "{\"method\": \"%s\", \"on\": \"%s\", \"outcome\": \"served\"}".formatted(method, on);
    }

    private static String resolved(String outcome, String more) {
        return "{\"outcome\": \"%s\", \"resolvedOn\": \"2019-09-20\"%s}".formatted(outcome, more);
    }

    private static String parts(long first, long second) {
        return """
                {"parts": [{"amountMinor": %d, "dueOn": "2019-10-31"}, {"amountMinor": %d, "dueOn": "2019-11-29"}]}"""
                .formatted(first, second);
    }
}
