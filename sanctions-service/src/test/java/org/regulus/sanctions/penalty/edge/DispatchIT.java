package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.edge.Api.put;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.move;
import static org.regulus.sanctions.penalty.edge.Papers.dispatch;
import static org.regulus.sanctions.penalty.edge.Papers.issue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.sanctions.edge.Api;

/** Documents on their way to the operator: who may hand them over, which of them, and what is announced. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DispatchIT extends InSeptember2019 {

    private static final String DISPATCHED = "regulus.sanctions.document-dispatched.v1";
    private static final String BY_POST = "{\"methods\": [\"post\", \"in-person\"]}";

    @Test
    void a_document_is_handed_over_once_and_announced() {
        Cases it = Cases.ordered();
        String id = issue("order", it.orderId());
        dispatch(officer("MIIT"), id, 1, BY_POST)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("dispatched"))
                .body("methods", contains("post", "in-person"));
        problem(dispatch(officer("MIIT"), id, 2, BY_POST), 409, "document.move-not-allowed");
        var told = TestTopics.await(Api.TOPIC, DISPATCHED, it.inspected().caseId());
        assertThat(Golden.schema(DISPATCHED).validate(told.tree())).isEmpty();
        assertThat(told.tree().path("documentId").asText()).isEqualTo(id);
        assertThat(TestTopics.count(Api.TOPIC, DISPATCHED, it.inspected().caseId()))
                .isOne();
        as(it.operator()).get("/documents/" + id).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void who_may_not_and_what_is_wrong() {
        Cases it = Cases.ordered();
        String id = issue("order", it.orderId());
        problem(dispatch(it.operator(), id, 1, BY_POST), 403, "auth.forbidden");
        problem(dispatch(DECIDER, id, 1, BY_POST), 403, "auth.forbidden");
        problem(dispatch(officer("GDCA"), id, 1, BY_POST), 404, "document.unknown");
        problem(dispatch(officer("MIIT"), id, 9, BY_POST), 412, "etag.stale");
        problem(
                as(officer("MIIT"))
                        .body(BY_POST)
                        .put("/documents/%s/dispatch".formatted(id))
                        .then(),
                428,
                "etag.required");
        problem(dispatch(officer("MIIT"), id, 1, "{\"methods\": [\"electronic\"]}"), 409, "document.consent-missing");
        problem(
                        dispatch(officer("MIIT"), id, 1, "{\"methods\": [\"pigeon\", \"pigeon\"], \"consent\": \"x\"}"),
                        422,
                        "request.invalid")
                .body("errors", hasSize(4));
        put(
                        it.operator(),
                        "/orders/" + it.orderId() + "/extension-request",
                        1,
                        Api.items(it.orderId(), it.operator(), "\"dueOn\": \"2019-10-31\"")
                                .replace("]}", "], \"reason\": \"parts are late\"}"))
                .statusCode(200);
        put(DECIDER, "/orders/" + it.orderId() + "/extension", 2, "{\"granted\": true, \"reason\": \"so it is\"}")
                .statusCode(200);
        problem(dispatch(officer("MIIT"), id, 1, BY_POST), 409, "document.stale");
    }

    @Test
    void a_notice_of_a_hearing_that_was_moved_and_one_that_was_held_stay_and_so_does_who_was_recused() {
        Cases it = Cases.rejected();
        String id = Walk.grave(it).id();
        String prior = issue("notice", id);
        move(it.operator(), id, "hearing-request", 3, "{}").statusCode(200);
        move(officer("MIIT"), id, "hearing", 4, hearing("2019-09-27")).statusCode(200);
        String hearing = issue("hearing-notice", id);
        move(officer("MIIT"), id, "hearing", 5, hearing("2019-09-30")).statusCode(200);
        problem(dispatch(officer("MIIT"), hearing, 1, BY_POST), 409, "document.stale");
        problem(dispatch(officer("MIIT"), prior, 1, BY_POST), 409, "document.stale");
        String again = issue("hearing-notice", id);
        move(DECIDER, id, "recusal", 6, "{\"officer\": \"case-officer@MIIT\", \"reason\": \"kin\"}")
                .statusCode(200);
        problem(dispatch(officer("MIIT"), again, 1, BY_POST), 409, "proceeding.recused");
    }

    private static String hearing(String day) {
        return "{\"chair\": \"chen\", \"heldOn\": \"%s\"}".formatted(day);
    }
}
