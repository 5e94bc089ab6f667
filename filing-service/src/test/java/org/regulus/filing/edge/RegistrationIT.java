package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** What a register knows of an operator, who keeps it, and how it is found. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RegistrationIT {

    private static final String STANDING_CHANGED = "regulus.filing.standing-changed.v1";
    private static final String LICENSING =
            """
            {"furtherLicences": [{"licenceClass": "B25", "number": "粤B2-20044005号", "issuedBy": "GDCA",
                                  "validFrom": "2019-01-01", "validUntil": "2023-12-31"}],
             "businessTypes": ["hosting"], "furtherProvinces": ["51", "11"]}""";
    private static final String SYSTEMS =
            """
            {"systems": [{"name": "门户", "kind": "app-store", "protectionLevel": 3, "data": ["personal"], "users": 1000,
                          "hosting": "cloud", "exposure": "internet"}]}""";
    private static final String CONTACTS =
            """
            {"contacts": [{"name": "李", "role": "security", "languages": ["zh", "en"], "email": "li@one.example"}]}""";

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void officers_keep_the_licences_and_the_operator_its_systems_and_contacts() {
        Stage stage = new Stage(clock);
        String path = path(stage);
        put(stage.officer("case-officer"), path, "/licensing", LICENSING).then().statusCode(200);
        put(operator(stage), path, "/systems", SYSTEMS).then().statusCode(200);
        put(operator(stage), path, "/contacts", CONTACTS).then().statusCode(200);

        Stage.as(stage.officer("auditor"))
                .get(path)
                .then()
                .statusCode(200)
                .body("entry.name", equalTo("合成云"))
                .body("entry.status", equalTo("active"))
                .body("furtherLicences[0].validUntil", equalTo("2023-12-31"))
                .body("businessTypes", contains("hosting"))
                .body("furtherProvinces", contains("11", "51"))
                .body("systems[0].protectionLevel", equalTo(3))
                .body("contacts[0].languages", contains("zh", "en"));
        stage.importCsv(Stage.csv().replace("合成云", "合成云计算")).then().body("updated", equalTo(1));
        Stage.as(operator(stage))
                .get(path)
                .then()
                .body("entry.name", equalTo("合成云计算"))
                .body("systems", hasSize(1));
    }

    @Test
    void the_credit_class_comes_with_the_register_stays_when_it_is_not_mentioned_and_goes_with_the_case() {
        Stage stage = new Stage(clock);
        String classed =
                Stage.csv().replace("language\n", "language,credit_class\n").replace("zh\n", "zh,C\n");
        stage.importCsv(classed.replace("en\n", "en,\n"))
                .then()
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        String path = path(stage);
        assertThat(creditClass(stage, path)).isEqualTo("C");
        stage.importCsv(Stage.csv()).then().body("unchanged", equalTo(2));
        stage.importCsv(Stage.csv().replace("合成云", "合成云计算")).then().body("updated", equalTo(1));
        assertThat(creditClass(stage, path)).isEqualTo("C");

        stage.published();
        assertThat(stage.cases())
                .extracting(one -> one.getString("creditClass"))
                .containsExactlyInAnyOrder("C", null);
        for (JsonPath one : stage.cases()) {
            UUID caseId = UUID.fromString(one.getString("id"));
            JsonNode opened = TestTopics.await("regulus.filing.events", "regulus.filing.case-opened.v1", caseId)
                    .tree();
            assertThat(opened.path("creditClass").asText(null)).isEqualTo(one.getString("creditClass"));
        }

        stage.importCsv(classed.replace("zh,C", "zh,").replace("en\n", "en,\n"))
                .then()
                .body("updated", equalTo(1));
        assertThat(creditClass(stage, path)).isNull();
        stage.importCsv(classed.replace("zh,C", "zh,E").replace("en\n", "en,\n"))
                .then()
                .body("rejected", equalTo(1));
    }

    private static String creditClass(Stage stage, String path) {
        return Stage.as(stage.officer("auditor")).get(path).jsonPath().getString("entry.creditClass");
    }

    @Test
    void all_flaws_are_told_at_once_and_nothing_is_changed_unseen() {
        Stage stage = new Stage(clock);
        String path = path(stage);
        String officer = stage.officer("case-officer");
        put(officer, path, "/licensing", LICENSING.replace("B25", "Z9").replace("\"51\"", "\"99\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("registration.flawed"))
                .body("errors.pointer", contains("/furtherLicences/0/licenceClass", "/furtherProvinces"));
        put(officer, path, "/systems", SYSTEMS.replace("cloud", "attic"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("registry.hosting"));
        put(officer, path, "/contacts", CONTACTS.replace("security", "friend"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("registry.contact-role"));
        Stage.as(officer).body(SYSTEMS).put(path + "/systems").then().statusCode(428);
        Stage.as(officer)
                .header("If-Match", "\"77\"")
                .body(SYSTEMS)
                .put(path + "/systems")
                .then()
                .statusCode(412);
        Stage.as(officer).get(path).then().body("systems", hasSize(0)).body("furtherLicences", hasSize(0));
    }

    @Test
    void who_has_ceased_stays_so_and_comes_into_no_campaign() {
        Stage stage = new Stage(clock);
        String path = path(stage);
        become(stage, path, "suspended").then().statusCode(200);
        become(stage, path, "active").then().statusCode(200).body("entry.status", equalTo("active"));
        become(stage, path, "ceased").then().statusCode(200);
        become(stage, path, "active").then().statusCode(409).body("code", equalTo("registration.move-not-allowed"));
        become(stage, path, "asleep").then().statusCode(422).body("code", equalTo("registration.status-unknown"));

        Stage.as(operator(stage))
                .get(path + "/status-history")
                .then()
                .statusCode(200)
                .body("items.status", contains("suspended", "active", "ceased"))
                .body("items[0].reason", equalTo("notified"));
        Stage.as(new Stage(clock).officer("auditor"))
                .get(path + "/status-history")
                .then()
                .body("items", hasSize(0));
        assertThat(stage.published().cases()).hasSize(1);
        UUID operator = UUID.fromString(first(stage, "id"));
        assertThat(standings(stage, operator)).containsExactly("active suspended", "suspended active", "active ceased");
        assertThat(TestTopics.all("regulus.filing.events", STANDING_CHANGED, operator))
                .as("no number that the ledger would miss")
                .allSatisfy(event -> assertThat(event.attributes()).containsEntry("sequence", "1"))
                .extracting(event -> event.attributes().get("aggregateid"))
                .doesNotHaveDuplicates();
    }

    private static List<String> standings(Stage stage, UUID operator) {
        TestTopics.await("regulus.filing.events", STANDING_CHANGED, operator);
        return TestTopics.all("regulus.filing.events", STANDING_CHANGED, operator).stream()
                .map(event -> event.tree())
                .filter(event -> event.path("authority").asText().equals(stage.authority))
                .map(event -> event.path("formerStatus").asText() + " "
                        + event.path("status").asText())
                .toList();
    }

    @Test
    void another_operator_another_authority_and_other_roles_cannot() {
        Stage stage = new Stage(clock);
        String path = path(stage);
        String stranger = Tokens.operator(UUID.randomUUID());
        String elsewhere = new Stage(clock).officer("case-officer");
        for (String token : new String[] {stranger, elsewhere}) {
            Stage.as(token).get(path).then().statusCode(404).body("code", equalTo("registration.unknown"));
            for (String[] part : new String[][] {{"/systems", SYSTEMS}, {"/contacts", CONTACTS}}) {
                Stage.as(token)
                        .header("If-Match", "\"0\"")
                        .body(part[1])
                        .put(path + part[0])
                        .then()
                        .statusCode(404);
            }
        }
        for (String part : new String[] {"/licensing", "/status"}) {
            String body = part.equals("/status") ? "{\"status\": \"ceased\", \"reason\": \"r\"}" : LICENSING;
            put(operator(stage), path, part, body).then().statusCode(403);
            put(stage.officer("auditor"), path, part, body).then().statusCode(403);
            Stage.as(elsewhere)
                    .header("If-Match", "\"0\"")
                    .body(body)
                    .put(path + part)
                    .then()
                    .statusCode(404);
        }
        put(stage.officer("inspector"), path, "/systems", SYSTEMS).then().statusCode(403);
        Stage.as(Tokens.as("p").roles("partner").sign()).get(path).then().statusCode(403);
    }

    @Test
    void an_operator_is_found_by_what_is_known_of_it() {
        Stage stage = new Stage(clock);
        put(stage.officer("case-officer"), path(stage), "/licensing", LICENSING);
        put(operator(stage), path(stage), "/systems", SYSTEMS);
        """
                name=合成                          | 1
                name=成云                          | 1
                name=云                           | 1
                name=成合                          | 0
                name=synthetic m                 | 1
                name=%25                         | 0
                uscc=91350100M000100Y43          | 1
                licence=B1-20190001              | 1
                licence=粤B2-20044005号            | 1
                licence=B9                       | 0
                province=44                      | 1
                province=51                      | 1
                province=11                      | 2
                kind=cdn                         | 1
                kind=app-store                   | 1
                kind=data-centre                 | 0
                status=active                    | 2
                status=ceased                    | 0
                name=云&province=51&kind=cdn      | 1
                """
                .lines()
                .map(line -> line.split("[|]"))
                .forEach(line -> Stage.as(stage.officer("auditor"))
                        .urlEncodingEnabled(false)
                        .get("/operators?" + encoded(line[0].strip()))
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(Integer.parseInt(line[1].strip()))));
        Stage.as(new Stage(clock).officer("auditor"))
                .queryParam("licence", "粤B2-20044005号")
                .get("/operators")
                .then()
                .body("items", hasSize(0));
    }

    private static String encoded(String query) {
        return java.net.URI.create(query.replace(" ", "%20")).toASCIIString();
    }

    private static Response become(Stage stage, String path, String status) {
        return put(
                stage.officer("campaign-manager"),
                path,
                "/status",
                "{\"status\": \"%s\", \"reason\": \"notified\"}".formatted(status));
    }

    private static Response put(String token, String path, String part, String body) {
        String seen = Stage.as(token).get(path).header("ETag");
        return Stage.as(token).header("If-Match", seen).body(body).put(path + part);
    }

    /** Of the first operator: 合成云. */
    private static String path(Stage stage) {
        return "/registrations/" + first(stage, "registrationId");
    }

    private static String operator(Stage stage) {
        return Tokens.operator(UUID.fromString(first(stage, "id")));
    }

    private static String first(Stage stage, String field) {
        return Stage.as(stage.officer("auditor"))
                .get("/operators?uscc=91350100M000100Y43")
                .path("items[0]." + field);
    }
}
