package org.regulus.sanctions.penalty.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;

/** A fine with a suspension beside it, and one on the person directly responsible: each part is carried out, and the last one closes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class MeasuresIT extends InSeptember2019 {

    private static final String SUSPENSION = "{\"kind\": \"suspension\", \"days\": 30}";
    private static final String FINE_ON_LI = "{\"kind\": \"fine\", \"amountMinor\": 600000, \"person\": \"Li\"}";
    private static final String OF_PERSON = ", \"personProvision\": \"CN-CSL-2017-59-PERSON\"";
    private static final String OF_LI =
            "{\"method\": \"in-person\", \"on\": \"2019-09-20\", \"outcome\": \"served\", \"penalty\": 2}";
    private static final String ANNA = officer("MIIT");

    @Test
    void a_suspension_is_carried_out_ends_and_closes() {
        Cases it = Cases.rejected();
        Walk walk = proposed(it, further(it, "CN-CSL-2017-61", 6_000_000, SUSPENSION, ""));
        walk.step(REVIEWER, "review", "{\"outcome\": \"approved\"}")
                .body("penalties.kind", contains("fine", "suspension"));
        walk.step(ANNA, "notice", "{}");
        walk.step(it.operator(), "defence", WAIVER);
        for (String voice : List.of("v1", "v2", "v3")) {
            walk.step(Walk.decider(voice), "vote", "{\"inFavour\": true, \"reason\": \"so be it\"}");
        }
        walk.shut(DECIDER, "decision", decision(SUSPENSION.replace("30", "31")), 422, "proceeding.penalty-worsened");
        walk.step(DECIDER, "decision", decision(SUSPENSION)).body("decision.outcome", equalTo("fine"));
        walk.shut(ANNA, "execution", on(2, "2019-09-20"), 409, "proceeding.move-not-allowed");
        walk.step(ANNA, "service", "{\"method\": \"mail\", \"on\": \"2019-09-20\", \"outcome\": \"served\"}");
        walk.step(ANNA, "payment", "{\"amountMinor\": 6000000, \"paidOn\": \"2019-09-20\"}")
                .body("state", equalTo("served"))
                .body("paidOn", equalTo("2019-09-20"))
                .body("decision.penalties.stage", contains("done", "open"));
        walk.shut(ANNA, "execution", on(1, "2019-09-20"), 422, "proceeding.penalty-unknown");
        walk.shut(ANNA, "execution", on(2, "2019-09-21"), 422, "proceeding.execution-date");
        walk.shut(ANNA, "execution-end", on(2, "2019-09-20"), 409, "proceeding.term-not-running");
        problem(move(it.operator(), walk.id(), "execution", 1, on(2, "2019-09-20")), 403, "auth.forbidden");
        problem(move(officer("GDCA"), walk.id(), "execution", 1, on(2, "2019-09-20")), 404, "proceeding.unknown");
        problem(move(officer("GDCA"), walk.id(), "execution-end", 1, on(2, "2019-09-20")), 404, "proceeding.unknown");
        walk.step(ANNA, "execution", on(2, "2019-09-20")).body("decision.penalties[1].until", equalTo("2019-10-20"));
        walk.shut(ANNA, "execution", on(2, "2019-09-20"), 409, "proceeding.carried-out");
        walk.shut(ANNA, "execution-end", on(2, "2019-09-20"), 409, "proceeding.term-running");
        clock.moveTo(Instant.parse("2019-10-21T02:00:00Z"));
        problem(move(it.operator(), walk.id(), "execution-end", 1, on(2, "2019-10-21")), 403, "auth.forbidden");
        walk.step(ANNA, "execution-end", on(2, "2019-10-20")).body("state", equalTo("closed"));
        walk.announced("penalty-decided", "penalty-paid", "measure-carried-out", "measure-ended", "penalty-closed");
    }

    @Test
    void a_person_is_fined_beside_the_operator_and_pays_apart() {
        Cases it = Cases.rejected();
        problem(
                propose(further(it, "CN-CSL-2017-59", 1_000_000, FINE_ON_LI, "")),
                422,
                "proceeding.person-provision-unknown");
        problem(
                propose(further(it, "CN-CSL-2017-59", 1_000_000, FINE_ON_LI + ", " + FINE_ON_LI, OF_PERSON)),
                422,
                "proceeding.penalty-twice");
        problem(
                propose(further(it, "CN-CSL-2017-61", 6_000_000, "{\"kind\": \"suspension\"}", "")),
                422,
                "proceeding.measure-differs");
        problem(
                propose(further(
                        it, "CN-CSL-2017-61", 6_000_000, "{\"kind\": \"closure\", \"days\": 3, \"thing\": \"x\"}", "")),
                422,
                "request.invalid");
        Walk walk = proposed(it, further(it, "CN-CSL-2017-59", 1_000_000, FINE_ON_LI, OF_PERSON));
        walk.step(ANNA, "notice", "{}");
        walk.step(it.operator(), "defence", WAIVER);
        walk.shut(
                DECIDER,
                "decision",
                "{\"outcome\": \"no-penalty\", \"further\": [%s]}".formatted(FINE_ON_LI),
                422,
                "request.invalid");
        walk.step(
                DECIDER,
                "decision",
                "{\"outcome\": \"fine\", \"amountMinor\": 1000000, \"further\": [%s]}".formatted(FINE_ON_LI));
        walk.step(ANNA, "service", "{\"method\": \"mail\", \"on\": \"2019-09-20\", \"outcome\": \"served\"}");
        walk.shut(
                ANNA, "service", OF_LI.replace("\"penalty\": 2", "\"penalty\": 1"), 422, "proceeding.penalty-unknown");
        String paper = Papers.issue("decision", walk.id(), ", \"penalty\": 2");
        problem(Papers.dispatch(ANNA, paper, 1, "{\"methods\": [\"post\"]}"), 409, "document.by-hand");
        walk.step(ANNA, "service", OF_LI)
                .body("state", equalTo("served"))
                .body("dossier.sheet.findAll { it.kind == 'served' }.penalty", contains(null, 2));
        walk.shut(ANNA, "service", OF_LI, 409, "proceeding.move-not-allowed");
        as(it.operator())
                .get("/proceedings/" + walk.id())
                .then()
                .body("decision.penalties[1].owed.totalMinor", equalTo(600_000))
                .body("decision.penalties[1].owed.parts[0].explained", startsWith("/surcharge?fineMinor=600000"));
        walk.shut(
                ANNA,
                "payment",
                "{\"amountMinor\": 600000, \"paidOn\": \"2019-09-20\", \"penalty\": 1}",
                422,
                "proceeding.payment-differs");
        walk.step(ANNA, "payment", "{\"amountMinor\": 600000, \"paidOn\": \"2019-09-20\", \"penalty\": 2}")
                .body("state", equalTo("served"))
                .body("owed.fineMinor", equalTo(1_000_000))
                .body("decision.penalties.stage", contains("open", "done"));
        walk.shut(
                ANNA,
                "payment",
                "{\"amountMinor\": 600000, \"paidOn\": \"2019-09-20\", \"penalty\": 2}",
                409,
                "proceeding.nothing-due");
        walk.step(ANNA, "payment", "{\"amountMinor\": 1000000, \"paidOn\": \"2019-09-20\"}")
                .body("state", equalTo("closed"));
        walk.announced("penalty-served", "person-served", "person-fine-paid", "penalty-paid", "penalty-closed");
        as(ANNA).get("/proceedings/" + walk.id()).then().body("decision.penalties.person", contains(null, "Li"));
    }

    @Test
    void each_party_challenges_asks_for_instalments_and_is_pursued_apart() {
        Cases it = Cases.rejected();
        Walk walk = proposed(it, further(it, "CN-CSL-2017-59", 1_000_000, FINE_ON_LI, OF_PERSON));
        walk.step(ANNA, "notice", "{}");
        walk.step(it.operator(), "defence", WAIVER);
        walk.step(
                DECIDER,
                "decision",
                "{\"outcome\": \"fine\", \"amountMinor\": 1000000, \"further\": [%s]}".formatted(FINE_ON_LI));
        walk.step(ANNA, "service", "{\"method\": \"mail\", \"on\": \"2019-09-20\", \"outcome\": \"served\"}");
        walk.shut(it.operator(), "challenge", challengeOf(2), 409, "proceeding.not-served");
        as(ANNA).get("/cases/" + it.inspected().caseId() + "/deadlines?limit=200")
                .then()
                .body("items.findAll { it.state == 'running' }.code", hasItems("payment", "service-2"));
        walk.step(ANNA, "service", OF_LI);
        walk.shut(it.operator(), "challenge", challengeOf(7), 422, "proceeding.penalty-unknown");
        walk.step(it.operator(), "challenge", challengeOf(2));
        walk.shut(it.operator(), "challenge", challengeOf(2), 409, "proceeding.challenge-pending");
        walk.shut(ANNA, "demand", "{\"penalty\": 2}", 409, "proceeding.challenge-pending");
        String upheld = "{\"outcome\": \"upheld\", \"resolvedOn\": \"2019-09-20\"}";
        walk.shut(DECIDER, "challenge-resolution", upheld, 409, "proceeding.no-challenge");
        walk.shut(DECIDER, "challenge-resolution", changed(1, "nothing", ""), 422, "proceeding.penalty-unknown");
        walk.shut(DECIDER, "challenge-resolution", changed(2, "less", ""), 422, "request.invalid");
        walk.shut(
                DECIDER,
                "challenge-resolution",
                changed(2, "less", ", \"amountMinor\": 600001"),
                422,
                "proceeding.penalty-worsened");
        walk.step(DECIDER, "challenge-resolution", changed(2, "less", ", \"amountMinor\": 550000"))
                .body("decision.penalties.amountMinor", contains(1_000_000, 550_000))
                .body("decision.amountMinor", equalTo(1_000_000));
        walk.step(it.operator(), "instalment-request", "{\"reason\": \"hardship\", \"penalty\": 2}");
        String parts = "{\"parts\": [{\"amountMinor\": 250000, \"dueOn\": \"2019-10-20\"},"
                + " {\"amountMinor\": 300000, \"dueOn\": \"2019-11-20\"}]%s}";
        walk.shut(DECIDER, "instalments", parts.formatted(""), 409, "proceeding.instalments-not-requested");
        walk.step(DECIDER, "instalments", parts.formatted(", \"penalty\": 2"));
        walk.step(ANNA, "payment", "{\"amountMinor\": 250000, \"paidOn\": \"2019-09-20\", \"penalty\": 2}")
                .body("decision.penalties[1].owed.fineMinor", equalTo(300_000));
        // the operator's fine was due on 8 October, Li's second instalment on 20 November
        clock.moveTo(Instant.parse("2019-10-09T02:00:00Z"));
        walk.shut(ANNA, "demand", "{\"penalty\": 2}", 409, "proceeding.not-overdue");
        clock.moveTo(Instant.parse("2019-11-21T02:00:00Z"));
        walk.step(ANNA, "demand", "{\"penalty\": 2}");
        walk.handOver("demand", "2019-11-21", ", \"penalty\": 2");
        walk.shut(ANNA, "enforcement-request", "{}", 409, "proceeding.demand-missing");
        walk.shut(ANNA, "enforcement-request", "{\"penalty\": 2}", 409, "proceeding.demand-period-running");
        walk.announced("penalty-challenged", "challenge-resolved", "instalments-requested", "instalments-granted");
        walk.announced("penalty-part-paid", "penalty-demanded");
        as(it.operator())
                .get("/cases/" + it.inspected().caseId() + "/deadlines?limit=200")
                .then()
                .body("items.code", hasItems("payment", "payment-2", "demand-2"));
    }

    private static String challengeOf(int penalty) {
        return "{\"kind\": \"reconsideration\", \"filedOn\": \"2019-09-20\", \"penalty\": %d}".formatted(penalty);
    }

    private static String changed(int penalty, String becomes, String more) {
        return """
                {"outcome": "changed", "resolvedOn": "2019-09-20", "penalty": 2,
                 "penalties": [{"penalty": %d, "becomes": "%s"%s}]}"""
                .formatted(penalty, becomes, more);
    }

    @Test
    void public_criticism_closes_at_its_decision_and_a_licence_goes_down_a_grade() {
        clock.moveTo(Instant.parse("2026-03-02T02:00:00Z"));
        Cases it = Cases.rejected("2026-03-20");
        Walk criticised = proposed(it, it.proposal("CN-ALGORITHM-2022-31-1", "2026-03-02", "public-criticism", 0));
        criticised.step(ANNA, "notice", "{}");
        criticised.step(it.operator(), "defence", WAIVER);
        criticised
                .step(DECIDER, "decision", imposed("{\"kind\": \"public-criticism\"}"))
                .body("state", equalTo("closed"))
                .body("decision.outcome", equalTo("other-penalty"));
        criticised.step(ANNA, "service", served("2026-03-02"));
        criticised
                .step(ANNA, "publication", "{}")
                .body("dossier.find { it.sheet.kind == 'published' }.sheet.until", equalTo("2026-06-02"));

        Cases other = Cases.rejected("2026-03-20");
        String supervisor = other.proposal("CN-QUALITY-279-67", "2026-03-02", "licence-downgrade", 0);
        problem(propose(supervisor), 422, "proceeding.measure-differs");
        Walk lowered = proposed(other, supervisor.replace("\"facts\"", "\"thing\": \"grade B\", \"facts\""));
        lowered.shut(ANNA, "notice", "{}", 409, "proceeding.review-required");
        lowered.step(REVIEWER, "review", "{\"outcome\": \"approved\"}");
        lowered.step(ANNA, "notice", "{}");
        lowered.step(other.operator(), "defence", WAIVER);
        String gradeB = imposed("{\"kind\": \"licence-downgrade\", \"thing\": \"grade B\"}");
        lowered.shut(DECIDER, "decision", gradeB, 409, "proceeding.discussion-missing");
        for (String voice : List.of("v1", "v2", "v3")) {
            lowered.step(Walk.decider(voice), "vote", "{\"inFavour\": true, \"reason\": \"so be it\"}");
        }
        lowered.shut(DECIDER, "decision", gradeB.replace("grade B", "grade C"), 422, "proceeding.penalty-worsened");
        lowered.step(DECIDER, "decision", gradeB);
        lowered.step(ANNA, "service", served("2026-03-02"));
        lowered.step(ANNA, "execution", on(1, "2026-03-02")).body("state", equalTo("closed"));
        lowered.announced("penalty-decided", "measure-carried-out", "penalty-closed");
    }

    private static String imposed(String penalty) {
        return "{\"outcome\": \"other-penalty\", \"further\": [%s]}".formatted(penalty);
    }

    private static String served(String day) {
        return "{\"method\": \"mail\", \"on\": \"%s\", \"outcome\": \"served\"}".formatted(day);
    }

    private static Walk proposed(Cases it, String proposal) {
        return new Walk(it, propose(proposal).statusCode(201).extract().path("id"), 1);
    }

    private static String further(Cases it, String provision, long fineMinor, String further, String more) {
        String proposal = it.proposal(provision, "2019-09-02", "fine", fineMinor);
        return proposal.substring(0, proposal.lastIndexOf('}')) + ", \"further\": [" + further + "]" + more + "}";
    }

    private static String decision(String further) {
        return "{\"outcome\": \"fine\", \"amountMinor\": 6000000, \"further\": [%s]}".formatted(further);
    }

    private static String on(int penalty, String day) {
        return "{\"penalty\": %d, \"on\": \"%s\"}".formatted(penalty, day);
    }
}
