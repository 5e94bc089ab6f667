package org.regulus.sanctions.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;

/** The service as its users and neighbours meet it: over REST and Kafka. */
public final class Api {

    public static final String TOPIC = "regulus.sanctions.events";
    public static final String INSPECTIONS = "regulus.inspection.events";
    public static final String CONCLUDED = "regulus.inspection.inspection-concluded.v1";
    /** The first event also waits for the consumer group to form, which takes long on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Api() {}

    /** A concluded inspection with findings, as the test announced it. */
    public record Inspected(UUID caseId, UUID inspectionId, UUID operatorId, String authority, List<UUID> findings) {

        public Map<String, Object> data() {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("caseId", caseId);
            data.put("inspectionId", inspectionId);
            data.put("campaignId", null);
            data.put("operatorId", operatorId);
            data.put("authority", authority);
            data.put("outcome", "issues");
            data.put(
                    "findings",
                    findings.stream()
                            .map(finding -> Map.of(
                                    "findingId", finding,
                                    "item", "q1",
                                    "severity", "major",
                                    "legalReference", "Order 11 Art. 11"))
                            .toList());
            data.put("concludedAt", "2019-09-01T02:00:00Z");
            data.put("inventedLater", true);
            return data;
        }

        public void announce(UUID eventId, long sequence) {
            TestTopics.send(
                    eventId,
                    INSPECTIONS,
                    CONCLUDED,
                    caseId,
                    authority,
                    new AggregateVersion("inspection", inspectionId, sequence),
                    data());
        }

        public String operator() {
            return Tokens.operator(operatorId);
        }

        public String order(String dueOn) {
            String items = String.join(
                    ", ",
                    findings.stream()
                            .map(finding ->
                                    """
                                    {"findingId": "%s", "measure": "put it right", "dueOn": "%s"}"""
                                            .formatted(finding, dueOn))
                            .toList());
            return """
                    {"caseId": "%s", "inspectionId": "%s", "items": [%s]}"""
                    .formatted(caseId, inspectionId, items);
        }
    }

    public static Inspected unannounced(String authority, int findings) {
        return new Inspected(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                authority,
                IntStream.range(0, findings).mapToObj(n -> UUID.randomUUID()).toList());
    }

    /** Announced and taken: the service knows it. */
    public static Inspected inspected(String authority, int findings) {
        Inspected inspected = unannounced(authority, findings);
        inspected.announce(UUID.randomUUID(), 4);
        awaitKnown(inspected);
        return inspected;
    }

    public static void awaitKnown(Inspected inspected) {
        Awaitility.await("inspection " + inspected.inspectionId())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> awaiting(inspected.authority())
                        .contains(inspected.inspectionId().toString()));
    }

    /** The ids of all inspections that await an order, page by page. */
    public static List<String> awaiting(String authority) {
        List<String> found = new java.util.ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = as(officer(authority))
                    .queryParam("limit", 200)
                    .queryParam("cursor", cursor)
                    .get("/inspections")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.inspectionId", String.class));
            cursor = page.getString("next");
        }
        return found;
    }

    public static String officer(String authority) {
        return Tokens.officer("case-officer", authority);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static ValidatableResponse put(String token, String path, long version, String body) {
        return as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(path)
                .then();
    }

    public static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    /** An order on that inspection; the id. */
    public static String order(Inspected inspected, String dueOn) {
        return as(officer(inspected.authority()))
                .body(inspected.order(dueOn))
                .post("/orders")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One statement, or verdict, for each of the order's items. */
    public static String items(String orderId, String token, String rest) {
        List<String> ids = as(token)
                .get("/orders/" + orderId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.itemId");
        return "{\"items\": ["
                + String.join(
                        ", ",
                        ids.stream()
                                .map(id -> "{\"itemId\": \"%s\", %s}".formatted(id, rest))
                                .toList())
                + "]}";
    }

    public static String state(String path, String token) {
        return as(token).get(path).then().statusCode(200).extract().path("state");
    }
}
