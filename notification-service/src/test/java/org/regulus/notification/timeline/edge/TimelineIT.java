package org.regulus.notification.timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class TimelineIT {

    private final Told told = Told.anew("GDCA");

    @Test
    void an_entry_says_what_happened_when_to_what_and_why() {
        UUID event = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        as(told.officer())
                .get(told.timelinePath())
                .then()
                .statusCode(200)
                .body("items[0].eventId", equalTo(event.toString()))
                .body("items[0].type", equalTo("regulus.filing.case-opened.v1"))
                .body("items[0].what.zh", equalTo("立案"))
                .body("items[0].what.en", equalTo("Case opened"))
                .body("items[0].authority", equalTo("GDCA"))
                .body("items[0].aggregateType", equalTo("test"))
                .body("items[0].sequence", equalTo(1))
                .body("items[0].at", org.hamcrest.Matchers.endsWith("Z"))
                .body("items[0]", hasKey("causationId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"campaign-manager", "case-officer", "inspector", "legal-reviewer", "decision-maker", "auditor"})
    void every_officer_of_the_authority_sees_the_whole_story(String role) {
        told.tell("sanctions.penalty-proposed");
        told.awaitTimeline(1);
        assertThat(told.timeline(Tokens.officer(role, "GDCA"))).containsExactly("sanctions.penalty-proposed");
    }

    @Test
    void the_operator_sees_its_own_story_without_internal_steps() {
        told.tell("filing.case-opened");
        told.tell("inspection.inspectors-assigned");
        told.tell("sanctions.penalty-proposed");
        told.tell("sanctions.penalty-reviewed");
        told.tell("sanctions.penalty-noticed");
        told.awaitTimeline(5);
        assertThat(told.timeline(told.operator()))
                .containsExactlyInAnyOrder("filing.case-opened", "sanctions.penalty-noticed");
    }

    @Test
    void an_inspection_begins_for_the_operator_when_it_is_told_of_it() {
        told.tell("filing.case-opened");
        told.tell("filing.filing-submitted");
        told.tell("inspection.inspection-opened");
        told.tell("inspection.wishes-stated");
        told.awaitTimeline(4);
        assertThat(told.timeline(told.operator()))
                .containsExactlyInAnyOrder("filing.case-opened", "filing.filing-submitted");
        assertThat(phase()).isEqualTo("review");
        told.tell("inspection.inspection-replaced");
        told.awaitTimeline(5);
        assertThat(told.timeline(told.operator())).hasSize(2);
        assertThat(phase()).isEqualTo("review");

        told.tell("inspection.inspection-opened");
        told.tell("inspection.inspection-noticed");
        told.tell("inspection.inspector-replaced");
        told.awaitTimeline(8);
        assertThat(told.timeline(told.operator()))
                .containsExactlyInAnyOrder(
                        "filing.case-opened",
                        "filing.filing-submitted",
                        "inspection.inspection-noticed",
                        "inspection.inspector-replaced");
        assertThat(phase()).isEqualTo("inspection");
        told.tell("inspection.inspection-replaced");
        told.awaitTimeline(9);
        assertThat(told.timeline(told.operator())).contains("inspection.inspection-replaced");
        assertThat(phase()).isEqualTo("review");
        told.tell("filing.filing-accepted");
        told.awaitTimeline(10);
        assertThat(phase()).isEqualTo("filed");
    }

    private String phase() {
        return as(told.operator()).get("/cases").path("items[0].phase");
    }

    @Test
    void for_another_operator_and_another_authority_there_is_no_such_case() {
        told.tell("filing.case-opened");
        told.awaitTimeline(1);
        problem(as(Tokens.operator(UUID.randomUUID())).get(told.timelinePath()).then(), 404, "case.unknown");
        problem(
                as(Tokens.officer("case-officer", "MIIT"))
                        .get(told.timelinePath())
                        .then(),
                404,
                "case.unknown");
        problem(
                as(told.officer())
                        .get("/cases/" + UUID.randomUUID() + "/timeline")
                        .then(),
                404,
                "case.unknown");
        assertThat(cases(Tokens.operator(UUID.randomUUID()), 50)).isEmpty();
        assertThat(cases(Tokens.officer("case-officer", "MIIT"), 200))
                .doesNotContain(told.caseId().toString());
    }

    @Test
    void who_takes_a_case_over_reads_its_whole_story_and_who_held_it_goes_on_reading() {
        String miit = Tokens.officer("case-officer", "MIIT");
        told.tell("filing.case-opened");
        told.awaitTimeline(1);
        assertThat(as(miit).get(told.timelinePath()).statusCode()).isEqualTo(404);

        told.tell(
                Told.id(),
                "filing.case-transferred",
                told.data("filing.case-transferred").put("authority", "MIIT"));
        told.awaitTimeline(2);
        for (String officer : List.of(miit, told.officer())) {
            assertThat(told.timeline(officer))
                    .containsExactlyInAnyOrder("filing.case-opened", "filing.case-transferred");
        }
        assertThat(as(Tokens.officer("case-officer", "SHCA"))
                        .get(told.timelinePath())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void of_two_events_on_jurisdiction_the_newer_one_counts_in_whichever_order_they_come() {
        told.tell("filing.case-opened");
        told.awaitTimeline(1);
        jurisdiction(
                "filing.case-transferred",
                2,
                told.data("filing.case-transferred").put("authority", "MIIT"));
        told.awaitTimeline(2);
        jurisdiction("filing.case-unshared", 1, told.data("filing.case-unshared"));
        told.awaitTimeline(3);
        assertThat(told.timeline(Tokens.officer("case-officer", "MIIT"))).hasSize(3);
    }

    private void jurisdiction(String name, long sequence, ObjectNode data) {
        TestTopics.send(
                Told.id(),
                "regulus.filing.events",
                Told.type(name),
                told.caseId(),
                told.authority(),
                new AggregateVersion("jurisdiction", told.operatorId(), sequence),
                data);
    }

    @Test
    void an_entry_says_whose_act_it_tells_of_and_which_document() {
        told.tell("filing.filing-submitted");
        told.awaitTimeline(1);
        told.tell("sanctions.document-issued");
        told.awaitTimeline(2);
        JsonNode issued = Golden.sampleTree("regulus.sanctions.document-issued.v1");
        as(told.officer())
                .get(told.timelinePath())
                .then()
                .body("items.by", equalTo(List.of("operator", "authority")))
                .body("items[0]", not(hasKey("document")))
                .body("items[1].document.sha256", equalTo(issued.path("sha256").asText()))
                .body(
                        "items[1].document.href",
                        equalTo("/documents/" + issued.path("documentId").asText()));
    }

    @Test
    void a_timeline_comes_in_pages() {
        List<String> sent = new ArrayList<>();
        for (String name : List.of("filing.case-opened", "filing.filing-submitted", "filing.filing-accepted")) {
            sent.add(told.tell(name).toString());
        }
        told.awaitTimeline(3);
        var first = as(told.officer())
                .queryParam("limit", 2)
                .get(told.timelinePath())
                .then()
                .statusCode(200)
                .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""))
                .body("items", hasSize(2))
                .extract();
        String next = first.path("next");
        List<String> second = as(told.officer())
                .queryParam("cursor", next)
                .get(told.timelinePath())
                .then()
                .statusCode(200)
                .extract()
                .path("items.eventId");
        List<String> read = new ArrayList<>(first.<List<String>>path("items.eventId"));
        read.addAll(second);
        assertThat(read).containsSubsequence(sent);
    }

    @Test
    void known_cases_are_listed_page_by_page_with_their_number_once_it_is_known() {
        told.tell("inspection.inspection-opened");
        told.awaitTimeline(1);
        assertThat(cases(told.operator(), 50)).containsExactly(told.caseId().toString());
        as(told.operator()).get("/cases").then().body("items[0].caseNumber", equalTo(null));
        told.tell("filing.case-opened");
        told.awaitTimeline(2);
        as(told.operator())
                .get("/cases")
                .then()
                .body("items[0].caseNumber", equalTo("MIIT-2019-NS-000042"))
                .body("items[0].authority", equalTo("GDCA"));
        Told another = new Told(Told.id(), told.operatorId(), "GDCA");
        another.tell("filing.case-opened");
        another.awaitTimeline(1);
        assertThat(cases(told.operator(), 1))
                .containsExactly(told.caseId().toString(), another.caseId().toString());
    }

    @Test
    void doors_stay_shut() {
        TokenRefusals.check("/cases");
        TokenRefusals.check(told.timelinePath());
        for (String path : List.of("/cases", told.timelinePath())) {
            problem(as(Tokens.officer("partner", "GDCA")).get(path).then(), 403, "auth.forbidden");
            problem(as(Tokens.officer("platform-admin", "GDCA")).get(path).then(), 403, "auth.forbidden");
            problem(as(Tokens.as("lost").roles("auditor").sign()).get(path).then(), 403, "actor.no-authority");
            problem(as(Tokens.as("lost").roles("operator").sign()).get(path).then(), 403, "actor.no-operator");
            problem(as(told.officer()).queryParam("limit", 201).get(path).then(), 422, "page.limit-out-of-range");
            problem(as(told.officer()).queryParam("cursor", "x").get(path).then(), 400, "page.cursor-malformed");
        }
    }

    /** All pages of that size. */
    private static List<String> cases(String token, int limit) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = as(token)
                    .queryParam("limit", limit)
                    .queryParam("cursor", cursor)
                    .get("/cases")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        }
        return found;
    }
}
