package org.regulus.notification.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;
import org.regulus.notification.evidence.Digests;

/** SMS through a gateway on this machine; there is none for post here. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class GatewayIT {

    private static final String PHONE = "+8613800000042";

    private record Got(String authorization, String key, JsonNode body) {}

    private final PostOffice post = new PostOffice();
    private final Told told = Told.anew(Tokens.freshAuthority());
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private volatile boolean quick;
    private HttpServer gateway;

    @BeforeEach
    void open() throws IOException {
        post.start();
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", MailSettings.gatewayPort()), 0);
        gateway.createContext("/letters", this::take);
        gateway.start();
        told.registered("zh");
        Told.await("the register")
                .until(() -> as(told.officer()).get(addresses()).statusCode() == 200);
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        post.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        got.add(new Got(
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key"),
                new ObjectMapper().readTree(exchange.getRequestBody())));
        if (quick) {
            report("sms", "from-the-gateway", got.get(0).key(), "failed", "5.1.1")
                    .statusCode(204);
        }
        byte[] answer = "{\"queued\":%d}".formatted(got.size()).getBytes(UTF_8);
        exchange.getResponseHeaders().set("X-Request-Id", "r-" + got.size());
        exchange.sendResponseHeaders(answers.isEmpty() ? 202 : answers.remove(0), answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void an_operator_with_a_number_gets_one_sms_however_often_the_gateway_fails() {
        answers.addAll(List.of(503, 307, 429));
        reach(told.officer(), Map.of("phone", PHONE)).statusCode(200);
        UUID event = Told.id();
        told.tell(event, "inspection.interview-rescheduled");
        told.tell(event, "inspection.interview-rescheduled");
        Told.await("both served").until(() -> told.messageStates().equals(List.of("served", "served")));
        assertThat(told.messages("channel")).containsExactlyInAnyOrder("mail", "sms");
        assertThat(got).hasSize(4).extracting(Got::key).containsOnly(sms());
        assertThat(got).extracting(Got::authorization).containsOnly("Bearer to-the-gateway");
        JsonPath kept = as(told.operator())
                .queryParam("subject", sms())
                .get("/evidence")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(kept.getList("items.outcome")).containsExactly("refused", "refused", "refused", "accepted");
        JsonPath taken = as(told.officer())
                .get("/evidence/" + kept.getString("items[3].id") + "/document")
                .jsonPath();
        assertThat(taken.getMap("facts"))
                .containsEntry("status", "202")
                .containsEntry("to", PHONE)
                .containsEntry("header.x-request-id", "r-4")
                .containsEntry("body", "{\"queued\":4}")
                .containsEntry("bodySha256", Digests.sha256("{\"queued\":4}".getBytes(UTF_8)));
        var served = Told.await("both announced")
                .until(() -> TestTopics.all(Told.TOPIC, Told.SERVED, told.caseId()), found -> found.size() == 2)
                .stream()
                .filter(one -> one.tree().path("channel").asText().equals("sms"))
                .findFirst()
                .orElseThrow();
        assertThat(Golden.schema(Told.SERVED).validate(served.tree())).isEmpty();
        assertThat(served.tree().path("evidenceDigest").asText()).isEqualTo(kept.getString("items[3].digest"));
        JsonNode body = got.get(3).body();
        assertThat(body.path("id").asText()).isEqualTo(sms());
        assertThat(body.path("to").asText()).isEqualTo(PHONE);
        assertThat(body.path("text").asText())
                .isEqualTo("【%s】现场检查时间变更，案件编号 %s，详情请登录平台查看。".formatted(told.authority(), told.caseId()));
    }

    @Test
    void the_gateway_tells_what_became_of_it_and_nobody_else_does() {
        reach(told.officer(), Map.of("phone", PHONE)).statusCode(200);
        told.tell("inspection.interview-rescheduled");
        Told.await("both served").until(() -> told.messageStates().equals(List.of("served", "served")));
        report("sms", "from-the-gateway", sms(), "delivered", "2.0.0").statusCode(204);
        report("sms", "from-the-gateway", sms(), "delivered", "2.0.0").statusCode(204);
        problem(report("sms", "wrong", sms(), "failed", "5.1.1"), 403, "gateway.secret");
        problem(report("sms", null, sms(), "failed", "5.1.1"), 403, "gateway.secret");
        problem(report("post", "from-the-gateway", sms(), "failed", "5.1.1"), 403, "gateway.secret");
        problem(report("sms", "from-the-gateway", mail(), "failed", "5.1.1"), 404, "message.unknown");
        problem(report("sms", "from-the-gateway", sms(), "eaten", "5.1.1"), 422, "delivery-report.unreadable");
        assertThat(told.messageStates()).containsExactly("served", "served");
        report("sms", "from-the-gateway", sms(), "failed", "5.1.1").statusCode(204);
        assertThat(told.messageStates()).containsExactlyInAnyOrder("served", "bounced");
        var event = TestTopics.await(Told.TOPIC, "regulus.notification.notice-bounced.v1", told.caseId());
        assertThat(event.tree().path("channel").asText()).isEqualTo("sms");
        as(told.officer())
                .get("/delivery-reports?message=" + sms())
                .then()
                .body("items.action", contains("delivered", "failed"));
    }

    @Test
    void a_gateway_that_reports_before_it_has_answered_is_believed_too() {
        quick = true;
        reach(told.officer(), Map.of("phone", PHONE)).statusCode(200);
        told.tell("inspection.interview-rescheduled");
        Told.await("came back")
                .until(() -> told.messageStates().containsAll(List.of("served", "bounced"))
                        && told.messageStates().size() == 2);
        TestTopics.await(Told.TOPIC, Told.SERVED, told.caseId());
        var event = TestTopics.await(Told.TOPIC, "regulus.notification.notice-bounced.v1", told.caseId());
        assertThat(event.tree().path("channel").asText()).isEqualTo("sms");
        assertThat(event.attributes().get("sequence")).isEqualTo("2");
    }

    @Test
    void a_gateway_that_says_it_delivered_what_it_did_not_answer_for_is_not_asked_again() {
        answers.addAll(Collections.nCopies(15, 503));
        reach(told.officer(), Map.of("phone", PHONE)).statusCode(200);
        told.tell("inspection.interview-rescheduled");
        Told.await("a try").until(() -> !got.isEmpty());
        report("sms", "from-the-gateway", sms(), "delivered", "2.0.0").statusCode(204);
        Told.await("both served").until(() -> told.messageStates().equals(List.of("served", "served")));
        JsonPath kept = as(told.officer()).get("/evidence?subject=" + sms()).jsonPath();
        String last = kept.getString("items[-1].id");
        assertThat(as(told.officer()).get("/evidence/" + last + "/document").<String>path("facts.reported"))
                .isEqualTo("delivered");
        assertThat(got.size()).isEqualTo(kept.getList("items").size() - 1);
    }

    @Test
    void a_channel_that_is_not_there_is_named_and_the_mail_stands_in_its_place() {
        reach(told.officer(), Map.of("postal", "1 Demo Road\nShenzhen")).statusCode(200);
        told.tell("sanctions.penalty-decided");
        Told.await("served").until(() -> told.messageStates().equals(List.of("served")));
        assertThat(told.messages("channel")).containsExactly("mail");
        as(told.officer())
                .get("/channels")
                .then()
                .statusCode(200)
                .body("channels.channel", contains("mail", "sms", "post"))
                .body("channels.available", contains(true, true, false))
                .body("channels[2].code", equalTo("channel.not-configured"));
        problem(as(told.operator()).get("/channels").then(), 403, "auth.forbidden");
        TokenRefusals.check("/channels");
    }

    @Test
    void who_may_not_say_where_an_operator_is_reached_cannot() {
        reach(told.officer(), Map.of("phone", PHONE)).statusCode(200);
        as(Tokens.officer("auditor", told.authority())).get(addresses()).then().body("phone", equalTo(PHONE));
        problem(reach(told.officer(), Map.of("phone", "110")), 422, "request.invalid");
        problem(reach(Tokens.officer("case-officer", "GDCA"), Map.of("phone", PHONE)), 404, "operator.unknown");
        problem(as(Tokens.officer("case-officer", "GDCA")).get(addresses()).then(), 404, "operator.unknown");
        problem(reach(Tokens.officer("auditor", told.authority()), Map.of()), 403, "auth.forbidden");
        problem(reach(told.operator(), Map.of()), 403, "auth.forbidden");
        problem(as(told.operator()).get(addresses()).then(), 403, "auth.forbidden");
        TokenRefusals.check(addresses());
    }

    private String addresses() {
        return "/operators/" + told.operatorId() + "/addresses";
    }

    private ValidatableResponse reach(String token, Map<String, String> where) {
        return as(token)
                .contentType("application/json")
                .body(where)
                .put(addresses())
                .then();
    }

    private static ValidatableResponse report(String channel, String secret, String id, String action, String status) {
        var request = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("id", id, "action", action, "status", status));
        return (secret == null ? request : request.header("Gateway-Secret", secret))
                .post("/gateways/" + channel + "/reports")
                .then();
    }

    private String sms() {
        return id("sms");
    }

    private String mail() {
        return id("mail");
    }

    private String id(String channel) {
        return told.messages("id").get(told.messages("channel").indexOf(channel));
    }
}
