package org.regulus.inspection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;

/** An authority of its own with a campaign, cases, inspectors and what happens to them, through topics and the API. */
public class Stage {

    public static final String FILING = "regulus.filing.events";
    public static final String TOPIC = "regulus.inspection.events";
    public static final String DICE = "142536142536142536142536";
    public static final Duration PATIENCE = Duration.ofSeconds(40);

    public final String authority = Tokens.freshAuthority();
    public final UUID campaign = UUID.randomUUID();
    public final Map<UUID, UUID> operatorOf = new LinkedHashMap<>();

    public void cases(int count) {
        IntStream.range(0, count).forEach(i -> operatorOf.put(UUID.randomUUID(), UUID.randomUUID()));
        operatorOf.keySet().forEach(caseId -> {
            open(caseId);
            tell(UUID.randomUUID(), "filing-submitted", caseId, Map.of("riskScore", 17));
        });
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(25)).until(() -> known() == count && filed() == count);
    }

    public void open(UUID caseId) {
        open(caseId, "B");
    }

    /** @param creditClass null when the operator has none */
    public void open(UUID caseId, String creditClass) {
        Map<String, Object> opened =
                new LinkedHashMap<>(Golden.sampleTree("regulus.filing.case-opened.v1").properties().stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        opened.putAll(Map.of("campaignId", campaign, "operatorId", operatorOf.get(caseId), "authority", authority));
        if (creditClass == null) {
            opened.remove("creditClass");
        } else {
            opened.put("creditClass", creditClass);
        }
        tell(UUID.randomUUID(), "case-opened", caseId, opened);
    }

    public void tell(UUID eventId, String name, UUID caseId, Map<String, Object> data) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("caseId", caseId);
        whole.put("inventedLater", Map.of("deeper", 1));
        tellType(eventId, "regulus.filing.%s.v1".formatted(name), caseId, whole);
    }

    /** Also of a type that this service does not know. */
    public void tellType(UUID eventId, String type, UUID caseId, Map<String, Object> data) {
        TestTopics.send(eventId, FILING, type, caseId, authority, new AggregateVersion("case", caseId, 1), data);
    }

    public int known() {
        return as("case-officer").get("/cases?campaign=" + campaign).jsonPath().getInt("total");
    }

    public long filed() {
        return as("case-officer").get("/cases?campaign=" + campaign).jsonPath().getList("items.filing").stream()
                .filter("submitted"::equals)
                .count();
    }

    public void inspectors(int count) {
        for (int i = 0; i < count; i++) {
            inspector("S-" + i);
        }
    }

    public void inspector(String staffNumber) {
        as("campaign-manager")
                .body(entry(staffNumber, List.of(), true))
                .post("/inspectors")
                .then()
                .statusCode(201);
    }

    /** What the register has of an inspector. */
    public static Map<String, Object> entry(String staffNumber, List<UUID> recused, boolean active) {
        return Map.of("name", "Inspector", "staffNumber", staffNumber, "recusedOperators", recused, "active", active);
    }

    /** All cases drawn and their inspections approved, in the order of their ids. */
    public List<String> drawn(int count, int inspectors) {
        List<String> ids = unapproved(count, inspectors);
        ids.forEach(id -> approved("/inspections/" + id));
        return ids;
    }

    /** All cases drawn, in the order of their inspections' ids. */
    public List<String> unapproved(int count, int inspectors) {
        cases(count);
        inspectors(inspectors);
        Response committed = commit(count, null);
        seed("/draws/" + committed.jsonPath().getString("id"), committed.header("ETag"), DICE)
                .then()
                .statusCode(200);
        return as("case-officer")
                .get("/inspections?campaign=" + campaign)
                .jsonPath()
                .getList("items.id");
    }

    public String drawnInspection() {
        return drawn(1, 2).get(0);
    }

    /** Planned by one and approved by another, as it has to be before the operator is told anything. */
    public void approved(String path) {
        plan(path).then().statusCode(200);
        approve(path).then().statusCode(200);
    }

    public void noticed(String path) {
        as("case-officer")
                .header("If-Match", etag(path))
                .put(path + "/notice")
                .then()
                .statusCode(200);
    }

    public Response plan(String path) {
        return plan(path, null);
    }

    /** @param withoutNotice why the operator is told at its door only, or null */
    public Response plan(String path, String withoutNotice) {
        Map<String, Object> plan = new LinkedHashMap<>(Map.of(
                "basis",
                "CSL, Art. 49",
                "items",
                List.of(Map.of("code", "GP-01", "title", "Graded protection", "legalReference", "CSL, Art. 21"))));
        plan.put("withoutNotice", withoutNotice);
        return as("case-officer").header("If-Match", etag(path)).body(plan).put(path + "/plan");
    }

    public Response approve(String path) {
        return as("decision-maker").header("If-Match", etag(path)).put(path + "/plan/approval");
    }

    /** The lines of the frame, as everybody can read them. */
    public static List<String> frame(String draw) {
        return given().get(draw + "/frame")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    public Response commit(int size, String reason) {
        Map<String, Object> draw =
                new LinkedHashMap<>(Map.of("campaignId", campaign, "sampleSize", size, "seedSource", "24 dice"));
        draw.put("reason", reason);
        return as("campaign-manager").body(draw).post("/draws");
    }

    public Response seed(String path, String etag, String seed) {
        return as("campaign-manager")
                .header("If-Match", etag)
                .body(Map.of("seed", seed))
                .put(path + "/seed");
    }

    public Response fix(String path, String etag, String startsAt, String endsAt) {
        RequestSpecification request =
                as("case-officer").body(Map.of("startsAt", startsAt, "endsAt", endsAt, "place", "Room 1"));
        return (etag == null ? request : request.header("If-Match", etag)).put(path + "/interview");
    }

    public Response askForRecusal(UUID operator, String path) {
        String inspector = as("auditor").get(path).jsonPath().getString("inspectorIds[0]");
        return asOperator(operator)
                .body(Map.of("inspectorId", inspector, "ground", "near-relative", "reason", "A cousin"))
                .post(path + "/requests/recusal");
    }

    public Response conclude(String path) {
        return as("inspector").header("If-Match", etag(path)).body("{}").put(path + "/conclusion");
    }

    public String etag(String path) {
        return as("case-officer").get(path).header("ETag");
    }

    public RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.officer(role, authority)).contentType("application/json");
    }

    public static RequestSpecification asOperator(UUID operator) {
        return given().auth().oauth2(Tokens.operator(operator)).contentType("application/json");
    }
}
