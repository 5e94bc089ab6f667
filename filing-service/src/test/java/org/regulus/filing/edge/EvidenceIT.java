package org.regulus.filing.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;

/** Proofs: taken once, kept as they came, read only by those entitled, and every reading noted. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(FakeClamd.class)
class EvidenceIT {

    static final Path DIRECTORY = Path.of("target/evidence");
    static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final String ASKS_FOR_PROOF =
            """
            {"version": "3", "items": [{"id": "GP-01", "text": {"zh": "定级", "en": "Graded"}, "legalReference": "Order 11, Art. 7",
                                        "answer": {"type": "conformity", "evidence": "when-met"}}]}""";

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    /** Content of its own for each test: the store is shared, as in life. */
    static byte[] pdf(int bytes) {
        byte[] content = new byte[bytes];
        byte[] head = ("%PDF-1.7\n" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(content, (byte) 'x');
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String path(Stage stage) {
        return "/cases/%s/evidence".formatted(stage.caseId(0));
    }

    static Response upload(Stage stage, String token, String name, byte[] content) {
        return given().auth()
                .oauth2(token)
                .contentType("application/pdf")
                .queryParam("name", name)
                .body(content)
                .post(path(stage));
    }

    static Response upload(Stage stage, byte[] content) {
        return upload(stage, stage.operator(0), "定级报告.pdf", content);
    }

    static void refused(Response answer, int status, String code) {
        answer.then().log().ifValidationFails().statusCode(status).body("code", equalTo(code));
    }

    @Inject
    io.agroal.api.AgroalDataSource database;

    @Test
    void what_the_scanner_finds_something_in_is_not_kept() {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(1_000);
        byte[] virus = FakeClamd.INFECTED.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(virus, 0, content, 500, virus.length);
        refused(upload(stage, content), 422, "evidence.infected");
        assertThat(DIRECTORY.resolve(digest(content).substring(0, 2)).resolve(digest(content)))
                .doesNotExist();
        Stage.as(stage.operator(0)).get(path(stage)).then().body("items", hasSize(0));
    }

    @Test
    void a_case_has_a_thousand_files_at_most() throws Exception {
        Stage stage = new Stage(clock).published();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into evidence (id, case_id, authority, operator_id, digest, name, type, bytes, uploaded_at, uploaded_by)
                    select gen_random_uuid(), id, authority, operator_id, encode(sha256(n::text::bytea), 'hex'), 'n', 'text/plain',
                      1, now(), 'test' from case_file, generate_series(1, 1000) n where id = '%s'"""
                            .formatted(stage.caseId(0)));
        }
        refused(upload(stage, pdf(100)), 409, "evidence.too-many");
    }

    @Test
    void a_proof_is_taken_kept_as_it_came_and_every_reading_of_it_is_noted() {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(200_000);
        String at = path(stage) + "/" + digest(content);
        upload(stage, content)
                .then()
                .statusCode(201)
                .header("Location", containsString(at))
                .body("digest", equalTo(digest(content)))
                .body("type", equalTo("application/pdf"))
                .body("bytes", equalTo(content.length));

        for (String reader : List.of(stage.operator(0), stage.officer("case-officer"), stage.officer("auditor"))) {
            byte[] read = Stage.as(reader)
                    .get(at)
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Disposition", containsString("attachment; filename*=UTF-8''%E5%AE%9A"))
                    .extract()
                    .asByteArray();
            assertThat(read).isEqualTo(content);
        }
        Stage.as(stage.officer("auditor"))
                .get(path(stage) + "/readings")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].digest", equalTo(digest(content)))
                .body("items[0].readAt", startsWith("2019-06-03T01:"));
        refused(Stage.as(stage.operator(0)).get(path(stage) + "/readings"), 403, "auth.forbidden");
    }

    /** The bytes are lost; that somebody asked for them is not. */
    @Test
    void a_reading_is_noted_before_the_first_byte_goes_out() throws IOException {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(1000);
        upload(stage, content).then().statusCode(201);
        Files.delete(kept(content));
        refused(Stage.as(stage.officer("auditor")).get(path(stage) + "/" + digest(content)), 500, "server.fault");
        Stage.as(stage.officer("auditor")).get(path(stage) + "/readings").then().body("items", hasSize(1));
    }

    static Path kept(byte[] content) {
        return DIRECTORY.resolve(digest(content).substring(0, 2)).resolve(digest(content));
    }

    @Test
    void the_same_bytes_twice_are_one_proof_under_the_name_it_had_first() {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(1000);
        upload(stage, content).then().statusCode(201);
        upload(stage, stage.operator(0), "again.pdf", content)
                .then()
                .statusCode(200)
                .body("name", equalTo("定级报告.pdf"));
        Stage.as(stage.officer("case-officer")).get(path(stage)).then().body("items", hasSize(1));
    }

    @Test
    void the_same_bytes_at_once_are_one_proof() {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(100_000);
        assertThat(atOnce(stage, content, content)).containsExactlyInAnyOrder(200, 201);
    }

    @Test
    void two_at_once_do_not_exceed_the_quota_together() {
        Stage stage = new Stage(clock).published();
        assertThat(atOnce(stage, pdf(MOST_BYTES), pdf(MOST_BYTES))).containsExactlyInAnyOrder(201, 409);
        byte[] refused = pdf(MOST_BYTES);
        refused(upload(stage, refused), 409, "evidence.quota");
        assertThat(kept(refused)).doesNotExist();
        upload(stage, pdf(MOST_BYTES / 2)).then().statusCode(201);
    }

    private static List<Integer> atOnce(Stage stage, byte[] one, byte[] other) {
        String token = stage.operator(0);
        return Stream.of(one, other)
                .map(content -> CompletableFuture.supplyAsync(
                        () -> upload(stage, token, "a.pdf", content).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** A crash between the store and the database: the operator sends it again. */
    @Test
    void bytes_without_a_row_are_nobodys_until_they_are_sent_again() throws IOException {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(1000);
        Files.createDirectories(kept(content).getParent());
        Files.write(kept(content), content);
        String at = path(stage) + "/" + digest(content);
        refused(Stage.as(stage.operator(0)).get(at), 404, "evidence.unknown");
        upload(stage, content).then().statusCode(201);
        Stage.as(stage.operator(0)).get(at).then().statusCode(200);
    }

    @Test
    void others_neither_add_nor_see_a_proof() {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(1000);
        upload(stage, content).then().statusCode(201);
        refused(upload(stage, stage.operator(1), "a.pdf", pdf(1000)), 404, "case.unknown");
        refused(upload(stage, stage.officer("case-officer"), "a.pdf", pdf(1000)), 403, "auth.forbidden");
        given().body(content).post(path(stage)).then().statusCode(401);
        String elsewhere = new Stage(clock).officer("case-officer");
        for (String stranger : List.of(stage.operator(1), elsewhere)) {
            refused(Stage.as(stranger).get(path(stage)), 404, "case.unknown");
            refused(Stage.as(stranger).get(path(stage) + "/" + digest(content)), 404, "evidence.unknown");
        }
        refused(Stage.as(elsewhere).get(path(stage) + "/readings"), 404, "case.unknown");
        Stage.as(stage.officer("auditor")).get(path(stage) + "/readings").then().body("items", hasSize(0));
    }

    @Test
    void a_closed_case_takes_no_more() {
        Stage stage = new Stage(clock).published();
        UUID caseId = stage.caseId(0);
        Neighbours.tell("inspection", "inspection-concluded", caseId, Map.of("outcome", "no-issue"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stage.cases().get(0).getString("state").equals("closed"));
        refused(upload(stage, pdf(1000)), 409, "case.closed");
    }

    @Test
    void a_filing_can_name_only_proofs_of_its_own_case() {
        Stage stage = new Stage(clock).published(ASKS_FOR_PROOF);
        byte[] content = pdf(1000);
        String filing =
                """
                {"systems": [{"name": "portal", "kind": "app", "protectionLevel": 2}], "answers": [{"item": "GP-01", "answer": "yes", "evidence": ["%s"]}]}"""
                        .formatted(digest(content));
        String draft = stage.draft(0, filing).header("ETag");
        stage.submit(0, draft)
                .then()
                .statusCode(422)
                .body("code", equalTo("filing.incomplete"))
                .body("errors.code", contains("filing.evidence-unknown"))
                .body("errors.pointer", contains("/answers/0/evidence/0"));
        upload(stage, content).then().statusCode(201);
        stage.submit(0, draft).then().statusCode(200);
    }

    @Test
    void the_proofs_of_a_case_come_page_by_page() {
        Stage stage = new Stage(clock).published();
        upload(stage, pdf(1000)).then().statusCode(201);
        upload(stage, pdf(1001)).then().statusCode(201);
        Response first = Stage.as(stage.operator(0)).get(path(stage) + "?limit=1");
        first.then().statusCode(200).body("items.bytes", contains(1000));
        assertThat(first.header("Link")).contains("rel=\"next\"");
    }
}
