package org.regulus.common.testing;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every token that must not open a door: asserted for one path. */
public final class TokenRefusals {

    private TokenRefusals() {}

    /** 401 without a token, with an expired one, one of another realm, for another audience, or signed by another key. */
    public static void check(String path) {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", allRoles().expired().sign());
        bad.put("another realm", allRoles().issuer("http://test/realms/other").sign());
        bad.put("another audience", allRoles().audience("account").sign());
        bad.put("another key", allRoles().foreignKey().sign());
        bad.forEach((why, token) -> RestAssured.given()
                .auth()
                .oauth2(token)
                .get(path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(equalTo(401)));
        RestAssured.given().get(path).then().statusCode(401).body("code", equalTo("auth.required"));
    }

    private static Tokens allRoles() {
        return Tokens.as("intruder")
                .authority("MIIT")
                .roles(
                        "campaign-manager",
                        "case-officer",
                        "inspector",
                        "legal-reviewer",
                        "decision-maker",
                        "auditor",
                        "platform-admin");
    }
}
