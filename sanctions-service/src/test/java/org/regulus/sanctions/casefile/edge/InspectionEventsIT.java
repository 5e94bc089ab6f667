package org.regulus.sanctions.casefile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class InspectionEventsIT {

    @Test
    void a_conclusion_with_issues_awaits_an_order_and_one_without_does_not() {
        Inspected clean = Api.unannounced("ZJ", 1);
        Map<String, Object> noIssue = clean.data();
        noIssue.put("outcome", "no-issue");
        noIssue.put("findings", List.of());
        TestTopics.send(
                Api.INSPECTIONS,
                Api.CONCLUDED,
                clean.caseId(),
                "ZJ",
                new AggregateVersion("inspection", clean.inspectionId(), 4),
                noIssue);
        // the same case, so the same partition: when this one is known, the one before was handled
        Inspected later = new Inspected(clean.caseId(), UUID.randomUUID(), clean.operatorId(), "ZJ", clean.findings());
        later.announce(UUID.randomUUID(), 4);
        Api.awaitKnown(later);
        assertThat(Api.awaiting("ZJ"))
                .contains(later.inspectionId().toString())
                .doesNotContain(clean.inspectionId().toString());
    }

    @Test
    void an_event_delivered_twice_has_one_effect_and_an_older_one_that_comes_later_has_none() {
        Inspected newest = Api.unannounced("AH", 2);
        UUID event = UUID.randomUUID();
        newest.announce(event, 5);
        newest.announce(event, 5);
        Inspected older = new Inspected(
                newest.caseId(), newest.inspectionId(), newest.operatorId(), "AH", List.of(UUID.randomUUID()));
        older.announce(UUID.randomUUID(), 4);
        Inspected marker =
                new Inspected(newest.caseId(), UUID.randomUUID(), newest.operatorId(), "AH", older.findings());
        marker.announce(UUID.randomUUID(), 4);
        Api.awaitKnown(marker);
        assertThat(Api.awaiting("AH")).containsOnlyOnce(newest.inspectionId().toString());
        as(officer("AH"))
                .get("/inspections")
                .then()
                .body("items.find { it.inspectionId == '%s' }.findings".formatted(newest.inspectionId()), hasSize(2));
    }

    @Test
    void an_unknown_type_and_an_impossible_conclusion_stop_nobody() {
        Inspected sound = Api.unannounced("FJ", 1);
        var about = new AggregateVersion("inspection", sound.inspectionId(), 4);
        TestTopics.send(Api.INSPECTIONS, "regulus.inspection.coffee-served.v1", sound.caseId(), "FJ", about, "{}");
        TestTopics.send(Api.INSPECTIONS, Api.CONCLUDED, sound.caseId(), "FJ", about, "{\"outcome\": \"issues\"}");
        TestTopics.send(Api.INSPECTIONS, Api.CONCLUDED, sound.caseId(), "FJ", about, "not json");
        Map<String, Object> nothingFound = sound.data();
        nothingFound.put("findings", List.of());
        TestTopics.send(Api.INSPECTIONS, Api.CONCLUDED, sound.caseId(), "FJ", about, nothingFound);
        sound.announce(UUID.randomUUID(), 4);
        Api.awaitKnown(sound);
        assertThat(TestTopics.records("regulus.sanctions.dead-letters").stream()
                        .filter(letter -> sound.caseId().toString().equals(letter.key()))
                        .map(letter -> new String(
                                letter.headers()
                                        .lastHeader("regulus-dead-reason")
                                        .value(),
                                StandardCharsets.UTF_8)))
                .contains("event.unreadable", "event.unreadable")
                .hasSize(3);
    }

    @Test
    void the_list_is_the_officers_authoritys_and_pages() {
        Api.inspected("JX", 1);
        Api.inspected("JX", 1);
        String next = as(officer("JX"))
                .queryParam("limit", 1)
                .get("/inspections")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        as(officer("JX"))
                .queryParam("cursor", next)
                .get("/inspections")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as(officer("NOBODY")).get("/inspections").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void doors_stay_shut() {
        TokenRefusals.check("/inspections");
        problem(as(Tokens.officer("auditor", "MIIT")).get("/inspections").then(), 403, "auth.forbidden");
        problem(as(Tokens.operator(UUID.randomUUID())).get("/inspections").then(), 403, "auth.forbidden");
        problem(
                as(Tokens.as("lost").roles("case-officer").sign())
                        .get("/inspections")
                        .then(),
                403,
                "actor.no-authority");
        problem(as(officer("MIIT")).queryParam("limit", 0).get("/inspections").then(), 422, "page.limit-out-of-range");
        problem(
                as(officer("MIIT"))
                        .queryParam("cursor", "x")
                        .get("/inspections")
                        .then(),
                400,
                "page.cursor-malformed");
    }
}
