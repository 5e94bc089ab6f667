package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;
import static org.regulus.sanctions.edge.Api.put;
import static org.regulus.sanctions.penalty.edge.Cases.DECIDER;
import static org.regulus.sanctions.penalty.edge.Cases.move;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.sanctions.edge.Api;

/** A case goes to another authority: what is open goes along, what was decided stays, and what is heard of its papers is heard from both. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class HandoverIT extends InSeptember2019 {

    private static final String FILING = "regulus.filing.events";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REASON = "{\"reason\": \"so it is\"}";
    private static final String GUANGXI = officer("GXCA");

    @Test
    void an_open_order_and_an_undecided_proceeding_go_along() {
        Cases it = Cases.rejected();
        String id = it.noticed();
        String order = "/orders/" + it.orderId();
        problem(as(GUANGXI).get(order).then(), 404, "order.unknown");
        problem(move(GUANGXI, id, "withdrawal", 3, Walk.REASON), 404, "proceeding.unknown");
        moved(it, "case-transferred", "GXCA", 7);
        awaitHolder(order);
        as(GUANGXI)
                .get(order)
                .then()
                .body("authority", equalTo("GXCA"))
                .body("orderNumber", startsWith("MIIT-2019-R-"))
                .body("notes.note.find { it.kind == 'taken-over' }.from", equalTo("MIIT"));
        problem(as(officer("MIIT")).get(order).then(), 404, "order.unknown");
        problem(put(officer("MIIT"), order + "/suspension", 4, REASON), 404, "order.unknown");
        problem(move(officer("MIIT"), id, "withdrawal", 4, Walk.REASON), 404, "proceeding.unknown");
        problem(move(DECIDER, id, "decision", 4, "{\"outcome\": \"no-penalty\"}"), 404, "proceeding.unknown");
        as(it.operator()).get(order).then().statusCode(200);
        as(GUANGXI)
                .get("/cases/%s/deadlines?limit=200".formatted(it.inspected().caseId()))
                .then()
                .statusCode(200);
        move(it.operator(), id, "defence", 4, Cases.WAIVER).statusCode(200);
        move(Tokens.officer("decision-maker", "GXCA"), id, "decision", 5, "{\"outcome\": \"no-penalty\"}")
                .statusCode(200)
                .body("authority", equalTo("GXCA"))
                .body("dossier.sheet.kind", hasItem("taken-over"));
        for (String type : new String[] {"rectification-taken-over", "penalty-taken-over"}) {
            String event = "regulus.sanctions." + type + ".v1";
            var told = TestTopics.await(Api.TOPIC, event, it.inspected().caseId());
            assertThat(Golden.schema(event).validate(told.tree())).isEmpty();
            assertThat(told.tree().path("formerAuthority").asText()).isEqualTo("MIIT");
        }
        // an older word that comes later changes nothing
        moved(it, "case-transferred", "MIIT", 6);
        moved(it, "jurisdiction-designated", "XJCA", 8);
        awaitAuthority(order, officer("XJCA"));
        assertThat(TestTopics.all(
                        Api.TOPIC,
                        "regulus.sanctions.rectification-taken-over.v1",
                        it.inspected().caseId()))
                .extracting(event -> event.tree().path("authority").asText())
                .containsExactly("GXCA", "XJCA");
        // decided in Guangxi, and closed there
        problem(move(officer("XJCA"), id, "publication", 7, "{}"), 404, "proceeding.unknown");
        move(GUANGXI, id, "service", 7, "{\"method\": \"mail\", \"on\": \"2019-09-20\", \"outcome\": \"served\"}")
                .statusCode(200);
    }

    @Test
    void what_was_decided_stays_with_who_decided_it() {
        Cases it = Cases.rejected();
        String id = it.fined();
        moved(it, "case-transferred", "GXCA", 7);
        awaitHolder("/orders/" + it.orderId());
        problem(as(GUANGXI).get("/proceedings/" + id).then(), 404, "proceeding.unknown");
        move(officer("MIIT"), id, "payment", 5, "{\"amountMinor\": 1000000, \"paidOn\": \"2019-09-20\"}")
                .statusCode(200)
                .body("state", equalTo("closed"));
    }

    @Test
    void findings_that_await_an_order_await_that_of_the_new_authority() {
        Api.Inspected inspected = Api.inspected("MIIT", 1);
        Cases it = new Cases(inspected, null);
        moved(it, "case-transferred", "GXCA", 7);
        Awaitility.await("the findings in Guangxi").atMost(PATIENCE).until(() -> Api.awaiting("GXCA")
                .contains(inspected.inspectionId().toString()));
        String body = inspected.order("2019-09-30");
        problem(as(officer("MIIT")).body(body).post("/orders").then(), 422, "order.inspection-unknown");
        // a later word of the former authority on the same inspection
        inspected.announce(UUID.randomUUID(), 5);
        as(GUANGXI).body(body).post("/orders").then().statusCode(201).body("orderNumber", startsWith("GXCA-2019-R-"));
    }

    @Test
    void a_paper_that_was_on_its_way_arrives_whoever_tells_of_it() {
        for (String teller : new String[] {"MIIT", "GXCA"}) {
            Cases it = Cases.rejected();
            String id = it.noticed();
            String document = Papers.issue("notice", id);
            Papers.dispatch(officer("MIIT"), document, 1, "{\"methods\": [\"post\"]}")
                    .statusCode(200);
            String undelivered = Papers.issue("notice", id);
            moved(it, "case-transferred", "GXCA", 7);
            awaitHolder("/orders/" + it.orderId());
            problem(
                    Papers.dispatch(officer("MIIT"), undelivered, 1, "{\"methods\": [\"post\"]}"),
                    404,
                    "proceeding.unknown");
            problem(Papers.dispatch(GUANGXI, undelivered, 1, "{\"methods\": [\"post\"]}"), 404, "document.unknown");
            as(GUANGXI).get("/documents/" + undelivered).then().statusCode(200);
            problem(as(officer("XJCA")).get("/documents/" + undelivered).then(), 404, "document.unknown");
            served(it, document, teller);
            Awaitility.await("the notice").atMost(PATIENCE).untilAsserted(() -> as(GUANGXI)
                    .get("/proceedings/" + id)
                    .then()
                    .body("dossier.sheet.kind", hasItem("document-served"))
                    .body("defenceUntil", equalTo("2019-09-29T16:00:00Z")));
            as(officer("MIIT")).get("/documents/" + document).then().body("state", equalTo("served"));
        }
    }

    private static void moved(Cases it, String participle, String to, long sequence) {
        String type = "regulus.filing.%s.v1".formatted(participle);
        UUID caseId = it.inspected().caseId();
        ObjectNode data = ((ObjectNode) Golden.sampleTree(type))
                .put("caseId", caseId.toString())
                .put("operatorId", it.inspected().operatorId().toString())
                .put("authority", to)
                .put("other", "MIIT")
                .put("inventedLater", true);
        TestTopics.send(
                UUID.randomUUID(),
                FILING,
                type,
                caseId,
                to,
                new AggregateVersion("jurisdiction", caseId, sequence),
                data);
    }

    private static void served(Cases it, String document, String teller) {
        String type = "regulus.notification.document-served.v1";
        UUID service = UUID.randomUUID();
        ObjectNode data = ((ObjectNode) Golden.sampleTree(type))
                .put("caseId", it.inspected().caseId().toString())
                .put("operatorId", it.inspected().operatorId().toString())
                .put("authority", teller)
                .put("serviceId", service.toString())
                .put("documentId", document)
                .put("method", "post")
                .put("servedOn", "2019-09-25");
        TestTopics.send(
                UUID.randomUUID(),
                "regulus.notification.events",
                type,
                it.inspected().caseId(),
                teller,
                new AggregateVersion("document-service", service, 1),
                data);
    }

    private static void awaitHolder(String order) {
        awaitAuthority(order, GUANGXI);
    }

    private static void awaitAuthority(String order, String officer) {
        Awaitility.await(order)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> as(officer).get(order).statusCode() == 200);
    }
}
