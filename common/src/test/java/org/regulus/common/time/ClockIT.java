package org.regulus.common.time;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ClockIT {

    @Inject
    InstantSource clock;

    @Inject
    MovableClock movable;

    @AfterEach
    void back_to_now() {
        movable.reset();
    }

    @Test
    void the_platform_admin_moves_the_business_clock_and_it_runs_on() {
        given().auth()
                .oauth2(Tokens.as("admin").roles("platform-admin").sign())
                .contentType("application/json")
                .body("{\"now\": \"2019-07-15T15:59:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200)
                .body("now", startsWith("2019-07-15T15:59:0"));

        assertThat(Duration.between(Instant.parse("2019-07-15T15:59:00Z"), clock.instant()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(30));
    }

    @Test
    void nobody_else_may_move_it() {
        given().auth()
                .oauth2(Tokens.officer("campaign-manager", "MIIT"))
                .contentType("application/json")
                .body("{\"now\": \"2019-07-15T15:59:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(403);
        given().contentType("application/json").body("{}").put("/clock").then().statusCode(401);
    }

    @Test
    void what_is_no_instant_is_refused() {
        given().auth()
                .oauth2(Tokens.as("admin").roles("platform-admin").sign())
                .contentType("application/json")
                .body("{\"now\": \"yesterday\"}")
                .put("/clock")
                .then()
                .statusCode(400)
                .body("code", equalTo("clock.malformed"));
    }
}
