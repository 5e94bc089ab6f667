package org.regulus.sanctions.penalty.edge;

import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.put;

import io.restassured.response.ValidatableResponse;

/** Documents of a case: made, and handed over to be served. */
final class Papers {

    private Papers() {}

    static String issue(String kind, String subject) {
        return issue(kind, subject, "");
    }

    static String issue(String kind, String subject, String more) {
        return as(officer("MIIT"))
                .body("""
                        {"kind": "%s", "subject": "%s", "language": "zh"%s}"""
                        .formatted(kind, subject, more))
                .post("/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse dispatch(String token, String id, long version, String body) {
        return put(token, "/documents/%s/dispatch".formatted(id), version, body);
    }
}
