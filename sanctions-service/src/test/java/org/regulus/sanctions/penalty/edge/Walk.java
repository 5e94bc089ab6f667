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
        return step(
                Api.officer("MIIT"),
                "document-service",
                "{\"document\": \"%s\", \"method\": \"in-person\", \"on\": \"%s\"}".formatted(document, day));
    }

    void announced(String... types) {
        for (String type : types) {
            String event = "regulus.sanctions." + type + ".v1";
            var told = TestTopics.await(Api.TOPIC, event, about.inspected().caseId());
            assertThat(Golden.schema(event).validate(told.tree())).isEmpty();
        }
    }
}
