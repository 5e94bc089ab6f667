package org.regulus.sanctions.document.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.startsWith;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.order;
import static org.regulus.sanctions.edge.Api.problem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

/** Documents over REST: numbered, printed the same each time, with the digest that was announced. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DocumentIT {

    private static final int AT_ONCE = 24;

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    private final String authority =
            "D" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(java.util.Locale.ROOT);

    @BeforeEach
    void it_is_2_september_2019() {
        clock.moveTo(Instant.parse("2019-09-02T02:00:00Z"));
    }

    @AfterEach
    void and_now_again() {
        clock.reset();
    }

    @Test
    void an_order_on_paper_has_its_number_and_the_announced_digest() {
        Inspected it = Api.inspected(authority, 1);
        String orderId = order(it, "2019-09-30");
        String id = issue("order", orderId, "zh")
                .statusCode(201)
                .body("number", startsWith(authority + "-2019-D-"))
                .extract()
                .path("id");
        byte[] pdf = file(it.operator(), id);
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(file(officer(authority), id)).isEqualTo(pdf);
        String event = "regulus.sanctions.document-issued.v1";
        var told = TestTopics.await(Api.TOPIC, event, it.caseId());
        assertThat(Golden.schema(event).validate(told.tree())).isEmpty();
        assertThat(told.tree().get("sha256").asText()).isEqualTo(DocumentPaper.digest(pdf));
        as(it.operator())
                .get("/documents?case=" + it.caseId())
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        as(it.operator()).get("/documents/" + id).then().statusCode(200);
    }

    @Test
    void a_document_names_the_operator_that_the_directory_names() {
        Inspected it = Api.inspected(authority, 1);
        String orderId = order(it, "2019-09-30");
        enter(it, 2, "某云计算有限公司");
        enter(it, 1, "its former name, told late");
        Awaitility.await("the directory").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String id = issue("order", orderId, "zh").statusCode(201).extract().path("id");
            assertThat(said(id, "recipient")).isEqualTo("某云计算有限公司");
            assertThat(said(id, "issuer")).isEqualTo(authority);
            assertThat(said(id, "measures")).isEqualTo("put it right（限于2019年9月30日前）");
        });
    }

    private void enter(Inspected it, long sequence, String name) {
        TestTopics.send(
                UUID.randomUUID(),
                "regulus.filing.directory",
                "regulus.filing.operator-registered.v1",
                it.operatorId(),
                authority,
                new AggregateVersion("registration", it.operatorId(), sequence),
                Map.of("operatorId", it.operatorId(), "authority", authority, "name", name));
    }

    private String said(String id, String fact) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement();
                ResultSet found = run.executeQuery(
                        "select frozen -> 'facts' ->> '%s' from document where id = '%s'".formatted(fact, id))) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void many_at_once_are_numbered_without_gaps() throws Exception {
        Inspected it = Api.inspected(authority, 1);
        String orderId = order(it, "2019-09-30");
        List<Callable<String>> writers = Collections.nCopies(
                AT_ONCE,
                () -> issue("order", orderId, "en").statusCode(201).extract().path("number"));
        var pool = Executors.newFixedThreadPool(8);
        List<String> numbers = new ArrayList<>();
        for (var made : pool.invokeAll(writers)) {
            numbers.add(made.get());
        }
        pool.shutdown();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AT_ONCE)
                        .mapToObj(n -> "%s-2019-D-%06d".formatted(authority, n))
                        .toList());
    }

    @Test
    void a_document_has_its_moment_and_its_readers() {
        Inspected it = Api.inspected(authority, 1);
        String orderId = order(it, "2019-09-30");
        clock.moveTo(Instant.parse("2019-10-08T02:00:00Z"));
        String proceeding = as(officer(authority))
                .body(
                        """
                        {"caseId": "%s", "orderId": "%s", "provision": "CN-ORDER-11-22", "actOn": "2019-09-30", "kind": "fine",
                         "amountMinor": 1000000, "currency": "CNY", "facts": "not rectified"}"""
                                .formatted(it.caseId(), orderId))
                .post("/proceedings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String kind : List.of("notice", "hearing-notice", "decision", "demand")) {
            problem(issue(kind, proceeding, "zh"), 409, "document.not-yet");
        }
        problem(issue("order", UUID.randomUUID().toString(), "zh"), 404, "order.unknown");
        problem(issue("notice", UUID.randomUUID().toString(), "zh"), 404, "proceeding.unknown");
        problem(issue("poem", orderId, "zh"), 422, "request.invalid");
        String id = issue("order", orderId, "en").statusCode(201).extract().path("id");
        for (String stranger : List.of(officer("NOBODY"), Tokens.operator(UUID.randomUUID()))) {
            problem(as(stranger).get("/documents/" + id).then(), 404, "document.unknown");
            problem(as(stranger).get("/documents/" + id + "/file").then(), 404, "document.unknown");
        }
        problem(as(it.operator()).body("{}").post("/documents").then(), 403, "auth.forbidden");
        TokenRefusals.check("/documents");
        TokenRefusals.check("/documents/" + id);
    }

    private ValidatableResponse issue(String kind, String subject, String language) {
        return as(officer(authority))
                .body("""
                        {"kind": "%s", "subject": "%s", "language": "%s"}"""
                        .formatted(kind, subject, language))
                .post("/documents")
                .then();
    }

    private static byte[] file(String token, String id) {
        return as(token)
                .accept("application/pdf")
                .get("/documents/" + id + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
