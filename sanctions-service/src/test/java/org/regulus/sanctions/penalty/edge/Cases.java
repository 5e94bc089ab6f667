package org.regulus.sanctions.penalty.edge;

import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.items;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.order;
import static org.regulus.sanctions.edge.Api.put;

import io.restassured.response.ValidatableResponse;
import org.regulus.common.testing.Tokens;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

/** An inspected operator whose report was rejected, and the officers who pursue it: three different persons. */
record Cases(Inspected inspected, String orderId) {

    static final String REVIEWER = Tokens.officer("legal-reviewer", "MIIT");
    static final String DECIDER = Tokens.officer("decision-maker", "MIIT");
    static final String WAIVER = "{\"waived\": true}";

    /** With its order, ordered only. */
    static Cases ordered() {
        return ordered("2019-09-30");
    }

    private static Cases ordered(String dueOn) {
        Inspected inspected = Api.inspected("MIIT", 1);
        return new Cases(inspected, order(inspected, dueOn));
    }

    static Cases rejected() {
        return rejected("2019-09-30");
    }

    static Cases rejected(String dueOn) {
        Cases it = ordered(dueOn);
        put(
                        it.operator(),
                        "/orders/" + it.orderId + "/report",
                        1,
                        items(it.orderId, it.operator(), "\"statement\": \"done\""))
                .statusCode(200);
        put(
                        officer("MIIT"),
                        "/orders/" + it.orderId + "/verification",
                        2,
                        items(it.orderId, officer("MIIT"), "\"passed\": false"))
                .statusCode(200);
        return it;
    }

    String operator() {
        return inspected.operator();
    }

    String fine(long amountMinor) {
        return proposal("CN-ORDER-11-22", "2019-09-02", "fine", amountMinor);
    }

    String proposal(String provision, String actOn, String kind, long amountMinor) {
        return """
                {"caseId": "%s", "orderId": "%s", "provision": "%s", "actOn": "%s", "kind": "%s", "amountMinor": %d,
                 "currency": "CNY", "facts": "not rectified"}"""
                .formatted(inspected.caseId(), orderId, provision, actOn, kind, amountMinor);
    }

    static ValidatableResponse propose(String body) {
        return as(officer("MIIT")).body(body).post("/proceedings").then();
    }

    /** A proceeding for a fine of 10,000; its id. */
    String proposed() {
        return propose(fine(1_000_000))
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String approved() {
        String id = proposed();
        move(REVIEWER, id, "review", 1, "{\"outcome\": \"approved\"}").statusCode(200);
        return id;
    }

    String noticed() {
        String id = approved();
        move(officer("MIIT"), id, "notice", 2, "{}").statusCode(200);
        return id;
    }

    String waived() {
        String id = noticed();
        move(operator(), id, "defence", 3, WAIVER).statusCode(200);
        return id;
    }

    String fined() {
        String id = waived();
        move(DECIDER, id, "decision", 4, "{\"outcome\": \"fine\", \"amountMinor\": 1000000}")
                .statusCode(200);
        return id;
    }

    static ValidatableResponse move(String token, String id, String move, long version, String body) {
        return put(token, "/proceedings/" + id + "/" + move, version, body)
                .log()
                .ifValidationFails();
    }
}
