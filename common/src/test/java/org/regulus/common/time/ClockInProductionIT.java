package org.regulus.common.time;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;

/** Under any profile but demo and test there is nothing to move. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestProfile(ClockInProductionIT.Production.class)
class ClockInProductionIT {

    public static class Production implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }
    }

    @Inject
    InstantSource clock;

    @Test
    void there_is_no_clock_endpoint() {
        String admin = Tokens.as("admin").roles("platform-admin").sign();

        given().auth().oauth2(admin).get("/clock").then().statusCode(404);
        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body("{\"now\": \"2019-07-15T15:59:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(404);
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }
}
