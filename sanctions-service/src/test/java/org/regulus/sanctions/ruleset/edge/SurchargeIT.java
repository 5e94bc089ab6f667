package org.regulus.sanctions.ruleset.edge;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SurchargeIT {

    private static final String FINE = "/surcharge?fineMinor=3000000&currency=CNY";

    @Test
    void the_operator_sees_why_it_owes_what_it_owes() {
        as(Tokens.operator(UUID.randomUUID()))
                .get(FINE + "&dueOn=2026-01-05&on=2026-02-19&pause=2026-01-10/2026-01-20")
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("CN-APL-2021"))
                .body("daysLate", equalTo(45))
                .body("daysPaused", equalTo(11))
                .body("daysCounted", equalTo(34))
                .body("perMille", equalTo(30))
                .body("uncappedMinor", equalTo(3_060_000))
                .body("capMinor", equalTo(3_000_000))
                .body("surchargeMinor", equalTo(3_000_000))
                .body("source", containsString("Art. 72"))
                .body("verified", equalTo(true));
    }

    @Test
    void the_rule_of_2019_is_shown_as_unverified() {
        asked(FINE + "&dueOn=2019-10-08&on=2019-10-18")
                .statusCode(200)
                .body("ruleSet", equalTo("CN-MIIT-2019"))
                .body("surchargeMinor", equalTo(900_000))
                .body("verified", equalTo(false));
    }

    @Test
    void everything_wrong_is_said_at_once() {
        problem(asked("/surcharge?fineMinor=-1&dueOn=soon&pause=2026-02-02/2026-02-01"), 422, "surcharge.invalid")
                .body("errors.pointer", containsInAnyOrder("/fineMinor", "/dueOn", "/on", "/pause"))
                .body("errors.code", everyItem(equalTo("surcharge.parameter-invalid")));
        problem(asked(FINE + "&dueOn=2026-01-05&on=2036-01-06"), 422, "surcharge.invalid");
        problem(asked(FINE + "&dueOn=2001-01-05&on=2001-01-06"), 422, "surcharge.rule-unknown");
    }

    @Test
    void doors_stay_shut() {
        TokenRefusals.check("/surcharge");
        problem(as(Tokens.as("nobody").sign()).get("/surcharge").then(), 403, "auth.forbidden");
    }

    private static ValidatableResponse asked(String path) {
        return as(Tokens.officer("auditor", "MIIT")).get(path).then();
    }
}
