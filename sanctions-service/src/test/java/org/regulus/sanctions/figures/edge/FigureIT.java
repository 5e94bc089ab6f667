package org.regulus.sanctions.figures.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.order;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.edge.Api.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

/** The figures of an authority that has only what this test made. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FigureIT {

    private static final String PROVISION =
            """
            {"caseId": "%s", "orderId": "%s", "provision": "CN-ORDER-11-22", "actOn": "2019-09-30", "kind": "fine",
             "amountMinor": 1000000, "currency": "CNY", "facts": "not rectified"}""";

    @Inject
    MovableClock clock;

    private final String authority =
            "A" + UUID.randomUUID().toString().substring(0, 7).toUpperCase();
    private final String officer = officer(authority);

    @BeforeEach
    void it_is_2_september_2019() {
        at("2019-09-02");
    }

    @AfterEach
    void and_now_again() {
        clock.reset();
    }

    @Test
    void orders_items_proceedings_fines_and_days_net_of_what_did_not_count() {
        Inspected rectified = Api.inspected(authority, 1);
        String id = order(rectified, "2019-09-30");
        put(officer, "/orders/" + id + "/suspension", 1, "{\"reason\": \"closed\"}")
                .statusCode(200);
        at("2019-09-08");
        put(officer, "/orders/" + id + "/resumption", 2, "{}").statusCode(200);
        put(rectified.operator(), "/orders/" + id + "/report", 3, items(id, rectified, "\"statement\": \"done\""))
                .statusCode(200);
        at("2019-09-12");
        put(officer, "/orders/" + id + "/verification", 4, items(id, rectified, "\"passed\": true"))
                .statusCode(200);
        Inspected late = Api.inspected(authority, 2);
        String lateOrder = order(late, "2019-09-30");
        at("2019-10-08");
        as(officer)
                .body(PROVISION.formatted(late.caseId(), lateOrder))
                .post("/proceedings")
                .then()
                .statusCode(201);
        at("2019-11-20");

        as(officer)
                .get("/figures")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("authority", equalTo(authority))
                .body("items.find { it.name == 'orders' && it.detail == 'overdue' }.value", equalTo(1))
                .body("items.find { it.name == 'orders' && it.detail == 'verified' }.value", equalTo(1))
                .body("items.find { it.name == 'overdue-items' }.value", equalTo(2))
                // ten days from the order, of which six were suspended
                .body("items.find { it.name == 'days-to-rectify' }.value", equalTo(4))
                .body("items.find { it.name == 'proceedings' }.detail", equalTo("proposed 31-60"));
        assertThat(as(officer)
                        .get("/figures/table")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .startsWith("figure,detail,value\norders,overdue,1\norders,verified,1\noverdue-items,,2\n");
    }

    @Test
    void fines_are_decided_paid_and_outstanding() {
        Inspected it = Api.inspected(authority, 1);
        String lateOrder = order(it, "2019-09-30");
        at("2019-10-08");
        String id = as(officer)
                .body(PROVISION.formatted(it.caseId(), lateOrder))
                .post("/proceedings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/proceedings/" + id;
        put(Tokens.officer("legal-reviewer", authority), path + "/review", 1, "{\"outcome\": \"approved\"}");
        put(officer, path + "/notice", 2, "{}");
        put(it.operator(), path + "/defence", 3, "{\"waived\": true}");
        put(
                        Tokens.officer("decision-maker", authority),
                        path + "/decision",
                        4,
                        "{\"outcome\": \"fine\", \"amountMinor\": 1000000}")
                .statusCode(200);
        fines(1_000_000, 0);
        put(officer, path + "/payment", 5, "{\"amountMinor\": 1000000, \"paidOn\": \"2019-10-08\"}")
                .statusCode(200);
        fines(1_000_000, 1_000_000);
    }

    @Test
    void fines_on_persons_count_too_and_are_told_apart() {
        Inspected it = Api.inspected(authority, 1);
        String lateOrder = order(it, "2019-09-30");
        at("2019-10-08");
        String onLi = "[{\"kind\": \"fine\", \"amountMinor\": 600000, \"person\": \"Li\"}]";
        String wanted = PROVISION
                .formatted(it.caseId(), lateOrder)
                .replace("CN-ORDER-11-22", "CN-CSL-2017-59")
                .replace(
                        "not rectified\"}",
                        "not rectified\", \"personProvision\": \"CN-CSL-2017-59-PERSON\", \"further\": " + onLi + "}");
        String path = "/proceedings/"
                + as(officer)
                        .body(wanted)
                        .post("/proceedings")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        put(officer, path + "/notice", 1, "{}");
        put(it.operator(), path + "/defence", 2, "{\"waived\": true}");
        String decision = "{\"outcome\": \"fine\", \"amountMinor\": 1000000, \"further\": %s}".formatted(onLi);
        put(Tokens.officer("decision-maker", authority), path + "/decision", 3, decision)
                .statusCode(200);
        put(officer, path + "/payment", 4, "{\"amountMinor\": 600000, \"paidOn\": \"2019-10-08\", \"penalty\": 2}")
                .statusCode(200);
        fines(1_600_000, 600_000);
        as(officer)
                .get("/figures")
                .then()
                .body("items.find { it.name == 'fines-on-persons-decided-minor' }.value", equalTo(600_000))
                .body("items.find { it.name == 'fines-on-persons-paid-minor' }.value", equalTo(600_000))
                .body("items.find { it.name == 'fines-on-persons-outstanding-minor' }.value", equalTo(0));
    }

    private void fines(int decided, int paid) {
        as(officer)
                .get("/figures")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'fines-decided-minor' }.value", equalTo(decided))
                .body("items.find { it.name == 'fines-paid-minor' }.value", equalTo(paid))
                .body("items.find { it.name == 'fines-outstanding-minor' }.value", equalTo(decided - paid));
    }

    @Test
    void they_are_the_authoritys_own() {
        as(officer("NOBODY"))
                .get("/figures")
                .then()
                .statusCode(200)
                .body("items.findAll { it.name == 'orders' }", hasSize(0));
        for (String path : new String[] {"/figures", "/figures/table"}) {
            TokenRefusals.check(path);
            problem(as(Tokens.operator(UUID.randomUUID())).get(path).then(), 403, "auth.forbidden");
        }
    }

    private static String items(String id, Inspected it, String rest) {
        return Api.items(id, it.operator(), rest);
    }

    private void at(String day) {
        clock.moveTo(Instant.parse(day + "T02:00:00Z"));
    }
}
