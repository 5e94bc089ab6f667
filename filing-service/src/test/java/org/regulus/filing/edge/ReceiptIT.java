package org.regulus.filing.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;

/** What a receipt promises: given at once, the same for ever, and checked by whoever has our public key. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ReceiptIT {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    private static JsonPath submitted(Stage stage) {
        var answer = stage.submit(0, stage.draft(0).header("ETag"));
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    @Test
    void a_submission_is_answered_with_its_receipt_and_the_same_can_be_fetched_again() {
        Stage stage = new Stage(clock).published();
        JsonPath submitted = submitted(stage);
        assertThat(submitted.getString("receipt.receipt.number"))
                .isEqualTo(stage.cases().get(0).getString("caseNumber") + "/1");
        assertThat(submitted.getString("receipt.receipt.digest")).isEqualTo(Digests.of(Stage.CONTENT));
        assertThat(submitted.getBoolean("receipt.receipt.late")).isFalse();

        for (String reader : List.of(stage.operator(0), stage.officer("case-officer"), stage.officer("auditor"))) {
            Stage.as(reader)
                    .get(path(stage, 1))
                    .then()
                    .statusCode(200)
                    .body("jws", equalTo(submitted.getString("receipt.jws")));
        }
    }

    private static String path(Stage stage, int submission) {
        return "/cases/%s/filing/receipts/%d".formatted(stage.caseId(0), submission);
    }

    @Test
    void others_get_no_receipt_and_there_is_none_of_what_was_not_submitted() {
        Stage stage = new Stage(clock).published();
        submitted(stage);
        unknown(stage.operator(1), path(stage, 1), "case.unknown");
        unknown(new Stage(clock).officer("case-officer"), path(stage, 1), "case.unknown");
        unknown(stage.operator(0), path(stage, 2), "submission.unknown");
        given().get(path(stage, 1)).then().statusCode(401);
    }

    private static void unknown(String reader, String path, String code) {
        Stage.as(reader).get(path).then().statusCode(404).body("code", equalTo(code));
    }

    @Test
    void a_receipt_is_also_a_paper_in_both_languages_and_the_same_each_time() throws Exception {
        Stage stage = new Stage(clock).published();
        JsonPath receipt = submitted(stage);
        var first = paper(stage.operator(0), stage).then().statusCode(200).contentType("application/pdf");
        first.header("Vary", equalTo("Accept"));
        byte[] pdf = first.extract().asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("网络安全自查报告回执", "Receipt of a self-evaluation report", "检查", "按期 in time")
                    .contains(
                            receipt.getString("receipt.receipt.number"),
                            "91350100M000100Y43",
                            "2019-06-03 09:0",
                            "Asia/Shanghai")
                    .contains(receipt.getString("receipt.receipt.digest"));
        }
        assertThat(paper(stage.officer("auditor"), stage).asByteArray()).isEqualTo(pdf);
        Stage.as(stage.operator(0))
                .accept("application/pdf")
                .header("If-None-Match", first.extract().header("ETag"))
                .get(path(stage, 1))
                .then()
                .statusCode(304);
        paper(stage.operator(1), stage).then().statusCode(404).body("code", equalTo("case.unknown"));
    }

    private static Response paper(String reader, Stage stage) {
        return Stage.as(reader).accept("application/pdf").get(path(stage, 1));
    }

    /** By the JDK alone, without the library that signs. */
    @Test
    void anybody_can_check_the_signature_with_the_published_key() throws Exception {
        String jws = submitted(new Stage(clock).published()).getString("receipt.jws");
        String[] parts = jws.split("\\.");
        Map<String, String> header = new JsonPath(text(parts[0])).getMap("");
        var keys = given().get("/receipts/keys").then().statusCode(200).body("keys", hasSize(2));
        keys.body("keys", everyItem(not(hasKey("d"))));
        String x = keys.extract().path("keys.find { it.kid == '%s' }.x".formatted(header.get("kid")));

        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey(Base64.getUrlDecoder().decode(x)));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(header).containsEntry("alg", "EdDSA").containsEntry("typ", "regulus-receipt+json");
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static PublicKey publicKey(byte[] littleEndian) throws Exception {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
        }
        boolean xOdd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(xOdd, new BigInteger(1, bigEndian))));
    }

    @Test
    void the_service_checks_a_receipt_and_the_content_it_is_about() {
        String jws = submitted(new Stage(clock).published()).getString("receipt.jws");
        checked("{\"jws\": \"%s\"}".formatted(jws))
                .body("genuine", equalTo(true))
                .body("receipt.submission", equalTo(1))
                .body("contentMatches", nullValue());
        checked("{\"jws\": \"%s\", \"content\": %s}".formatted(jws, Stage.CONTENT))
                .body("contentMatches", equalTo(true));
        checked("{\"jws\": \"%s\", \"content\": %s}".formatted(jws, Stage.CONTENT.replace("partly", "yes")))
                .body("genuine", equalTo(true))
                .body("contentMatches", equalTo(false));
    }

    @Test
    void whoever_changes_a_receipt_is_found_out() {
        String jws = submitted(new Stage(clock).published()).getString("receipt.jws");
        String[] parts = jws.split("\\.");
        String onTime = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text(parts[1])
                        .replace("\"late\":false", "\"late\":true")
                        .getBytes(StandardCharsets.UTF_8));
        forged(parts[0] + "." + onTime + "." + parts[2]);
        forged(header("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        forged(header("{\"alg\":\"EdDSA\",\"kid\":\"another\",\"typ\":\"regulus-receipt+json\"}") + "." + parts[1] + "."
                + parts[2]);
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "e30.e30.e30"})
    void what_is_no_receipt_is_not_genuine(String text) {
        forged(text);
    }

    private static void forged(String jws) {
        checked("{\"jws\": \"%s\"}".formatted(jws))
                .body("genuine", equalTo(false))
                .body("receipt", nullValue());
    }

    private static ValidatableResponse checked(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/receipts/verification")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }
}
