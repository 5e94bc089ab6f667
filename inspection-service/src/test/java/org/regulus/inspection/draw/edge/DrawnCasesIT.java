package org.regulus.inspection.draw.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;
import org.regulus.inspection.draw.ConsistentSampler;

/** What happens to cases and inspectors between the commitment and the seed. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DrawnCasesIT extends InJuly {

    @Test
    void what_nobody_here_knows_does_not_keep_the_next_from_being_heard() {
        UUID caseId = UUID.randomUUID();
        stage.operatorOf.put(caseId, UUID.randomUUID());
        for (String type : List.of("regulus.filing.coffee-served.v1", "regulus.filing.case-opened.v2")) {
            stage.tellType(UUID.randomUUID(), type, caseId, Map.of("caseId", List.of("of another shape")));
        }
        stage.open(caseId);
        await().atMost(Stage.PATIENCE).until(() -> stage.known() == 1);
        assertThat(TestTopics.records("regulus.inspection.dead-letters"))
                .noneMatch(letter -> caseId.toString().equals(letter.key()));
    }

    @Test
    void a_case_that_comes_under_inspection_between_commitment_and_seed_is_drawn_but_not_inspected_twice()
            throws Exception {
        stage.cases(3);
        stage.inspectors(2);
        Response committed = stage.commit(2, null);
        String path = "/draws/" + committed.jsonPath().getString("id");
        List<String> order = new ConsistentSampler(Stage.DICE)
                .order(stage.operatorOf.keySet().stream().map(UUID::toString).toList());
        UUID risky = UUID.fromString(order.get(0));
        stage.tell(UUID.randomUUID(), "risk-triaged", risky, Map.of("outcome", "inspect"));
        await().atMost(Stage.PATIENCE).until(() -> causes(risky), List.of("risk")::equals);

        stage.seed(path, committed.header("ETag"), Stage.DICE).then().statusCode(200);
        assertThat(causes(risky)).containsExactly("risk");
        Map<String, Object> risk = Map.of("caseId", risky, "reason", "already-inspected", "explanation", "For a risk");
        stage.as("campaign-manager")
                .body(risk)
                .post(path + "/replacements")
                .then()
                .statusCode(409)
                .body("code", equalTo("draw.inspection-untold"));
        assertThat(given().get(path + "/replacements").asString()).isBlank();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update inspection set told = true where case_id = '%s'".formatted(risky));
        }
        stage.as("campaign-manager")
                .body(risk)
                .post(path + "/replacements")
                .then()
                .statusCode(201)
                .body("substituteCaseId", equalTo(order.get(2)));
        assertThat(causes(risky)).containsExactly("risk");
        assertThat(causes(UUID.fromString(order.get(2)))).containsExactly("drawn");
    }

    /** Frames and replacements are public: who does not find its case in them, or finds it passed over, would know. */
    @Test
    void an_inspection_of_which_its_operator_was_not_told_changes_nothing_that_is_public() {
        stage.cases(3);
        stage.inspectors(2);
        List<String> order = new ConsistentSampler(Stage.DICE)
                .order(stage.operatorOf.keySet().stream().map(UUID::toString).toList());
        UUID risky = UUID.fromString(order.get(1));
        stage.tell(UUID.randomUUID(), "risk-triaged", risky, Map.of("outcome", "inspect"));
        await().atMost(Stage.PATIENCE).until(() -> causes(risky), List.of("risk")::equals);

        Response committed = stage.as("campaign-manager")
                .body(Map.of(
                        "campaignId",
                        stage.campaign,
                        "sampleSize",
                        1,
                        "seedSource",
                        "24 dice",
                        "frame",
                        Map.of("noRepeatMonths", 12, "yearlyCap", 1)))
                .post("/draws");
        String path = "/draws/" + committed.jsonPath().getString("id");
        assertThat(Stage.frame(path)).containsExactlyInAnyOrderElementsOf(order);
        stage.seed(path, committed.header("ETag"), Stage.DICE).then().statusCode(200);
        stage.as("campaign-manager")
                .body(Map.of("caseId", order.get(0), "reason", "operator-ceased", "explanation", "It is no more"))
                .post(path + "/replacements")
                .then()
                .statusCode(201)
                .body("substituteCaseId", equalTo(order.get(1)));
        assertThat(given().get(path + "/replacements").jsonPath().getList("replacement.skipped"))
                .isEmpty();
        assertThat(causes(risky)).containsExactly("risk");

        Response again = stage.commit(1, "Another look");
        assertThat(Stage.frame("/draws/" + again.jsonPath().getString("id")))
                .as("what was drawn is not drawn again, known or not")
                .containsExactlyInAnyOrder(order.get(0), order.get(2));
    }

    @Test
    void a_case_that_is_transferred_or_closed_before_the_seed_is_drawn_but_not_inspected_and_stays_as_it_is_known()
            throws Exception {
        stage.cases(4);
        stage.inspectors(2);
        Response committed = stage.commit(3, null);
        String path = "/draws/" + committed.jsonPath().getString("id");
        List<String> order = new ConsistentSampler(Stage.DICE)
                .order(stage.operatorOf.keySet().stream().map(UUID::toString).toList());
        Stage other = new Stage();
        TestTopics.send(
                UUID.randomUUID(),
                Stage.FILING,
                "regulus.filing.case-transferred.v1",
                UUID.fromString(order.get(0)),
                other.authority,
                new AggregateVersion("case", UUID.fromString(order.get(0)), 9),
                Map.of("caseId", order.get(0)));
        await().atMost(Stage.PATIENCE).until(() -> stage.known() == 3);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update known_case set closed = true where id = '%s'".formatted(order.get(1)));
            var seeded = CompletableFuture.supplyAsync(() -> stage.seed(path, committed.header("ETag"), Stage.DICE));
            await().atMost(Stage.PATIENCE).until(() -> waiting() > 0);
            connection.commit();
            seeded.join().then().statusCode(200);
        }

        given().get(path + "/record").then().body("result.sample.caseId", equalTo(order.subList(0, 3)));
        assertThat(other.as("auditor").get("/inspections").jsonPath().getList("items"))
                .isEmpty();
        assertThat(causes(UUID.fromString(order.get(1)))).isEmpty();
        assertThat(causes(UUID.fromString(order.get(2)))).containsExactly("drawn");
        assertThat(known(order.get(1), "closed")).isTrue();
        stage.as("campaign-manager")
                .body(Map.of("caseId", order.get(0), "reason", "case-transferred", "explanation", "It is another's"))
                .post(path + "/replacements")
                .then()
                .statusCode(201)
                .body("substituteCaseId", equalTo(order.get(3)));
    }

    @Test
    void inspectors_are_drawn_from_those_committed_to_and_whoever_drops_out_is_named() {
        stage.cases(2);
        stage.inspectors(4);
        Response committed = stage.commit(2, null);
        String path = "/draws/" + committed.jsonPath().getString("id");
        List<String> register = given().get(path + "/commitment").jsonPath().getList("inspectorRegister", String.class);
        assertThat(register).hasSize(4);
        UUID operator = stage.operatorOf.values().iterator().next();
        change(register.get(0), List.of(operator), true).then().statusCode(200);
        change(register.get(0), List.of(), true).then().statusCode(200).body("recusedOperators", hasSize(1));
        change(register.get(1), List.of(), false).then().statusCode(200);
        stage.as("campaign-manager")
                .body(Stage.entry("S-late", List.of(), true))
                .post("/inspectors")
                .then()
                .statusCode(201);

        stage.seed(path, committed.header("ETag"), Stage.DICE).then().statusCode(200);

        JsonPath record = given().get(path + "/record").jsonPath();
        assertThat(record.getList("result.inspectorRegister", String.class)).isEqualTo(register);
        String ofOperator = stage.operatorOf.keySet().iterator().next().toString();
        assertThat(record.getList("result.inspectors.find { it.caseId == '%s' }.excluded".formatted(ofOperator)))
                .isEqualTo(List.of(
                        Map.of("inspectorId", register.get(0), "reason", "recused"),
                        Map.of("inspectorId", register.get(1), "reason", "inactive")));
    }

    private Response change(String inspector, List<UUID> recused, boolean active) {
        String path = "/inspectors/" + inspector;
        String number = stage.as("auditor").get(path).jsonPath().getString("staffNumber");
        return stage.as("campaign-manager")
                .header("If-Match", stage.etag(path))
                .body(Stage.entry(number, recused, active))
                .put(path);
    }

    @Test
    void what_an_event_says_of_a_case_leaves_what_a_draw_says_at_the_same_time() throws Exception {
        stage.cases(1);
        UUID caseId = stage.operatorOf.keySet().iterator().next();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update known_case set inspected = true where id = '%s'".formatted(caseId));
            stage.tell(UUID.randomUUID(), "case-closed", caseId, Map.of());
            await().atMost(Stage.PATIENCE).until(() -> waiting() > 0);
            connection.commit();
        }
        await().atMost(Stage.PATIENCE).until(() -> known(caseId.toString(), "closed"));
        assertThat(known(caseId.toString(), "inspected")).isTrue();
    }

    /** How many sessions wait for a lock on a row of the cases. */
    private int waiting() {
        return asked(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%known_case%'",
                row -> row.getInt(1));
    }

    private boolean known(String caseId, String column) {
        return asked("select %s from known_case where id = '%s'".formatted(column, caseId), row -> row.getBoolean(1));
    }

    private List<String> causes(UUID caseId) {
        return stage.as("auditor").get("/inspections?case=" + caseId).jsonPath().getList("items.cause");
    }
}
