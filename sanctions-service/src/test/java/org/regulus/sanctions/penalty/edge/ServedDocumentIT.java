package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.penalty.edge.Papers.dispatch;
import static org.regulus.sanctions.penalty.edge.Papers.issue;

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
import org.regulus.sanctions.edge.Api;

/** What the notification-service tells of documents starts the clocks here: once, in any order, and only of the document that it is about. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ServedDocumentIT extends InSeptember2019 {

    private static final String TOPIC = "regulus.notification.events";
    private static final String BY_POST = "{\"methods\": [\"post\"]}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID service = UUID.randomUUID();

    @Test
    void a_decision_served_by_public_notice_is_served_once_and_payable_from_then_on() {
        Cases it = Cases.rejected();
        String proceeding = it.fined();
        String document = onItsWay("decision", proceeding);
        tell(it, document, "undeliverable", 1, "triedOn", "2019-09-23", "post");
        tell(it, document, "published", 2, "publishedOn", "2019-09-24", null);
        UUID served = tell(it, document, "served", 3, "servedOn", "2019-11-25", "public-notice");
        tell(served, it, document, "served", 3, "servedOn", "2019-11-25", "public-notice");
        tell(it, document, "undeliverable", 1, "triedOn", "2019-09-23", "post");
        awaitState("/documents/" + document, "served");
        as(officer("MIIT"))
                .get("/proceedings/" + proceeding)
                .then()
                .body("state", equalTo("served"))
                .body("decision.payUntil", equalTo("2019-12-10"))
                .body("dossier.sheet.kind", hasItem("service-failed"))
                .body("dossier.sheet.find { it.kind == 'served' }.on", equalTo("2019-09-24"))
                .body("dossier.sheet.find { it.kind == 'served' }.effectiveOn", equalTo("2019-11-25"));
        // the same case, so the same partition: when this one is known, those before were handled
        String last = onItsWay("order", it.orderId());
        tell(it, last, "served", 1, "servedOn", "2019-09-25", "post");
        awaitState("/documents/" + last, "served");
        assertThat(TestTopics.count(
                        Api.TOPIC,
                        "regulus.sanctions.penalty-served.v1",
                        it.inspected().caseId()))
                .isOne();
    }

    @Test
    void a_notice_that_arrives_later_gives_time_from_then_on() {
        Cases it = Cases.rejected();
        String proceeding = it.noticed();
        String document = onItsWay("notice", proceeding);
        tell(it, document, "served", 1, "servedOn", "2019-09-25", "post");
        awaitState("/documents/" + document, "served");
        String event = "regulus.sanctions.penalty-document-served.v1";
        var told = TestTopics.await(Api.TOPIC, event, it.inspected().caseId());
        assertThat(Golden.schema(event).validate(told.tree())).isEmpty();
        as(it.operator())
                .get("/proceedings/" + proceeding)
                .then()
                .body("defenceUntil", equalTo(told.tree().path("defenceUntil").asText()))
                .body("defenceUntil", equalTo("2019-09-29T16:00:00Z"));
    }

    @Test
    void an_order_that_was_served_says_so() {
        Cases it = Cases.ordered();
        String document = onItsWay("order", it.orderId());
        tell(it, document, "refused", 1, "refusedOn", "2019-09-21", "in-person");
        tell(it, document, "served", 2, "servedOn", "2019-09-22", "left");
        awaitState("/documents/" + document, "served");
        as(it.operator())
                .get("/orders/" + it.orderId())
                .then()
                .body("notes.note.find { it.kind == 'served' }.on", equalTo("2019-09-22"));
        TestTopics.await(
                Api.TOPIC,
                "regulus.sanctions.rectification-served.v1",
                it.inspected().caseId());
    }

    @Test
    void what_is_not_about_the_document_or_unheard_of_stops_nobody() {
        Cases it = Cases.rejected();
        String document = onItsWay("notice", it.noticed());
        Cases other = Cases.ordered();
        String otherDocument = onItsWay("order", other.orderId());
        tell(other, document, "served", 1, "servedOn", "2019-09-25", "post");
        tell(other, UUID.randomUUID().toString(), "served", 1, "servedOn", "2019-09-25", "post");
        tell(other, otherDocument, "served", 1, "servedOn", "2019-09-25", "pigeon");
        TestTopics.send(
                TOPIC,
                "regulus.notification.document-eaten.v1",
                other.inspected().caseId(),
                "MIIT",
                new AggregateVersion("document-service", service, 1),
                "not json");
        tell(other, otherDocument, "served", 1, "servedOn", "2019-09-25", "post");
        awaitState("/documents/" + otherDocument, "served");
        as(officer("MIIT")).get("/documents/" + document).then().body("state", not(equalTo("served")));
    }

    private static String onItsWay(String kind, String subject) {
        String document = issue(kind, subject);
        dispatch(officer("MIIT"), document, 1, BY_POST).statusCode(200);
        return document;
    }

    private static void awaitState(String path, String state) {
        Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Api.state(path, officer("MIIT")), state::equals);
    }

    private UUID tell(Cases it, String document, String word, long sequence, String day, String on, String method) {
        return tell(UUID.randomUUID(), it, document, word, sequence, day, on, method);
    }

    private UUID tell(
            UUID event, Cases it, String document, String word, long sequence, String day, String on, String method) {
        String type = "regulus.notification.document-%s.v1".formatted(word);
        ObjectNode data = ((ObjectNode) Golden.sampleTree(type))
                .put("caseId", it.inspected().caseId().toString())
                .put("operatorId", it.inspected().operatorId().toString())
                .put("authority", "MIIT")
                .put("serviceId", service.toString())
                .put("documentId", document)
                .put(day, on)
                .put("inventedLater", true);
        if (method != null) {
            data.put("method", method);
        }
        return TestTopics.send(
                event,
                TOPIC,
                type,
                it.inspected().caseId(),
                "MIIT",
                new AggregateVersion("document-service", service, sequence),
                data);
    }
}
