package org.regulus.sanctions.assessment.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;

/** The rule sets and the calculator over REST: the law is public, and asked without a case. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AssessmentIT {

    private static final String OPERATOR = Tokens.operator(UUID.randomUUID());

    @Test
    void every_rule_set_shows_its_sources_and_what_is_unverified() {
        as(OPERATOR)
                .get("/rule-sets")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("EU-NIS2"))
                .body("items.find { it.id == 'CN-DSL' }.unverified", equalTo(0))
                .body("items.find { it.id == 'CN-MIIT-2019' }.unverified", greaterThan(0));
        as(OPERATOR)
                .get("/rule-sets/CN-APL-2021")
                .then()
                .statusCode(200)
                .body("about.titleEn", equalTo("Administrative Penalty Law (revised in 2021)"))
                .body("procedure.limits.find { it.code == 'decision' }.length", equalTo(90))
                .body("procedure.limits.find { it.code == 'decision' }.source.verified", equalTo(true))
                .body("procedure.gates.find { it.code == 'hearing' }.fineFromMinor", equalTo(10_000_000))
                .body("procedure.gates.find { it.code == 'hearing' }.source.verified", equalTo(false))
                .body("procedure.discretion.effect", hasItem("must-not-punish"))
                .body("procedure.outcomes.find { it.code == 'transferred' }.track", equalTo("judicial"))
                .body("procedure.surcharge.perMille", equalTo(30));
        as(OPERATOR)
                .get("/rule-sets/CN-ORDER-11")
                .then()
                .statusCode(200)
                .body("procedure", nullValue())
                .body("duties.find { it.code == 'evaluation-level-2' }.length", equalTo(24));
        problem(as(OPERATOR).get("/rule-sets/CN-NONE").then(), 404, "rule-set.unknown");
    }

    @Test
    void the_calculator_names_the_provision_the_range_and_each_step() {
        as(OPERATOR)
                .get("/assessment?conduct=network-protection-duties&actOn=2019-09-17&on=2019-11-04&refused=true"
                        + "&circumstance=voluntary-removal-of-harm")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("penalty"))
                .body("provision", equalTo("CN-CSL-2017-59"))
                .body("alsoUnder", contains("CN-ORDER-11-22"))
                .body("leastMinor", equalTo(1_000_000))
                .body("mostMinor", equalTo(5_500_000))
                .body("gates", hasItem("legal-review"))
                .body("steps.code", hasItem("mitigated"));
        as(OPERATOR)
                .get("/assessment?regime=EU&conduct=cybersecurity-risk-management&addressee=critical-operator"
                        + "&actOn=2026-01-05&on=2026-02-02&turnoverMinor=100000000000&turnoverCurrency=EUR")
                .then()
                .statusCode(200)
                .body("provision", equalTo("EU-NIS2-34-ESSENTIAL"))
                .body("mostMinor", equalTo(2_000_000_000));
    }

    @Test
    void all_that_is_wrong_with_a_question_is_said_at_once() {
        problem(
                        as(OPERATOR)
                                .get(
                                        "/assessment?regime=XX&conduct=none&addressee=dog&actOn=soon&on=never&consequence=x"
                                                + "&circumstance=rain&turnoverMinor=much")
                                .then(),
                        422,
                        "assessment.invalid")
                .body(
                        "errors.pointer",
                        contains(
                                "/regime",
                                "/conduct",
                                "/circumstance",
                                "/actOn",
                                "/on",
                                "/addressee",
                                "/consequence",
                                "/turnoverMinor"));
        problem(
                as(OPERATOR)
                        .get("/assessment?conduct=network-protection-duties&actOn=2026-01-02&on=2026-01-01")
                        .then(),
                422,
                "assessment.invalid");
        problem(as(OPERATOR).get("/assessment").then(), 422, "assessment.invalid")
                .body("errors.code", hasItem("assessment.parameter-invalid"));
    }

    @Test
    void doors_stay_shut() {
        for (String path : new String[] {"/rule-sets", "/rule-sets/CN-DSL", "/assessment"}) {
            TokenRefusals.check(path);
            problem(as(Tokens.as("nobody").sign()).get(path).then(), 403, "auth.forbidden");
        }
    }
}
