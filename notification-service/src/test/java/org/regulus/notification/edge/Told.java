package org.regulus.notification.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;

/** A case as its neighbours tell of it over Kafka, and what the service makes of that over REST. */
public record Told(UUID caseId, UUID operatorId, String authority) {

    public static final String TOPIC = "regulus.notification.events";
    public static final String DIRECTORY = "regulus.filing.directory";
    public static final String SERVED = "regulus.notification.notice-served.v1";
    public static final String FAILED = "regulus.notification.notice-failed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    public static Told anew(String authority) {
        return new Told(id(), id(), authority);
    }

    public static UUID id() {
        return IDS.generate();
    }

    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50));
    }

    /** The golden sample of that event, about this case. */
    public UUID tell(String name) {
        return tell(id(), name);
    }

    public UUID tell(UUID eventId, String name) {
        return tell(eventId, name, data(name));
    }

    public UUID tell(UUID eventId, String name, Object data) {
        return TestTopics.send(
                eventId, topic(name), type(name), caseId, authority, new AggregateVersion("test", id(), 1), data);
    }

    public ObjectNode data(String name) {
        ObjectNode data = (ObjectNode) Golden.sampleTree(type(name));
        return data.put("caseId", caseId.toString())
                .put("operatorId", operatorId.toString())
                .put("authority", authority)
                .put("inventedLater", true);
    }

    public static String type(String name) {
        return "regulus.%s.v1".formatted(name);
    }

    private static String topic(String name) {
        return "regulus.%s.events".formatted(name.substring(0, name.indexOf('.')));
    }

    /** An address that no other test has. */
    public String address() {
        return operatorId + "@operator.example";
    }

    /** Announces the operator in the directory and waits until it is known. */
    public Told registered(String language) {
        register(address(), language, 1);
        return this;
    }

    public void register(String address, String language, long sequence) {
        ObjectNode entry = ((ObjectNode) Golden.sampleTree("regulus.filing.operator-registered.v1"))
                .put("operatorId", operatorId.toString())
                .put("authority", authority)
                .put("name", "演示云 0042")
                .put("noticeEmail", address)
                .put("language", language);
        TestTopics.send(
                DIRECTORY,
                "regulus.filing.operator-registered.v1",
                operatorId,
                authority,
                new AggregateVersion("registration", operatorId, sequence),
                entry);
    }

    public String officer() {
        return Tokens.officer("case-officer", authority);
    }

    public String operator() {
        return Tokens.operator(operatorId);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    public ValidatableResponse proof() {
        return as(officer()).get("/cases/" + caseId + "/proof").then();
    }

    public String timelinePath() {
        return "/cases/" + caseId + "/timeline";
    }

    /** The types in the case's timeline, without the service's own notices. */
    public List<String> timeline(String token) {
        var answer = as(token).queryParam("limit", 200).get(timelinePath());
        return answer.statusCode() == 404
                ? List.of()
                : answer.then().statusCode(200).extract().jsonPath().<String>getList("items.type").stream()
                        .filter(type -> !type.startsWith("regulus.notification."))
                        .map(type -> type.replace("regulus.", "").replace(".v1", ""))
                        .toList();
    }

    public void awaitTimeline(int entries) {
        await("timeline of " + caseId).until(() -> timeline(officer()).size() >= entries);
    }

    public List<String> messageStates() {
        return messages("state");
    }

    public List<String> messages(String field) {
        return as(officer())
                .queryParam("case", caseId)
                .get("/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("items." + field);
    }
}
