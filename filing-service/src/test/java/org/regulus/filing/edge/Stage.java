package org.regulus.filing.edge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** An authority of its own for each test, with two operators and, when asked, a published campaign; all made through the API. */
final class Stage {

    static final Instant JUNE = Instant.parse("2019-06-03T01:00:00Z");
    static final Instant DUE = Instant.parse("2019-07-15T16:00:00Z");
    static final String ADMIN = Tokens.as("admin").roles("platform-admin").sign();
    static final String CONTENT =
            """
            {"systems": [{"name": "portal", "kind": "app", "protectionLevel": 2}],
             "answers": [{"item": "GP-01", "answer": "yes"}, {"item": "GP-02", "answer": "partly", "reason": "in progress"}]}""";
    private static final String[] CODES = {"91350100M000100Y43", "914403001922038216"};

    final String authority = Tokens.freshAuthority();
    UUID campaignId;
    String campaignTag;

    Stage(MovableClock clock) {
        clock.moveTo(JUNE);
        as(ADMIN)
                .body("{\"names\": {\"zh\": \"测试局\", \"en\": \"Test authority\"}, \"zone\": \"Asia/Shanghai\"}")
                .put("/authorities/" + authority)
                .then()
                .statusCode(200);
        importCsv(csv()).then().body("state", equalTo("completed")).body("imported", equalTo(2));
    }

    static String csv() {
        return "uscc,name,province,licence_class,licence_number,system_kinds,notice_email,language\n"
                + CODES[0] + ",合成云,44,B11,B1-20190001,cdn;public-cloud,a@one.example,zh\n"
                + CODES[1] + ",Synthetic Mail,11,B25,B2-20190002,email,b@two.example,en\n";
    }

    /** The import when it is over. */
    Response importCsv(String csv) {
        Response submitted = submitImport(csv.getBytes(StandardCharsets.UTF_8), "text/csv; charset=UTF-8", false);
        submitted.then().statusCode(202);
        return over(submitted);
    }

    Response submitImport(byte[] file, String type, boolean dryRun) {
        return given().auth()
                .oauth2(officer("campaign-manager"))
                .contentType(type)
                .queryParam("dryRun", dryRun)
                .body(file)
                .post("/operators/imports");
    }

    Response over(Response submitted) {
        String path = "/operators/imports/" + submitted.path("id");
        Response[] last = new Response[1];
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    last[0] = as(officer("auditor")).get(path);
                    return last[0].path("finishedAt") != null;
                });
        return last[0];
    }

    String officer(String role) {
        return Tokens.officer(role, authority);
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static String campaign(String code) {
        return campaign(
                code,
                """
                {"version": "1", "items": [
                   {"id": "GP-01", "text": {"zh": "定级", "en": "Graded"}, "legalReference": "Order 11, Art. 7"},
                   {"id": "GP-02", "text": {"zh": "备案", "en": "Filed"}, "legalReference": "Order 11, Art. 8"}]}""");
    }

    static String campaign(String code, String questionnaire) {
        return """
                {"code": "%s", "titles": {"zh": "检查", "en": "Campaign"}, "ruleSet": "CN-MIIT-2019", "legalBasis": "Order 11",
                 "scope": {"provinces": [], "licenceClasses": [], "systemKinds": []},
                 "questionnaire": %s,
                 "filingOpensOn": "2019-06-03", "filingDueOn": "2019-07-15"}"""
                .formatted(code, questionnaire);
    }

    Stage published() {
        return publishedAs(campaign("NS"));
    }

    Stage published(String questionnaire) {
        return publishedAs(campaign("NS", questionnaire));
    }

    Stage publishedAs(String content) {
        Response drafted = as(officer("campaign-manager")).body(content).post("/campaigns");
        drafted.then().statusCode(201);
        campaignId = UUID.fromString(drafted.jsonPath().getString("id"));
        Response published = as(officer("campaign-manager"))
                .header("If-Match", drafted.header("ETag"))
                .body("{}")
                .put("/campaigns/" + campaignId + "/publication");
        published.then().statusCode(200);
        campaignTag = published.header("ETag");
        return this;
    }

    List<JsonPath> cases() {
        JsonPath page =
                as(officer("case-officer")).get("/cases?campaign=" + campaignId).jsonPath();
        return java.util.stream.IntStream.range(0, page.getList("items").size())
                .mapToObj(i -> new JsonPath(page.prettify()).setRootPath("items[%d]".formatted(i)))
                .toList();
    }

    UUID caseId(int index) {
        return UUID.fromString(cases().get(index).getString("id"));
    }

    String operator(int index) {
        return Tokens.operator(UUID.fromString(cases().get(index).getString("operatorId")));
    }

    /** The answer to the first draft. */
    Response draft(int index) {
        return draft(index, CONTENT);
    }

    Response draft(int index, String content) {
        return as(operator(index))
                .header("If-None-Match", "*")
                .body(content)
                .put("/cases/" + caseId(index) + "/filing");
    }

    Response submit(int index, String etag) {
        return as(operator(index))
                .header("If-Match", etag)
                .body("{}")
                .put("/cases/" + caseId(index) + "/filing/submission");
    }

    Response move(int index, String move, String etag, String body) {
        return as(officer("case-officer"))
                .header("If-Match", etag)
                .body(body)
                .put("/cases/" + caseId(index) + "/filing/" + move);
    }

    /** Asks again while news of the neighbours, which other tests send as well, is still being taken in. */
    Response complete() {
        Response[] last = new Response[1];
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            last[0] = tryComplete();
            return !"campaign.news-pending".equals(last[0].path("code"));
        });
        return last[0];
    }

    Response tryComplete() {
        String path = "/campaigns/" + campaignId;
        String manager = officer("campaign-manager");
        return as(manager)
                .header("If-Match", as(manager).get(path).header("ETag"))
                .body("{}")
                .put(path + "/completion");
    }
}
