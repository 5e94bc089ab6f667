package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.penalty.edge.Cases.move;

import io.restassured.response.ValidatableResponse;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.sanctions.edge.Api;

/** Walks a proceeding step by step over REST, and knows its version. */
final class Walk {

    static final String NOTHING = "{}";
    static final String REASON = "{\"reason\": \"so it is\"}";
    /** A better one, after the investigation. */
    static final String PROPOSAL =
            """
            {"provision": "CN-ORDER-11-22", "actOn": "2019-09-02", "kind": "fine", "amountMinor": 900000,
             "currency": "CNY", "facts": "not rectified"}""";

    static final String CHAIR =
            Tokens.as("chen").authority("MIIT").roles("legal-reviewer").sign();

    private final Cases about;
    private final String id;
    private long version;

    Walk(Cases about, String id, long version) {
        this.about = about;
        this.id = id;
        this.version = version;
    }

    /** A proceeding for so high a fine that it is reviewed and may be heard, with its notice given. */
    static Walk grave(Cases it) {
        String id = Cases.propose(it.proposal("CN-CSL-2017-59", "2019-09-02", "fine", 10_000_000))
                .statusCode(201)
                .extract()
                .path("id");
        Walk walk = new Walk(it, id, 1);
        walk.shut(Api.officer("MIIT"), "notice", NOTHING, 409, "proceeding.review-required");
        walk.step(Cases.REVIEWER, "review", "{\"outcome\": \"approved\"}");
        walk.step(Api.officer("MIIT"), "notice", NOTHING);
        return walk;
    }

    String id() {
        return id;
    }

    static String decider(String name) {
        return Tokens.as(name).authority("MIIT").roles("decision-maker").sign();
    }

    ValidatableResponse step(String token, String what, String body) {
        ValidatableResponse answer = move(token, id, what, version, body).statusCode(200);
        version = Long.parseLong(answer.extract().header("ETag").replace("\"", ""));
        return answer;
    }

    ValidatableResponse shut(String token, String what, String body, int status, String code) {
        return problem(move(token, id, what, version, body), status, code);
    }

    /** Handed over against receipt. */
    ValidatableResponse handOver(String document, String day) {
        return handOver(document, day, "");
    }

    ValidatableResponse handOver(String document, String day, String more) {
        return step(
                Api.officer("MIIT"),
                "document-service",
                "{\"document\": \"%s\", \"method\": \"in-person\", \"on\": \"%s\"%s}".formatted(document, day, more));
    }

    void announced(String... types) {
        for (String type : types) {
            String event = "regulus.sanctions." + type + ".v1";
            var told = TestTopics.await(Api.TOPIC, event, about.inspected().caseId());
            assertThat(Golden.schema(event).validate(told.tree())).isEmpty();
        }
    }
}
