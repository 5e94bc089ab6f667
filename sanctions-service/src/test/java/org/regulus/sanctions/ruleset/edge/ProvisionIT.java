package org.regulus.sanctions.ruleset.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProvisionIT {

    @Test
    void everybody_may_read_what_was_law_on_a_day() {
        as(Tokens.operator(UUID.randomUUID()))
                .get("/provisions?on=2019-08-01")
                .then()
                .statusCode(200)
                .body("on", equalTo("2019-08-01"))
                .body("items.id", hasItem("CN-ORDER-11-22"))
                .body("items.id", not(hasItem("CN-CSL-2026-61-1")))
                .body("items.find { it.id == 'CN-ORDER-11-22' }.minMinor", equalTo(500_000))
                .body("items.find { it.id == 'CN-ORDER-11-22' }.kinds", contains("fine", "warning"))
                .body("items.find { it.id == 'CN-ORDER-11-22' }.needsRefusal", equalTo(true));
        as(Tokens.officer("auditor", "MIIT"))
                .get("/provisions?on=2026-08-01")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("CN-CSL-2026-61-1"))
                .body("items.find { it.id == 'CN-CSL-2026-61-4' }.verified", equalTo(false));
        as(Tokens.officer("auditor", "MIIT")).get("/provisions").then().statusCode(200);
    }

    @Test
    void a_date_that_is_none_is_said_to_be_so() {
        problem(
                as(Tokens.officer("auditor", "MIIT"))
                        .get("/provisions?on=yesterday")
                        .then(),
                400,
                "provisions.date-malformed");
    }

    @Test
    void doors_stay_shut() {
        TokenRefusals.check("/provisions");
        problem(as(Tokens.as("nobody").sign()).get("/provisions").then(), 403, "auth.forbidden");
    }
}
