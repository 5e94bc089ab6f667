package org.regulus.filing.edge;

import io.restassured.response.Response;

/** Reports and triages risks through the API. */
final class RiskAct {

    static final String NO_ACTION = "{\"outcome\": \"no-action\", \"grade\": \"general\"}";
    static final String INSPECT = "{\"outcome\": \"inspect\", \"grade\": \"major\"}";

    private RiskAct() {}

    /** @param more further fields, such as {@code , "caseId": "…"} */
    static Response report(String token, String authority, String discoveredAt, String more) {
        return Stage.as(token)
                .body(
                        """
                        {"title": "Open port", "description": "Found in a scan", "grade": "general",
                         "discoveredAt": "%s", "authority": "%s"%s}"""
                                .formatted(discoveredAt, authority, more))
                .post("/risk-reports");
    }

    static Response report(Stage stage, int operator, String more) {
        return report(stage.operator(operator), stage.authority, "2019-06-02T00:00:00Z", more);
    }

    static Response triage(Stage stage, Response reported, String body) {
        return Stage.as(stage.officer("case-officer"))
                .header("If-Match", reported.header("ETag"))
                .body(body)
                .put("/risk-reports/" + reported.jsonPath().getString("id") + "/triage");
    }
}
