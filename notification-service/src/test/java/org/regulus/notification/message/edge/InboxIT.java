package org.regulus.notification.message.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** The inbox, and the rules by which it fills. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class InboxIT {

    /** An authority that no other test tells of: the inboxes of its roles are this class's own. */
    private final Told told = Told.anew("INBX" + (char) ('A' + made++));

    private static int made = 0;

    @Test
    void each_recipient_of_an_event_finds_it_once_also_when_it_comes_twice() {
        UUID event = Told.id();
        told.tell(event, "filing.filing-overdue");
        told.tell(event, "filing.filing-overdue");
        told.tell("filing.filing-submitted");
        Told.await("both").until(() -> templates(officer("case-officer")).size() == 2);
        assertThat(templates(told.operator())).containsExactly("filing-overdue");
        assertThat(templates(officer("case-officer"))).containsExactly("filing-overdue", "filing-submitted");
        assertThat(templates(officer("inspector"))).isEmpty();
        as(told.operator())
                .get("/inbox")
                .then()
                .body("items[0].aboutEventId", equalTo(event.toString()))
                .body("items[0].zh.subject", equalTo("自查报告逾期"))
                .body("items[0].en.facts[0].label", equalTo("It was due on"))
                .body("items[0].en.facts[0].value", equalTo("15 July 2019"));
    }

    @Test
    void a_receipt_is_of_the_person_who_read_and_of_the_first_time() {
        told.tell("filing.filing-submitted");
        String one = officer("case-officer");
        String other = Tokens.as("another")
                .roles("case-officer")
                .authority(told.authority())
                .sign();
        Told.await("it").until(() -> templates(one).size() == 1);
        String id = as(one).get("/inbox").path("items[0].id");
        as(one).put("/inbox/" + id + "/reading").then().statusCode(204);
        String readAt = as(one).get("/inbox?unread=false").path("items[0].readAt");
        as(one).put("/inbox/" + id + "/reading").then().statusCode(204);
        as(one).get("/inbox?unread=false").then().body("items.readAt", equalTo(List.of(readAt)));
        as(one).get("/inbox?unread=true").then().body("items", hasSize(0));
        as(one).get("/inbox/unread").then().body("unread", equalTo(0)).body("more", equalTo(false));
        as(other).get("/inbox?unread=true").then().body("items", hasSize(1));
        as(other).get("/inbox/unread").then().body("unread", equalTo(1));
    }

    @Test
    void an_officer_says_once_that_all_up_to_an_item_is_read() {
        told.tell("filing.filing-submitted");
        Told.await("it").until(() -> templates(told.officer()).size() == 1);
        String first = as(told.officer()).get("/inbox").path("items[0].id");
        told.tell("filing.filing-overdue");
        Told.await("both").until(() -> templates(told.officer()).size() == 2);
        for (int marked : new int[] {1, 0}) {
            readAll(told.officer(), first)
                    .statusCode(200)
                    .body("read", equalTo(marked))
                    .body("more", equalTo(false));
        }
        as(told.officer()).get("/inbox?unread=true").then().body("items.template", equalTo(List.of("filing-overdue")));
        Told.await("the operator's").until(() -> templates(told.operator()).size() == 1);
        problem(readAll(told.operator(), first), 403, "auth.forbidden");
        problem(readAll(Tokens.officer("case-officer", "GDCA"), first), 404, "inbox.unknown");
        problem(readAll(told.officer(), null), 422, "request.invalid");
    }

    private static ValidatableResponse readAll(String token, String upTo) {
        return as(token)
                .contentType("application/json")
                .body(upTo == null ? Map.of() : Map.of("upTo", upTo))
                .put("/inbox/reading")
                .then();
    }

    @Test
    void that_an_operator_has_read_and_acknowledged_a_notice_is_evidence_and_announced_once() {
        told.tell("filing.filing-returned");
        Told.await("it").until(() -> templates(told.operator()).size() == 1);
        String item = as(told.operator()).get("/inbox").path("items[0].id");
        String colleague = Tokens.as("colleague")
                .roles("operator")
                .operatorId(told.operatorId())
                .sign();
        problem(act(told.operator(), item, "acknowledgement"), 409, "inbox.not-read");
        for (String person : List.of(told.operator(), told.operator(), colleague)) {
            act(person, item, "reading").statusCode(204);
        }
        act(colleague, item, "acknowledgement").statusCode(204);
        act(told.operator(), item, "acknowledgement").statusCode(204);
        problem(act(officer("case-officer"), item, "acknowledgement"), 403, "auth.forbidden");
        JsonPath kept = as(told.officer()).get("/evidence?subject=" + item).jsonPath();
        assertThat(kept.getList("items.kind")).containsExactly("reading", "acknowledgement");
        List<String> types = List.of(ReadingMessages.READ, ReadingMessages.ACKNOWLEDGED);
        for (int i = 0; i < 2; i++) {
            var event =
                    TestTopics.await(Told.TOPIC, types.get(i), told.caseId()).tree();
            assertThat(Golden.schema(types.get(i)).validate(event)).isEmpty();
            assertThat(event.path("evidenceDigest").asText())
                    .isEqualTo(kept.getString("items[%d].digest".formatted(i)));
            assertThat(TestTopics.count(Told.TOPIC, types.get(i), told.caseId()))
                    .isOne();
        }
        as(told.operator())
                .get("/evidence/" + kept.getString("items[1].id") + "/document")
                .then()
                .body("facts.by", equalTo("colleague"));
        problem(
                as(told.operator())
                        .get("/evidence/" + kept.getString("items[1].id") + "/source")
                        .then(),
                404,
                "evidence.no-source");
        problem(act(Tokens.operator(UUID.randomUUID()), item, "acknowledgement"), 404, "inbox.unknown");
    }

    private static ValidatableResponse act(String token, String item, String what) {
        return as(token).put("/inbox/%s/%s".formatted(item, what)).then();
    }

    @Test
    void nobody_reads_anothers_inbox() {
        told.tell("filing.filing-returned");
        Told.await("it").until(() -> templates(told.operator()).size() == 1);
        String path = "/inbox/" + as(told.operator()).get("/inbox").path("items[0].id") + "/reading";
        problem(as(Tokens.operator(UUID.randomUUID())).put(path).then(), 404, "inbox.unknown");
        problem(as(officer("case-officer")).put(path).then(), 404, "inbox.unknown");
        problem(as(Tokens.officer("case-officer", "GDCA")).put(path).then(), 404, "inbox.unknown");
        problem(as(Tokens.as("p").roles("partner").sign()).get("/inbox").then(), 403, "auth.forbidden");
        TokenRefusals.check("/inbox");
        TokenRefusals.check("/inbox/unread");
    }

    @Test
    void an_officer_previews_whom_an_event_tells_in_which_words() {
        preview("regulus.filing.case-opened.v1", Map.of("filingDueAt", "2019-07-15T16:00:00Z"))
                .statusCode(200)
                .body("version", equalTo(1))
                .body("legal", equalTo(true))
                .body("to.recipient", hasItem("operator"))
                .body("to[0].channels", equalTo(List.of("mail", "inbox")))
                .body("zh.text", containsString("提交截止日期：2019年7月15日"))
                .body("en.text", containsString("File by: 15 July 2019"));
        as(officer("auditor"))
                .get("/message-rules")
                .then()
                .statusCode(200)
                .body("versions[0].notices.template", hasItem("case-opened"));
    }

    @Test
    void a_preview_of_what_cannot_be_is_refused() {
        problem(preview("regulus.filing.coffee-served.v1", Map.of()), 404, "message-rules.none");
        problem(preview("regulus.filing.case-opened.v1", Map.of("filingDueAt", "tomorrow")), 422, "message-rules.data");
        problem(
                as(officer("auditor"))
                        .contentType("application/json")
                        .body(Map.of("type", ""))
                        .post("/message-rules/preview")
                        .then(),
                422,
                "request.invalid");
        problem(as(told.operator()).get("/message-rules").then(), 403, "auth.forbidden");
        TokenRefusals.check("/message-rules");
    }

    private ValidatableResponse preview(String type, Map<String, Object> data) {
        return as(officer("auditor"))
                .contentType("application/json")
                .body(Map.of("type", type, "data", data))
                .post("/message-rules/preview")
                .then();
    }

    private String officer(String role) {
        return Tokens.officer(role, told.authority());
    }

    private static List<String> templates(String token) {
        return as(token).get("/inbox").then().statusCode(200).extract().path("items.template");
    }
}
