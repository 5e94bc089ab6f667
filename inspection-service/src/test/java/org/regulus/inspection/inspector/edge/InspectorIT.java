package org.regulus.inspection.inspector.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.inspection.Stage;

/** The register of inspectors: who is on it once, and where each is invited. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class InspectorIT {

    private final Stage stage = new Stage();

    @Test
    void the_register_tells_where_an_inspector_is_invited() {
        Map<String, Object> entry = new HashMap<>(
                Map.of("name", "Inspector", "staffNumber", "S-1", "recusedOperators", List.of(), "active", true));
        entry.put("email", "nowhere");
        stage.as("campaign-manager").body(entry).post("/inspectors").then().statusCode(422);
        entry.put("email", "one@regulator.example");
        String path =
                stage.as("campaign-manager").body(entry).post("/inspectors").header("Location");
        path = path.substring(path.indexOf("/inspectors/"));
        entry.remove("email");
        entry.put("languages", List.of("en"));
        stage.as("campaign-manager")
                .header("If-Match", stage.etag(path))
                .body(entry)
                .put(path)
                .then()
                .statusCode(200);
        UUID inspector = UUID.fromString(path.substring("/inspectors/".length()));
        String type = "regulus.inspection.inspector-registered.v1";
        await("both entries").until(() -> TestTopics.count("regulus.inspection.directory", type, inspector) == 2);
        List<TestTopics.Received> told = TestTopics.all("regulus.inspection.directory", type, inspector);
        assertThat(told)
                .extracting(one -> one.tree().path("email").asText())
                .containsExactly("one@regulator.example", "");
        assertThat(told).extracting(one -> one.tree().path("language").asText()).containsExactly("zh", "en");
        assertThat(told)
                .allMatch(one -> Golden.schema(type).validate(one.tree()).isEmpty());
    }

    @Test
    void a_staff_number_is_taken_once() {
        stage.inspectors(2);
        List<String> ids = stage.as("auditor").get("/inspectors").jsonPath().getList("items.id");
        Map<String, Object> first =
                Map.of("name", "Other", "staffNumber", "S-0", "recusedOperators", List.of(), "active", true);
        stage.as("campaign-manager")
                .body(first)
                .post("/inspectors")
                .then()
                .statusCode(409)
                .body("code", equalTo("inspector.staff-number-taken"));
        stage.as("campaign-manager")
                .header("If-Match", stage.etag("/inspectors/" + ids.get(1)))
                .body(first)
                .put("/inspectors/" + ids.get(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("inspector.staff-number-taken"));
    }

    @Test
    void of_many_who_register_one_staff_number_at_the_same_time_one_does_and_the_others_are_told_why() {
        String body = "{\"name\": \"One\", \"staffNumber\": \"S-9\", \"recusedOperators\": [], \"active\": true}";
        List<Response> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> stage.as("campaign-manager").body(body).post("/inspectors")))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        assertThat(answers).filteredOn(one -> one.statusCode() == 409).allSatisfy(one -> one.then()
                .body("code", equalTo("inspector.staff-number-taken")));
    }
}
