package org.regulus.common.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ReceptionIT {

    private static final Instant NOON = Instant.parse("2019-07-15T04:00:00Z");
    private static final String BODY = "{\"a\": \"1\"}";
    private static final String STREAM_TOO = "application/json, text/event-stream";
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    MovableClock clock;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "regulus.requests.in-flight-max")
    int inFlightMax;

    @ConfigProperty(name = "regulus.requests.big-in-flight-max")
    int bigInFlightMax;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void what_arrives_before_the_deadline_is_in_time_though_it_is_handled_after() throws IOException {
        clock.moveTo(NOON);
        try (Socket slow = begun()) {
            await().atMost(SOON).until(() -> given().get("/q/health/live").statusCode() == 200);
            clock.moveTo(NOON.plus(Duration.ofHours(1)));
            slow.getOutputStream().write(BODY.substring(1).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200");
            Instant receivedAt = Instant.parse(
                    JsonPath.from(answer.substring(answer.indexOf("{"))).getString("receivedAt"));
            assertThat(receivedAt).isBetween(NOON, NOON.plus(SOON));
        }
    }

    @Test
    void who_says_that_it_would_take_a_stream_is_received_like_anybody_else() {
        clock.moveTo(NOON);
        officer()
                .accept(STREAM_TOO)
                .contentType("application/json")
                .body(BODY)
                .put("/things/arrival")
                .then()
                .statusCode(200)
                .body("receivedAt", startsWith("2019-07-15T04:00:0"));
    }

    @Test
    void a_stream_takes_up_no_room_once_it_has_begun() throws IOException {
        awaitNobody("small"); // of other tests
        try (Socket listener = send("GET /things/stream", "Accept: text/event-stream", "")) {
            assertThat(firstLine(listener)).isEqualTo("HTTP/1.1 200 OK");
            awaitNobody("small");
        }
        awaitNobody("small");
    }

    @Test
    void one_too_many_is_told_to_come_again_and_is_served_when_the_others_have_gone() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < inFlightMax; i++) {
                slow.add(begun());
            }
            await().atMost(SOON).until(() -> who() == 503);
            officer()
                    .get("/things/who")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("[1-9]\\d*"))
                    .contentType("application/problem+json")
                    .body("code", equalTo("service.busy"));
            officer().accept(STREAM_TOO).get("/things/who").then().statusCode(503);
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(SOON).until(() -> who() == 200);
    }

    @Test
    void big_bodies_that_find_no_room_are_not_sent_at_all_and_keep_nobody_else_out() throws IOException {
        awaitNobody("big"); // of other tests
        List<Socket> big = new ArrayList<>();
        try {
            for (int i = 0; i < bigInFlightMax; i++) {
                big.add(asksToSend());
                assertThat(firstLine(big.get(i))).isEqualTo("HTTP/1.1 100 Continue");
            }
            try (Socket oneMore = asksToSend()) {
                assertThat(firstLine(oneMore)).isEqualTo("HTTP/1.1 503 Service Unavailable");
            }
            assertThat(who()).isEqualTo(200);
        } finally {
            for (Socket socket : big) {
                socket.close();
            }
        }
        awaitNobody("big");
    }

    private void awaitNobody(String body) {
        await().atMost(SOON)
                .until(() -> metrics.get("regulus.requests.in.flight")
                                .tag("body", body)
                                .gauge()
                                .value()
                        == 0);
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private static int who() {
        return officer().get("/things/who").statusCode();
    }

    private static io.restassured.specification.RequestSpecification officer() {
        return given().auth().oauth2(Tokens.officer("case-officer", "MIIT"));
    }

    /** A request whose head has arrived, and one byte of its body. */
    private static Socket begun() throws IOException {
        Socket socket = head("Content-Length: " + BODY.length());
        socket.getOutputStream().write('{');
        socket.getOutputStream().flush();
        return socket;
    }

    private static Socket asksToSend() throws IOException {
        return head("Content-Length: 200000\r\nExpect: 100-continue");
    }

    private static Socket head(String about) throws IOException {
        return send("PUT /things/arrival", "Content-Type: application/json", about + "\r\n");
    }

    private static Socket send(String request, String header, String more) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout((int) SOON.toMillis());
        socket.getOutputStream()
                .write(
                        """
                        %s HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        %s\r
                        %sConnection: close\r
                        \r
                        """
                                .formatted(request, Tokens.officer("case-officer", "MIIT"), header, more)
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
