package org.regulus.notification.partner.edge;

import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Told;

/** An integration partner as it comes to our door, and what an administrator grants it. */
record Partner(String subject, String token) {

    private static final String ADMIN =
            Tokens.as("admin").roles("platform-admin").sign();

    static Partner anew() {
        return of("partner-" + Told.id());
    }

    static Partner of(String subject) {
        return new Partner(subject, Tokens.as(subject).roles("partner").sign());
    }

    RequestSpecification asks() {
        return as(token);
    }

    ValidatableResponse grants(Map<String, Object> grants) {
        return as(ADMIN)
                .contentType("application/json")
                .body(grants)
                .put("/partners/%s/grants".formatted(subject))
                .then();
    }

    void grant(String... authorities) {
        grants(Map.of("authorities", List.of(authorities)))
                .statusCode(200)
                .body("authorities", equalTo(List.of(authorities)));
    }

    Response create(Map<String, Object> wanted) {
        return asks().contentType("application/json").body(wanted).post("/subscriptions");
    }

    JsonPath subscription(String id) {
        return asks().get("/subscriptions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    void replay(String id, Instant since) {
        asks().contentType("application/json")
                .body(Map.of("since", since.toString()))
                .put("/subscriptions/%s/replay".formatted(id))
                .then()
                .statusCode(200);
    }
}
