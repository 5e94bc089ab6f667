package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;

/** Every body has an example in the OpenAPI document, and its own endpoint understands it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OpenApiExamplesIT {

    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");

    /** Bytes of files, which nobody writes into a document. */
    private static final Set<String> BYTES =
            Set.of("*/*", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String authority = Tokens.freshAuthority();
    private final List<String> tokens = List.of(
            Tokens.operator(UUID.randomUUID()),
            Tokens.officer("case-officer", authority),
            Tokens.officer("campaign-manager", authority),
            Tokens.officer("decision-maker", authority),
            Stage.ADMIN);

    @Test
    void every_body_has_an_example_that_its_endpoint_understands() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(RestAssured.get("/openapi?format=json").asByteArray());
        List<String> without = new ArrayList<>();
        List<String> misunderstood = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (WITH_BODY.contains(operation.getKey())) {
                    for (var media :
                            operation.getValue().at("/requestBody/content").properties()) {
                        String called = operation.getKey() + " " + path.getKey() + " " + media.getKey();
                        JsonNode example = media.getValue().get("example");
                        if (example != null) {
                            misunderstood.addAll(tried(called, example));
                        } else if (!BYTES.contains(media.getKey())) {
                            without.add(called);
                        }
                    }
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(misunderstood).isEmpty();
    }

    /** As whoever may: what comes then is about the thing, which is not there, and not about the body. */
    private List<String> tried(String called, JsonNode example) {
        String[] parts = called.split(" ");
        String body = example.isTextual() ? example.asText() : example.toString();
        Response answer = null;
        for (String token : tokens) {
            answer = RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .header("If-Match", "\"1\"")
                    .contentType(parts[2] + "; charset=UTF-8")
                    .body(body)
                    .request(parts[0].toUpperCase(java.util.Locale.ROOT), filled(parts[1]));
            if (answer.statusCode() != 403) {
                break;
            }
        }
        boolean understood = answer.statusCode() < 500
                && !Set.of(400, 403, 415).contains(answer.statusCode())
                && !answer.asString().contains("\"code\":\"request.");
        return understood ? List.of() : List.of(called + " -> " + answer.asString());
    }

    private String filled(String path) {
        String filled = path.replace("{code}", authority).replace("{stage}", "final");
        for (String name : List.of("id", "caseId", "operatorId")) {
            filled = filled.replace("{" + name + "}", UUID.randomUUID().toString());
        }
        return filled;
    }
}
