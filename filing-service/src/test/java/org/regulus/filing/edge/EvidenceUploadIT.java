package org.regulus.filing.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.regulus.filing.edge.EvidenceIT.DIRECTORY;
import static org.regulus.filing.edge.EvidenceIT.MOST_BYTES;
import static org.regulus.filing.edge.EvidenceIT.kept;
import static org.regulus.filing.edge.EvidenceIT.path;
import static org.regulus.filing.edge.EvidenceIT.pdf;
import static org.regulus.filing.edge.EvidenceIT.refused;
import static org.regulus.filing.edge.EvidenceIT.sha256;
import static org.regulus.filing.edge.EvidenceIT.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;

/** What is taken as a proof, and what is not. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(FakeClamd.class)
class EvidenceUploadIT {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void what_is_no_proof_is_refused_and_leaves_nothing_behind() throws IOException {
        Stage stage = new Stage(clock).published();
        byte[] page = "<html><body>no proof</body></html>".getBytes(StandardCharsets.UTF_8);
        byte[] tooLarge = pdf(MOST_BYTES + 1);
        refused(upload(stage, new byte[0]), 422, "evidence.empty");
        refused(upload(stage, page), 422, "evidence.type");
        refused(upload(stage, tooLarge), 413, "evidence.too-large");
        refused(upload(stage, stage.operator(0), " ", pdf(100)), 422, "evidence.name");
        refused(upload(stage, stage.operator(0), "a\nb", pdf(100)), 422, "evidence.name");
        assertThat(kept(page)).doesNotExist();
        assertThat(kept(tooLarge)).doesNotExist();
        Stage.as(stage.operator(0)).get(path(stage)).then().body("items", hasSize(0));
        try (Stream<Path> left = Files.list(DIRECTORY)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void what_it_is_its_content_tells_and_not_its_sender() {
        Stage stage = new Stage(clock).published();
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 1, 2, 3, 4, 5, 6};
        upload(stage, stage.operator(0), "report.pdf", png)
                .then()
                .statusCode(201)
                .body("type", equalTo("image/png"));
    }

    /** Nobody says beforehand how long it is; it is cut at the limit. */
    @Test
    void a_body_without_a_length_has_the_same_limit() throws Exception {
        Stage stage = new Stage(clock).published();
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s?name=a.pdf".formatted(RestAssured.port, path(stage))))
                .header("Authorization", "Bearer " + stage.operator(0))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(pdf(MOST_BYTES + 1))))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("evidence.too-large");
    }

    @Test
    void a_form_is_told_to_come_without_its_wrapping() {
        Stage stage = new Stage(clock).published();
        refused(
                given().auth()
                        .oauth2(stage.operator(0))
                        .multiPart("file", "a.pdf", pdf(100))
                        .queryParam("name", "a.pdf")
                        .post(path(stage)),
                415,
                "media-type.unsupported");
    }

    @Test
    void an_upload_that_is_not_what_its_digest_promises_is_refused() {
        Stage stage = new Stage(clock).published();
        byte[] content = pdf(1000);
        refused(promised(stage, content, sha256(pdf(1000))), 422, "evidence.digest");
        promised(stage, content, sha256(content)).then().statusCode(201);
    }

    private static Response promised(Stage stage, byte[] content, byte[] digest) {
        return given().auth()
                .oauth2(stage.operator(0))
                .header(
                        "Content-Digest",
                        "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(digest)))
                .queryParam("name", "a.pdf")
                .contentType("application/pdf")
                .body(content)
                .post(path(stage));
    }
}
