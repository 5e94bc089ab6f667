package org.regulus.sanctions.penalty.edge;

import static org.hamcrest.Matchers.hasItems;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.REVIEWER;
import static org.regulus.sanctions.penalty.edge.Cases.propose;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;

/** Refusals to which no rule that is shipped leads: an installation with rules of its own beside them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OtherRulesIT {

    @Inject
    MovableClock clock;

    @AfterEach
    void and_now_again() {
        clock.reset();
    }

    @Test
    void rules_of_the_installation_stand_beside_what_is_shipped() {
        as(officer("MIIT")).get("/rule-sets").then().body("items.id", hasItems("CN-TEST-2018", "CN-ORDER-11"));
    }

    @Test
    void a_law_that_became_lighter_since_the_act_is_applied() {
        clock.moveTo(Instant.parse("2019-09-20T02:00:00Z"));
        Cases it = Cases.rejected();
        problem(
                propose(it.proposal("CN-TEST-2018-1", "2019-09-02", "fine", 100_000)),
                422,
                "proceeding.newer-law-lighter");
        propose(it.proposal("CN-TEST-2019-1", "2019-09-02", "fine", 100_000)).statusCode(201);
    }

    @Test
    void a_procedure_that_does_not_know_such_an_end_ends_otherwise() {
        clock.moveTo(Instant.parse("2017-10-10T02:00:00Z"));
        Cases it = Cases.rejected("2017-10-31");
        String suspension = it.proposal("CN-CSL-2017-61", "2017-10-10", "suspension", 0)
                .replace("\"facts\"", "\"days\": 30, \"facts\"");
        Walk walk = new Walk(it, propose(suspension).statusCode(201).extract().path("id"), 1);
        walk.step(REVIEWER, "review", "{\"outcome\": \"approved\"}");
        walk.step(officer("MIIT"), "notice", "{}");
        walk.step(it.operator(), "defence", Cases.WAIVER);
        walk.shut(
                DECIDER,
                "decision",
                "{\"outcome\": \"other-penalty\", \"further\": [{\"kind\": \"suspension\", \"days\": 30}]}",
                422,
                "proceeding.outcome-unknown");
    }
}
