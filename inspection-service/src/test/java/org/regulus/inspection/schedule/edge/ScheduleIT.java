package org.regulus.inspection.schedule.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.inspection.InJuly;
import org.regulus.inspection.Stage;

/** A proposal from its order to the published interviews, and again after an absence. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ScheduleIT extends InJuly {

    @Test
    void a_proposal_is_made_explained_changed_by_hand_and_published_and_an_absence_moves_little() {
        List<String> inspections = stage.drawn(4, 3);
        String wishing = inspections.get(0);
        UUID caseId = UUID.fromString(stage.as("case-officer")
                .get("/inspections/" + wishing)
                .jsonPath()
                .getString("caseId"));
        stage.noticed("/inspections/" + wishing);
        wish(stage.operatorOf.get(caseId), wishing).then().statusCode(200);
        assertThat(TestTopics.await(Stage.TOPIC, "regulus.inspection.wishes-stated.v1", caseId)
                        .json())
                .doesNotContain("Room");

        Response ordered = order(null);
        ordered.then().statusCode(202).body("state", equalTo("waiting"));
        String path = "/schedule-proposals/" + ordered.jsonPath().getString("id");
        ready(path);
        JsonPath planned = stage.as("auditor").get(path + "/interviews").jsonPath();
        assertThat(planned.getList("items.startsAt")).hasSize(4).doesNotContainNull();
        Map<String, Object> wished = planned.getMap("items.find { it.inspectionId == '%s' }".formatted(wishing));
        assertThat(wished).containsEntry("startsAt", "2019-08-02T01:00:00Z").containsEntry("place", "Room 3");

        Map<String, Object> other = planned.getMap("items.find { it.inspectionId != '%s' }".formatted(wishing));
        String moved = (String) other.get("inspectionId");
        adjust(path, moved, "2019-07-25T01:00:00Z", "2019-07-25T03:00:00Z")
                .then()
                .statusCode(200)
                .body("pinned", equalTo(true))
                .body("remarks.code", hasItem("notice"));
        publish(path).then().statusCode(200).body("state", equalTo("published"));

        JsonPath published = stage.as("auditor").get(path + "/interviews").jsonPath();
        assertThat(published.getList("items.outcome", String.class))
                .containsExactlyInAnyOrder("published", "published", "published", "schedule.against-the-rules");
        stage.as("case-officer")
                .get("/inspections/" + wishing + "/interview")
                .then()
                .statusCode(200)
                .body("startsAt", equalTo("2019-08-02T01:00:00Z"));
        TestTopics.await(Stage.TOPIC, "regulus.inspection.interview-scheduled.v1", caseId);
        adjust(path, moved, null, null).then().statusCode(409).body("code", equalTo("schedule.move-not-allowed"));

        String ill = stage.as("case-officer")
                .get("/inspections/" + wishing)
                .jsonPath()
                .getString("inspectorIds[0]");
        leave(ill, "2019-08-01T16:00:00Z", "2019-08-02T04:00:00Z").then().statusCode(201);
        String again = "/schedule-proposals/"
                + order(path.substring(path.lastIndexOf('/') + 1)).jsonPath().getString("id");
        ready(again);
        JsonPath replanned = stage.as("auditor").get(again + "/interviews").jsonPath();
        Map<String, Object> replaced = replanned.getMap("items.find { it.inspectionId == '%s' }".formatted(wishing));
        assertThat(replaced.get("startsAt")).isNotNull().isNotEqualTo("2019-08-02T01:00:00Z");
        publish(again).then().statusCode(200);
        TestTopics.await(Stage.TOPIC, "regulus.inspection.interview-rescheduled.v1", caseId);
    }

    @Test
    void of_two_who_publish_one_proposal_at_the_same_time_one_does() {
        String inspection = stage.drawn(1, 2).get(0);
        String path = "/schedule-proposals/" + order(null).jsonPath().getString("id");
        ready(path);
        String seen = stage.etag(path);
        List<Integer> answers =
                Stream.of(seen, seen)
                        .map(etag -> CompletableFuture.supplyAsync(() -> publish(path, etag)))
                        .toList()
                        .stream()
                        .map(one -> one.join().statusCode())
                        .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        UUID caseId = UUID.fromString(
                stage.as("auditor").get("/inspections/" + inspection).jsonPath().getString("caseId"));
        String scheduled = "regulus.inspection.interview-scheduled.v1";
        TestTopics.await(Stage.TOPIC, scheduled, caseId);
        assertThat(TestTopics.count(Stage.TOPIC, scheduled, caseId)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_planned_is_refused_and_others_see_nothing() {
        order(null).then().statusCode(422).body("code", equalTo("schedule.nothing-to-plan"));
        List<String> inspections = stage.drawn(1, 2);
        String inspection = inspections.get(0);
        String path = "/schedule-proposals/" + order(null).jsonPath().getString("id");
        Stage foreign = new Stage();
        foreign.as("case-officer").get(path).then().statusCode(404).body("code", equalTo("schedule.unknown"));
        foreign.as("case-officer").get(path + "/interviews").then().body("items", hasSize(0));
        foreign.as("case-officer")
                .header("If-Match", "\"0\"")
                .put(path + "/publication")
                .then()
                .statusCode(404);
        foreign.as("case-officer")
                .header("If-Match", "\"0\"")
                .body(Map.of("pinned", true))
                .put(path + "/interviews/" + inspection)
                .then()
                .statusCode(404);
        for (String role : List.of("auditor", "inspector")) {
            stage.as(role).body("{}").post("/schedule-proposals").then().statusCode(403);
            stage.as(role).body("{}").put(path + "/publication").then().statusCode(403);
            stage.as(role)
                    .body("{}")
                    .put(path + "/interviews/" + inspection)
                    .then()
                    .statusCode(403);
            stage.as(role)
                    .body("{}")
                    .put("/inspections/" + inspection + "/wishes")
                    .then()
                    .statusCode(403);
            stage.as(role).get("/inspectors/" + inspection + "/leaves").then().statusCode(403);
        }
        Stage.asOperator(UUID.randomUUID()).get(path).then().statusCode(403);
        wish(UUID.randomUUID(), inspection).then().statusCode(404);
        ready(path);
        adjust(path, UUID.randomUUID().toString(), null, null)
                .then()
                .statusCode(404)
                .body("code", equalTo("schedule.interview-unknown"));
        stage.as("case-officer").put(path + "/publication").then().statusCode(428);
    }

    @Test
    void wishes_and_leaves_that_end_before_they_start_are_refused_and_a_leave_can_be_taken_back() {
        String inspection = stage.drawn(1, 2).get(0);
        String inspector = stage.as("case-officer")
                .get("/inspections/" + inspection)
                .jsonPath()
                .getString("inspectorIds[0]");
        leave(inspector, "2019-08-02T01:00:00Z", "2019-08-02T01:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("leave.ends-before-it-starts"));
        String leaves = "/inspectors/" + inspector + "/leaves/";
        String leave = leave(inspector, "2019-08-02T01:00:00Z", "2019-08-02T04:00:00Z")
                .jsonPath()
                .getString("id");
        new Stage().as("campaign-manager").delete(leaves + leave).then().statusCode(404);
        stage.as("campaign-manager").delete(leaves + leave).then().statusCode(204);
        stage.as("campaign-manager").get(leaves).then().body("items", hasSize(0));
        UUID leaveId = UUID.fromString(leave);
        String directory = "regulus.inspection.directory";
        TestTopics.await(directory, "regulus.inspection.leave-noted.v1", leaveId);
        TestTopics.await(directory, "regulus.inspection.leave-withdrawn.v1", leaveId);
        stage.as("campaign-manager")
                .delete(leaves + leave)
                .then()
                .statusCode(404)
                .body("code", equalTo("leave.unknown"));
        String window =
                "{\"preferred\": [{\"startsAt\": \"2019-08-02T01:00:00Z\", \"endsAt\": \"2019-08-01T01:00:00Z\"}]}";
        stage.as("case-officer")
                .header("If-Match", stage.etag("/inspections/" + inspection))
                .body(window)
                .put("/inspections/" + inspection + "/wishes")
                .then()
                .statusCode(422)
                .body("code", equalTo("wishes.window-ends-before-it-starts"));
    }

    @Test
    void a_proposal_has_so_many_interviews_and_no_more() {
        stage.drawn(7, 2);
        order(null).then().statusCode(413).body("code", equalTo("schedule.too-many"));
    }

    @Test
    void a_proposal_that_has_grown_too_large_fails_and_those_behind_it_are_made() throws Exception {
        stage.drawn(7, 2);
        Stage other = new Stage();
        other.drawn(1, 2);
        String tooLarge = "00000000" + UUID.randomUUID().toString().substring(8);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into schedule_proposal (id, authority, campaign_id, state, first_day, days, minutes, seconds, as_of, version)
                    values ('%s', '%s', '%s', 'waiting', '2019-07-29', 12, 120, 1, '2019-07-24T02:00:00Z', 0)"""
                            .formatted(tooLarge, stage.authority, stage.campaign));
        }
        Response ordered = other.as("case-officer")
                .body(Map.of("from", "2019-07-29", "days", 12, "minutes", 120, "seconds", 1))
                .post("/schedule-proposals");
        String behind = "/schedule-proposals/" + ordered.jsonPath().getString("id");
        await().atMost(Stage.PATIENCE)
                .until(() -> other.as("auditor").get(behind).jsonPath().getString("state"), "ready"::equals);
        stage.as("auditor")
                .get("/schedule-proposals/" + tooLarge)
                .then()
                .body("state", equalTo("failed"))
                .body("failure", equalTo("schedule.too-many"));
    }

    private Response order(String basedOn) {
        Map<String, Object> wanted = new LinkedHashMap<>(
                Map.of("campaignId", stage.campaign, "from", "2019-07-29", "days", 12, "minutes", 120, "seconds", 1));
        wanted.put("basedOn", basedOn);
        return stage.as("case-officer").body(wanted).post("/schedule-proposals");
    }

    private void ready(String path) {
        await().atMost(Stage.PATIENCE)
                .until(() -> stage.as("auditor").get(path).jsonPath().getString("state"), "ready"::equals);
    }

    private Response adjust(String path, String inspection, String startsAt, String endsAt) {
        Map<String, Object> wanted = new LinkedHashMap<>(Map.of("pinned", true));
        wanted.put("startsAt", startsAt);
        wanted.put("endsAt", endsAt);
        return stage.as("case-officer")
                .header("If-Match", stage.etag(path))
                .body(wanted)
                .put(path + "/interviews/" + inspection);
    }

    private Response publish(String path) {
        return publish(path, stage.etag(path));
    }

    private Response publish(String path, String seen) {
        return stage.as("case-officer").header("If-Match", seen).put(path + "/publication");
    }

    private Response leave(String inspector, String startsAt, String endsAt) {
        return stage.as("campaign-manager")
                .body(Map.of("startsAt", startsAt, "endsAt", endsAt))
                .post("/inspectors/" + inspector + "/leaves");
    }

    private Response wish(UUID operator, String inspection) {
        return Stage.asOperator(operator)
                .header("If-Match", stage.etag("/inspections/" + inspection))
                .body(Map.of(
                        "place",
                        "Room 3",
                        "preferred",
                        List.of(Map.of("startsAt", "2019-08-02T01:00:00Z", "endsAt", "2019-08-02T03:00:00Z"))))
                .put("/inspections/" + inspection + "/wishes");
    }
}
