package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** One holds the case, the other takes it over; a third is above both. All three are fresh for each test. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class JurisdictionIT {

    private static final String TOPIC = "regulus.filing.events";

    @Inject
    MovableClock clock;

    private Stage holder;
    private Stage other;
    private String superior;
    private UUID caseId;

    @BeforeEach
    void two_authorities_and_their_superior() {
        superior = Tokens.freshAuthority();
        authority(superior, null, "[]");
        holder = new Stage(clock).published();
        other = new Stage(clock);
        authority(holder.authority, superior, "[]");
        authority(other.authority, superior, "[]");
        caseId = holder.caseId(0);
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    private static Response authority(String code, String above, String rules) {
        return Stage.as(Stage.ADMIN)
                .body(
                        """
                        {"names": {"zh": "测试局", "en": "Test authority"}, "zone": "Asia/Shanghai",
                         "superior": %s, "competence": %s}"""
                                .formatted(above == null ? "null" : "\"" + above + "\"", rules))
                .put("/authorities/" + code);
    }

    private String path() {
        return "/cases/" + caseId + "/jurisdiction";
    }

    private Response move(Stage by, String role, int seen, String move, String body) {
        return move(by.officer(role), seen, move, body);
    }

    private Response move(String token, int seen, String move, String body) {
        return Stage.as(token).header("If-Match", "\"" + seen + "\"").body(body).put(path() + "/" + move);
    }

    private static String toward(String authority) {
        return "{\"authority\": \"%s\", \"reason\": \"it works there\"}".formatted(authority);
    }

    private static final String WHY = "{\"reason\": \"agreed by telephone\"}";

    private int reads(String token, String path) {
        return Stage.as(token).get(path).statusCode();
    }

    @Test
    void a_shared_case_is_read_and_not_changed_until_the_sharing_ends() {
        String tag = holder.submit(0, holder.draft(0).header("ETag")).header("ETag");
        String reader = other.officer("case-officer");
        String filing = "/cases/" + caseId + "/filing";
        assertThat(reads(reader, "/cases/" + caseId)).isEqualTo(404);
        assertThat(reads(reader, path())).isEqualTo(404);

        move(holder, "case-officer", 0, "sharing", toward(other.authority))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("authority", equalTo(holder.authority))
                .body("readers", contains(other.authority))
                .body("steps.step", contains("case-shared"));

        for (String part : new String[] {
            "",
            "/filing",
            "/filing/submissions",
            "/filing/receipts/1",
            "/evidence",
            "/extensions",
            "/jurisdiction",
            "/questionnaire"
        }) {
            assertThat(reads(reader, "/cases/" + caseId + part)).as(part).isEqualTo(200);
        }
        Stage.as(reader).get("/cases?shared=true").then().body("items.id", hasItem(caseId.toString()));
        Stage.as(reader).get("/cases").then().body("items", empty());
        Stage.as(reader)
                .header("If-Match", tag)
                .body("{}")
                .put(filing + "/acceptance")
                .then()
                .statusCode(404);
        move(other, "case-officer", 1, "sharing", toward(superior)).then().statusCode(404);
        var announced = TestTopics.await(TOPIC, "regulus.filing.case-shared.v1", caseId);
        assertThat(announced.tree().path("readers").get(0).asText()).isEqualTo(other.authority);

        move(holder, "case-officer", 1, "sharing-end", toward(other.authority))
                .then()
                .statusCode(200);
        assertThat(reads(reader, filing)).isEqualTo(404);
    }

    @Test
    void a_transferred_case_is_the_others_with_all_that_is_in_it_and_the_former_goes_on_reading() {
        String tag = holder.submit(0, holder.draft(0).header("ETag")).header("ETag");
        String operator = holder.operator(0);
        String assignment = "/cases/" + caseId + "/assignment";
        Stage.as(holder.officer("case-officer"))
                .header(
                        "If-Match",
                        Stage.as(holder.officer("auditor")).get(assignment).header("ETag"))
                .body("{\"officer\": \"me\"}")
                .put(assignment)
                .then()
                .statusCode(200);
        move(holder, "case-officer", 0, "transfer-proposal", toward(other.authority))
                .then()
                .statusCode(200)
                .body("state", equalTo("transfer-proposed"))
                .body("proposedTo", equalTo(other.authority));
        move(other, "case-officer", 1, "acceptance", WHY).then().statusCode(403);
        move(holder, "decision-maker", 1, "acceptance", WHY)
                .then()
                .statusCode(403)
                .body("code", equalTo("jurisdiction.not-a-party"));

        move(other, "decision-maker", 1, "acceptance", WHY)
                .then()
                .statusCode(200)
                .body("authority", equalTo(other.authority))
                .body("state", equalTo("settled"))
                .body("proposedTo", nullValue())
                .body("readers", contains(holder.authority));

        TestTopics.await(TOPIC, "regulus.filing.case-transferred.v1", caseId);
        assertThat(Stage.as(operator).get("/cases/" + caseId).jsonPath().getString("authority"))
                .isEqualTo(other.authority);
        Stage.as(other.officer("auditor")).get(assignment).then().body("officer", nullValue());
        accept(holder, tag).then().statusCode(404);
        String seen = Stage.as(other.officer("case-officer"))
                .get("/cases/" + caseId + "/filing")
                .header("ETag");
        assertThat(seen).as("who was about to change it is stale").isNotEqualTo(tag);
        accept(other, seen).then().statusCode(200);
        assertThat(reads(holder.officer("auditor"), "/cases/" + caseId + "/filing"))
                .isEqualTo(200);
        assertThat(TestTopics.await(TOPIC, "regulus.filing.filing-accepted.v1", caseId)
                        .tree()
                        .path("authority")
                        .asText())
                .isEqualTo(other.authority);
    }

    private Response accept(Stage by, String seen) {
        return Stage.as(by.officer("case-officer"))
                .header("If-Match", seen)
                .body("{}")
                .put("/cases/" + caseId + "/filing/acceptance");
    }

    @Test
    void when_two_do_not_agree_their_common_superior_designates() {
        String officer = Tokens.officer("case-officer", superior);
        String decider = Tokens.officer("decision-maker", superior);
        move(holder, "case-officer", 0, "transfer-proposal", toward(other.authority));
        assertThat(reads(officer, path())).isEqualTo(404);
        move(other, "case-officer", 1, "dispute", WHY)
                .then()
                .statusCode(200)
                .body("state", equalTo("disputed"))
                .body("superior", equalTo(superior));
        assertThat(reads(officer, path())).isEqualTo(200);
        move(other, "decision-maker", 2, "designation", toward(other.authority))
                .then()
                .statusCode(403);
        move(decider, 2, "designation", toward(superior))
                .then()
                .statusCode(409)
                .body("code", equalTo("jurisdiction.not-registered"));
        move(decider, 2, "designation", toward(other.authority))
                .then()
                .statusCode(200)
                .body("authority", equalTo(other.authority));
        assertThat(reads(officer, path())).as("its part is done").isEqualTo(404);
        TestTopics.await(TOPIC, "regulus.filing.jurisdiction-designated.v1", caseId);
    }

    @Test
    void who_opened_a_case_first_may_claim_a_later_one_that_it_may_read() {
        String operator = holder.operator(0);
        Response reported = Stage.as(operator)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"authority": "%s", "title": "leak", "description": "a leak", "grade": "general",
                         "discoveredAt": "2019-06-03T00:30:00Z"}"""
                                .formatted(other.authority))
                .post("/risk-reports");
        reported.then().statusCode(201);
        String own = reported.path("caseId");
        move(holder, "case-officer", 0, "sharing", toward(other.authority));
        String claim = "{\"ownCaseId\": \"%s\", \"reason\": \"ours came first\"}";
        move(other, "case-officer", 1, "claim", claim.formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
        move(other, "case-officer", 1, "claim", claim.formatted(own))
                .then()
                .statusCode(409)
                .body("code", equalTo("jurisdiction.first-to-open"));
        move(holder, "case-officer", 1, "claim", claim.formatted(caseId)).then().statusCode(422);
    }

    @Test
    void only_a_competent_authority_that_has_the_operator_takes_a_case_over() {
        authority(
                        other.authority,
                        superior,
                        """
                        [{"id": "elsewhere", "legalSource": "Art. 9", "provinces": ["31"]}]""")
                .then()
                .statusCode(200);
        String proposal = "transfer-proposal";
        move(holder, "case-officer", 0, proposal, toward(other.authority))
                .then()
                .statusCode(422)
                .body("code", equalTo("jurisdiction.not-competent"));
        move(holder, "case-officer", 0, proposal, toward(superior))
                .then()
                .statusCode(409)
                .body("code", equalTo("jurisdiction.not-registered"));
        move(holder, "case-officer", 0, proposal, toward("NOBODY"))
                .then()
                .statusCode(422)
                .body("code", equalTo("jurisdiction.authority-unknown"));
        move(holder, "case-officer", 0, proposal, toward(holder.authority))
                .then()
                .statusCode(422);
        Stage.as(holder.officer("case-officer")).get(path()).then().body("steps", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "sharing, auditor", "sharing-end, inspector", "transfer-proposal, campaign-manager", "claim, auditor",
        "acceptance, case-officer", "decline, decision-maker", "dispute, auditor", "designation, case-officer"
    })
    void each_move_has_its_role_and_is_no_business_of_operators(String move, String wrongRole) {
        move(holder, wrongRole, 0, move, toward(other.authority)).then().statusCode(403);
        move(holder.operator(0), 0, move, toward(other.authority)).then().statusCode(403);
        assertThat(reads(holder.operator(0), path())).isEqualTo(403);
    }

    @Test
    void two_at_the_same_time_are_told_apart_by_the_etag() {
        move(holder, "case-officer", 0, "sharing", toward(other.authority))
                .then()
                .statusCode(200);
        move(holder, "case-officer", 0, "sharing", toward(superior)).then().statusCode(412);
        Stage.as(holder.officer("case-officer"))
                .body(toward(superior))
                .put(path() + "/sharing")
                .then()
                .statusCode(428);
        move(holder, "case-officer", 1, "sharing", toward(other.authority))
                .then()
                .statusCode(409)
                .body("code", equalTo("jurisdiction.shared-already"));
    }

    @Test
    void a_risk_report_that_names_no_authority_goes_to_the_one_that_is_competent() {
        UUID operator = UUID.fromString(holder.cases().get(1).getString("operatorId"));
        Stage.as(Tokens.operator(operator))
                .get("/operators/" + operator)
                .jsonPath()
                .getList("authority", String.class)
                .forEach(code -> authority(code, null, NOWHERE));
        report(operator).then().statusCode(422).body("code", equalTo("risk.authority-needed"));
        authority(holder.authority, null, "[]");
        authority(other.authority, null, "[]");
        report(operator).then().statusCode(422).body("detail", containsString(other.authority));
        authority(other.authority, null, NOWHERE);
        report(operator).then().statusCode(201).body("authority", equalTo(holder.authority));
    }

    private static final String NOWHERE = "[{\"id\": \"a\", \"legalSource\": \"b\", \"leastProvinces\": 30}]";

    private static Response report(UUID operator) {
        return Stage.as(Tokens.operator(operator))
                .body(
                        """
                        {"title": "leak", "description": "a leak", "grade": "general", "discoveredAt": "2019-06-03T00:30:00Z"}""")
                .post("/risk-reports");
    }

    @Test
    void an_operator_learns_who_is_competent_for_it_and_by_which_rule() {
        authority(
                holder.authority,
                superior,
                """
                [{"id": "hosting", "legalSource": "Telecom Regulations Art. 9", "licenceClasses": ["B11"], "mostProvinces": 1}]""");
        String id = holder.cases().get(0).getString("operatorId");
        String list = "/operators/" + id + "/competent-authorities";
        Stage.as(holder.operator(0))
                .get(list)
                .then()
                .statusCode(200)
                .body("find { it.authority == '%s' }.rule".formatted(holder.authority), equalTo("hosting"));
        assertThat(reads(Tokens.operator(UUID.randomUUID()), list)).isEqualTo(404);
        assertThat(reads(Tokens.officer("case-officer", superior), list)).isEqualTo(404);
    }

    @Test
    void the_rules_of_an_authority_are_checked_and_nobody_answers_to_itself() {
        authority(holder.authority, superior, "[{\"id\": \"\", \"provinces\": [\"99\"]}]")
                .then()
                .statusCode(422)
                .body("code", equalTo("authority.competence"))
                .body(
                        "errors.pointer",
                        contains("/competence/0/id", "/competence/0/legalSource", "/competence/0/provinces/0"));
        authority(superior, holder.authority, "[]").then().statusCode(422).body("code", equalTo("authority.superior"));
        authority(superior, "NOBODY", "[]").then().statusCode(422);
        authority(superior, null, "[], \"level\": \"galactic\"").then().statusCode(422);
        authority(superior, null, "[], \"level\": \"sector\"")
                .then()
                .statusCode(200)
                .body("level", equalTo("sector"));
    }
}
