package org.regulus.notification.timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Finding a case among those that one may see. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class CaseSearchIT {

    private static int made = 0;

    @Inject
    Database database;

    /** An authority of its own, with two cases. */
    private final Told one = Told.anew("SRCH" + (char) ('A' + made++));

    private final Told other = new Told(Told.id(), Told.id(), one.authority());
    private final UUID campaign = Told.id();

    @BeforeEach
    void two_cases() {
        opened(one, "44", "SRCH-2019-NS-000001");
        opened(other, "31", "SRCH-2019-XX_000002");
        one.awaitTimeline(1);
        other.awaitTimeline(1);
    }

    @Test
    void each_filter_leaves_the_cases_that_it_names() {
        other.tell("filing.filing-submitted");
        other.awaitTimeline(2);
        assertThat(found("limit=50"))
                .containsExactly(one.caseId().toString(), other.caseId().toString());
        assertThat(found("province=44")).containsExactly(one.caseId().toString());
        assertThat(found("phase=review")).containsExactly(other.caseId().toString());
        assertThat(found("campaign=" + campaign)).hasSize(2);
        assertThat(found("campaign=" + Told.id())).isEmpty();
        assertThat(found("kind=campaign&phase=filing"))
                .containsExactly(one.caseId().toString());
        assertThat(found("authority=MIIT")).isEmpty();
        assertThat(found("text=SRCH-2019-NS")).containsExactly(one.caseId().toString());
        assertThat(found("text=SRCH-2019-__")).isEmpty();
        assertThat(found("text=SRCH-2019-XX_")).containsExactly(other.caseId().toString());
        assertThat(found("dueBefore=2019-07-15T16:00:01Z"))
                .containsExactly(one.caseId().toString());
        assertThat(found("dueBefore=2019-07-15T16:00:00Z")).isEmpty();
    }

    @Test
    void a_text_is_a_part_of_the_operators_name_or_a_number_or_an_id_and_the_counts_agree() {
        one.register(one.address(), "zh", 1); // 演示云 0042, after its case became known
        Told.await("the name").until(() -> found("text=演示").size() == 1);
        for (String text : List.of(
                "示云",
                "云",
                "云 0042",
                "srch-2019-ns",
                one.caseId().toString(),
                one.operatorId().toString().toUpperCase(java.util.Locale.ROOT))) {
            assertThat(found("text=" + text))
                    .as(text)
                    .containsExactly(one.caseId().toString());
            as(one.officer())
                    .get("/cases/facets?text=" + text)
                    .then()
                    .body("facets.province", equalTo(List.of(Map.of("value", "44", "cases", 1))));
        }
        assertThat(found("text=云示")).isEmpty();
        assertThat(found("text=演0042")).isEmpty();
        assertThat(found("text= ")).hasSize(2);
        as(one.officer()).get("/cases?text=演示").then().body("items[0].operatorName", equalTo("演示云 0042"));
        as(Tokens.officer("case-officer", "MIIT"))
                .get("/cases?text=" + one.caseId())
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void an_operator_is_found_by_its_unified_social_credit_code() {
        // uuid5(NAMESPACE_URL, "urn:regulus:uscc:91350100M000100Y43"), computed elsewhere
        UUID operator = UUID.fromString("e2534b5b-59bf-5688-96c4-c5df8cecfb68");
        Told third = new Told(Told.id(), operator, one.authority());
        opened(third, "44", "SRCH-2019-NS-000003");
        third.awaitTimeline(1);
        assertThat(found("text=91350100M000100Y43"))
                .containsExactly(third.caseId().toString());
        assertThat(found("text= 91350100m000100y43 "))
                .containsExactly(third.caseId().toString());
        assertThat(found("text=91350100M000100Y4")).isEmpty();
        as(one.officer())
                .get("/cases/facets?text=91350100M000100Y43")
                .then()
                .body("facets.kind.cases", equalTo(List.of(1)));
    }

    @Test
    void a_name_that_is_known_before_its_case_stands_beside_it() {
        Told later = Told.anew(one.authority()).registered("zh");
        Told.await("the directory")
                .until(() -> database.count(
                                "select count(*) from contact where operator_id = '%s'".formatted(later.operatorId()))
                        == 1);
        opened(later, "44", "SRCH-2019-NS-000003");
        later.awaitTimeline(1);
        assertThat(found("text=演示")).containsExactly(later.caseId().toString());
    }

    @Test
    void the_list_shows_where_a_case_stands_and_what_is_due_next() {
        as(one.officer())
                .get("/cases?province=44")
                .then()
                .body("items[0].phase", equalTo("filing"))
                .body("items[0].next.duty", equalTo("filing"))
                .body("items[0].next.dueAt", equalTo("2019-07-15T16:00:00Z"));
        one.tell("filing.filing-submitted");
        one.awaitTimeline(2);
        as(one.officer())
                .get("/cases?province=44")
                .then()
                .body("items[0].phase", equalTo("review"))
                .body("items[0].next", equalTo(null));
    }

    @Test
    void a_penalty_begins_for_the_operator_with_its_prior_notice_and_is_over_when_it_is_withdrawn() {
        one.tell("sanctions.penalty-proposed");
        one.awaitTimeline(2);
        phaseOfOperator("filing", "penalty");
        one.tell("sanctions.penalty-withdrawn");
        one.awaitTimeline(3);
        phaseOfOperator("filing", "rectification");
        one.tell("sanctions.penalty-noticed");
        one.awaitTimeline(4);
        phaseOfOperator("penalty", "filing");
        assertThat(found("phase=penalty")).containsExactly(one.caseId().toString());
        one.tell("sanctions.penalty-withdrawn");
        one.awaitTimeline(5);
        phaseOfOperator("filing", "penalty");
    }

    private void phaseOfOperator(String phase, String not) {
        as(one.operator()).get("/cases").then().body("items.phase", equalTo(List.of(phase)));
        as(one.operator()).get("/cases/facets").then().body("facets.phase.value", equalTo(List.of(phase)));
        as(one.operator()).get("/cases?phase=" + not).then().body("items.size()", equalTo(0));
    }

    @Test
    void an_older_event_that_comes_later_does_not_turn_back_the_phase() {
        UUID earlier = Told.id();
        one.tell("filing.filing-accepted");
        one.awaitTimeline(2);
        one.tell(earlier, "filing.filing-submitted", one.data("filing.filing-submitted"));
        one.awaitTimeline(3);
        assertThat(found("phase=filed")).containsExactly(one.caseId().toString());
    }

    @Test
    void facets_count_what_a_filter_leaves_to_those_who_may_see_it() {
        other.tell("filing.filing-submitted");
        other.awaitTimeline(2);
        as(one.officer())
                .get("/cases/facets")
                .then()
                .statusCode(200)
                .body("facets.phase.collectEntries { [it.value, it.cases] }", equalTo(Map.of("filing", 1, "review", 1)))
                .body("facets.kind", equalTo(List.of(Map.of("value", "campaign", "cases", 2))))
                .body("more", equalTo(false));
        as(one.officer())
                .get("/cases/facets?province=31")
                .then()
                .body("facets.phase.value", equalTo(List.of("review")));
        as(one.operator()).get("/cases/facets").then().body("facets.province.value", equalTo(List.of("44")));
        as(Tokens.officer("case-officer", "NOBODY")).get("/cases/facets").then().body("facets.size()", equalTo(0));
    }

    @Test
    void officers_find_the_cases_in_their_own_hands_and_those_in_nobodys() {
        assign(one, 7, "case-officer@" + one.authority());
        Told.await("assigned").until(() -> found("assignedTo=me").size() == 1);
        assertThat(found("assignedTo=case-officer@" + one.authority()))
                .containsExactly(one.caseId().toString());
        assertThat(found("assignedTo=nobody")).containsExactly(other.caseId().toString());
        as(one.officer())
                .get("/cases/facets")
                .then()
                .body(
                        "facets.assignedTo.collectEntries { [it.value, it.cases] }",
                        equalTo(Map.of("nobody", 1, "case-officer@" + one.authority(), 1)));
        as(one.officer()).get("/cases").then().body("items[0].assignedTo", equalTo("case-officer@" + one.authority()));
        as(one.officer()).get("/inbox?unread=true").then().body("items.template", equalTo(List.of("case-assigned")));
        as(Tokens.officer("inspector", one.authority())).get("/inbox").then().body("items.size()", equalTo(0));
        as(one.operator()).get("/cases").then().body("items[0].assignedTo", equalTo(null));
        as(one.operator()).get("/cases/facets").then().body("facets.assignedTo", equalTo(null));
        problem(as(one.operator()).get("/cases?assignedTo=nobody").then(), 403, "case.assignment-hidden");
        assign(one, 6, "late@" + one.authority());
        assign(other, 3, "other@" + one.authority());
        Told.await("the other").until(() -> found("assignedTo=nobody").isEmpty());
        assertThat(found("assignedTo=me")).as("older news change nothing").hasSize(1);
        assign(one, 8, null);
        Told.await("released").until(() -> found("assignedTo=me").isEmpty());
        as(Tokens.officer("case-officer", "MIIT"))
                .get("/cases?assignedTo=nobody&authority=" + one.authority())
                .then()
                .body("items.size()", equalTo(0));
    }

    private static void assign(Told told, long sequence, String officer) {
        var data = told.data("filing.case-assigned").put("assignedTo", officer);
        TestTopics.send(
                "regulus.filing.events",
                Told.type("filing.case-assigned"),
                told.caseId(),
                told.authority(),
                new AggregateVersion("case", told.caseId(), sequence),
                officer == null ? data.without(List.of("assignedTo")) : data);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        problem(as(one.officer()).get("/cases?text=" + "x".repeat(61)).then(), 422, "request.invalid");
        problem(
                as(one.officer())
                        .queryParam("dueBefore", "+294300-01-01T00:00:00Z")
                        .get("/cases")
                        .then(),
                400,
                "time.beyond");
        problem(as(Tokens.as("p").roles("partner").sign()).get("/cases/facets").then(), 403, "auth.forbidden");
        TokenRefusals.check("/cases/facets");
        as(Tokens.officer("case-officer", "MIIT"))
                .get("/cases?authority=" + one.authority())
                .then()
                .body("items.size()", equalTo(0));
        as(one.officer()).get("/cases").then().body("items.caseNumber", hasItem("SRCH-2019-NS-000001"));
    }

    private void opened(Told told, String province, String number) {
        told.tell(
                Told.id(),
                "filing.case-opened",
                told.data("filing.case-opened")
                        .put("campaignId", campaign.toString())
                        .put("province", province)
                        .put("caseNumber", number));
    }

    private List<String> found(String query) {
        return as(one.officer())
                .get("/cases?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
