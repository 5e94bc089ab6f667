package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Whether an event that was announced and is not here is noticed. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ReconciliationIT {

    private static final String FILING = "regulus.filing.events";
    private static final String AUDITOR = Tokens.officer("auditor", "MIIT");

    @Inject
    Reconciliation reconciliation;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    private final Told told = Told.anew("MIIT");

    @Test
    void a_number_that_an_aggregate_left_out_is_shown_until_it_comes() {
        UUID aggregate = Told.id();
        announce(aggregate, 1);
        announce(aggregate, 4);
        Map<String, Object> gap = awaitGap("aggregateId", aggregate.toString());
        assertThat(gap)
                .containsEntry("kind", "sequence")
                .containsEntry("topic", FILING)
                .containsEntry("aggregateType", "test")
                .containsEntry("from", 2)
                .containsEntry("to", 3);
        assertThat(meters.get("regulus.ledger.gaps")
                        .tag("kind", "sequence")
                        .gauge()
                        .value())
                .isPositive();
        announce(aggregate, 3);
        announce(aggregate, 2);
        awaitNone("aggregateId", aggregate.toString());
    }

    @Test
    void an_event_in_the_dead_letters_is_shown_until_it_is_replayed() {
        UUID event = Told.id();
        told.tell(event, "filing.filing-submitted", "not json");
        assertThat(awaitGap("eventId", event.toString())).containsEntry("kind", "skipped");
        told.tell(event, "filing.filing-submitted");
        awaitNone("eventId", event.toString());
    }

    @Test
    void a_record_that_is_no_event_is_shown_with_its_offset() {
        long before = database.count("select count(*) from topic_gap where kind = 'unreadable'");
        TestTopics.send(
                new ProducerRecord<>(FILING, told.caseId().toString(), "rubbish".getBytes(StandardCharsets.UTF_8)));
        Told.await("the gap").until(() -> {
            reconciliation.reconcile();
            return database.count("select count(*) from topic_gap where kind = 'unreadable'") > before;
        });
        assertThat(as(AUDITOR).get("/ledger/reconciliation").<Boolean>path("complete"))
                .isFalse();
    }

    @Test
    void what_is_whole_is_no_gap_and_how_far_was_looked_is_told() {
        UUID aggregate = Told.id();
        announce(aggregate, 1);
        announce(aggregate, 2);
        Told.await("looked at").until(() -> {
            reconciliation.reconcile();
            return database.count("select count(*) from aggregate_progress where aggregate_id = '%s' and whole"
                            .formatted(aggregate))
                    == 1;
        });
        assertThat(gaps()).noneMatch(gap -> aggregate.toString().equals(gap.get("aggregateId")));
        Told.await("a topic, as far as its consumer has committed").until(() -> {
            reconciliation.reconcile();
            List<String> sources = as(AUDITOR).get("/ledger/reconciliation").path("reconciled.source");
            return sources.contains("ledger") && sources.stream().anyMatch(source -> source.startsWith(FILING + "/"));
        });
    }

    /** Somebody did that past the triggers; the ledger's verification names the place. */
    @Test
    void an_entry_that_was_spoilt_holds_up_nothing_behind_it() throws SQLException {
        Told spoilt = Told.anew(Tokens.freshAuthority());
        spoilt.tell("filing.case-opened");
        spoilt.awaitTimeline(1);
        spoil(spoilt, "'x' || canonical");
        try {
            UUID aggregate = Told.id();
            announce(aggregate, 1);
            announce(aggregate, 3);
            assertThat(awaitGap("aggregateId", aggregate.toString())).containsEntry("from", 2);
            announce(aggregate, 2);
            awaitNone("aggregateId", aggregate.toString());
        } finally {
            spoil(spoilt, "substr(canonical, 2)");
        }
    }

    private void spoil(Told told, String text) throws SQLException {
        database.execute(
                """
                alter table ledger_entry disable trigger user;
                update ledger_entry set canonical = %s where authority = '%s';
                alter table ledger_entry enable trigger user"""
                        .formatted(text, told.authority()));
    }

    @Test
    void doors_stay_shut() {
        String path = "/ledger/reconciliation";
        TokenRefusals.check(path);
        problem(as(told.officer()).get(path).then(), 403, "auth.forbidden");
        problem(as(told.operator()).get(path).then(), 403, "auth.forbidden");
        problem(as(AUDITOR).get(path + "?limit=0").then(), 422, "request.invalid");
        as(Tokens.as("admin").roles("platform-admin").sign()).get(path).then().statusCode(200);
    }

    private void announce(UUID aggregate, long sequence) {
        TestTopics.send(
                Told.id(),
                FILING,
                "regulus.filing.filing-submitted.v1",
                told.caseId(),
                told.authority(),
                new AggregateVersion("test", aggregate, sequence),
                told.data("filing.filing-submitted"));
    }

    private Map<String, Object> awaitGap(String field, String value) {
        return Told.await("a gap")
                .until(() -> found(field, value), found -> !found.isEmpty())
                .get(0);
    }

    private void awaitNone(String field, String value) {
        Told.await("no gap").until(() -> found(field, value).isEmpty());
    }

    private List<Map<String, Object>> found(String field, String value) {
        reconciliation.reconcile();
        return gaps().stream().filter(gap -> value.equals(gap.get(field))).toList();
    }

    private List<Map<String, Object>> gaps() {
        return as(AUDITOR)
                .get("/ledger/reconciliation?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("gaps");
    }
}
