package org.regulus.notification.rebuild.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Timelines and the list of cases are made anew while they are read and added to. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class RebuildIT {

    private static final String ADMIN =
            Tokens.as("admin").roles("platform-admin").sign();

    /** A timeline's page, which is what is looked at here, has 200: with the service's own notices that many are not more. */
    private static final int MEANWHILE_MAX = 60;

    @Inject
    Database database;

    private final Told spoilt = Told.anew(Tokens.freshAuthority());
    private final Told lost = Told.anew(spoilt.authority());
    private final Told sound = Told.anew(spoilt.authority());

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "kafka"})
    void what_was_spoilt_or_lost_is_as_it_was_and_what_came_meanwhile_is_there(String source) throws SQLException {
        for (Told told : new Told[] {spoilt, lost, sound}) {
            told.tell("filing.case-opened");
            told.tell("filing.filing-submitted");
            assign(told);
            told.awaitTimeline(3);
        }
        Told.await("who has them")
                .until(() -> shown(spoilt).contains("assignedTo") && shown(lost).contains("assignedTo"));
        database.execute(
                "delete from message where authority = '%s'".formatted(spoilt.authority())); // or one fails meanwhile
        String before = shown(spoilt) + shown(lost);
        spoil();
        assertThat(shown(spoilt) + shown(lost)).isNotEqualTo(before);

        String path = as(ADMIN)
                .post("/timeline-rebuilds?source=" + source)
                .then()
                .statusCode(202)
                .body("source", equalTo(source))
                .extract()
                .header("Location");
        path = path.substring(path.indexOf("/timeline-rebuilds"));
        int told = 3;
        while (!as(ADMIN).get(path).path("stage").equals("finished")) {
            if (told < MEANWHILE_MAX) {
                sound.tell("filing.filing-returned");
                told++;
            }
            assertThat(sound.timeline(sound.officer())).hasSizeGreaterThanOrEqualTo(3);
        }
        sound.awaitTimeline(told);
        assertThat(sound.timeline(sound.officer())).hasSize(told);
        assertThat(shown(spoilt) + shown(lost)).isEqualTo(before);
        for (String table : List.of("rebuild_event", "rebuild_record", "rebuild_offset")) {
            assertThat(database.count("select count(*) from " + table)).isZero();
        }
        JsonPath end = as(ADMIN).get(path).jsonPath();
        assertThat(end.getLong("position")).isPositive().isGreaterThanOrEqualTo(end.getLong("upto"));
        as(ADMIN)
                .get(path)
                .then()
                .body(
                        "finishedAt.size()",
                        equalTo(as(ADMIN).get(path).<String>path("finishedAt").length()));
    }

    /** Another instance had taken the rebuild and died; one case cannot be written, and one record is no event. */
    @Test
    void a_rebuild_from_kafka_goes_on_where_an_instance_died_and_passes_over_what_cannot_be() throws SQLException {
        TestTopics.send(new ProducerRecord<>("regulus.filing.events", "k", "no event".getBytes(UTF_8)));
        lost.tell("filing.case-opened");
        spoilt.tell("filing.case-opened");
        lost.awaitTimeline(1);
        spoilt.awaitTimeline(1);
        String before = shown(lost);
        lose();
        database.execute(
                """
                create function no_more() returns trigger language plpgsql as 'begin raise exception ''no more''; end';
                create trigger no_more before insert on timeline_entry for each row
                  when (new.case_id = '%s' and new.type = 'regulus.filing.case-opened.v1') execute function no_more()"""
                        .formatted(spoilt.caseId()));
        String path = "/timeline-rebuilds/" + Told.id();
        try {
            database.execute(
                    """
                    insert into timeline_rebuild (id, asked_by, asked_at, source, stage, position, cases, lease_until)
                    values ('%s', 'x', now(), 'kafka', 'reading', 0, 0, clock_timestamp() + interval '1 second')"""
                            .formatted(path.substring(path.lastIndexOf('/') + 1)));
            Told.await("finished").until(() -> as(ADMIN).get(path).path("stage").equals("finished"));
        } finally {
            database.execute("drop trigger no_more on timeline_entry; drop function no_more");
        }
        JsonPath end = as(ADMIN).get(path).jsonPath();
        assertThat(end.getLong("unreadable")).isPositive();
        assertThat(end.getList("failed")).containsExactly(spoilt.caseId().toString());
        assertThat(shown(lost)).isEqualTo(before);
        assertThat(spoilt.timeline(spoilt.officer())).as("it stays as it was").hasSize(1);
    }

    @Test
    void there_is_one_at_a_time_and_only_those_who_run_the_installation_ask_for_it() throws SQLException {
        database.execute(
                """
                insert into timeline_rebuild (id, asked_by, asked_at, stage, position, cases, lease_until)
                values ('01976a2e-5c00-7000-8000-0000000000f7', 'x', now(), 'reading', 0, 0, 'infinity')""");
        try {
            problem(as(ADMIN).post("/timeline-rebuilds").then(), 409, "rebuild.running");
        } finally {
            database.execute("delete from timeline_rebuild where id = '01976a2e-5c00-7000-8000-0000000000f7'");
        }
        problem(as(ADMIN).post("/timeline-rebuilds?source=memory").then(), 422, "rebuild.source");
        problem(as(ADMIN).get("/timeline-rebuilds/" + Told.id()).then(), 404, "rebuild.unknown");
        problem(as(spoilt.officer()).post("/timeline-rebuilds").then(), 403, "auth.forbidden");
        problem(as(spoilt.operator()).get("/timeline-rebuilds/" + Told.id()).then(), 403, "auth.forbidden");
        TokenRefusals.check("/timeline-rebuilds/" + Told.id());
    }

    private void spoil() throws SQLException {
        String case1 = spoilt.caseId().toString();
        database.execute(
                "delete from timeline_entry where type like '%filing-submitted%' and case_id = '" + case1 + "'");
        database.execute("update known_case set phase = 'closed', phase_event = 'ffffffff-ffff-7fff-bfff-ffffffffffff',"
                + " province = '99', case_number = 'X', assigned_to = 'y', assignment = 99 where id = '" + case1 + "'");
        database.execute(
                "insert into timeline_entry (id, case_id, authority, type, happened_at, aggregate_type, aggregate_id,"
                        + " sequence, for_operator) values (gen_random_uuid(), '" + case1 + "', '" + spoilt.authority()
                        + "', 'regulus.filing.case-closed.v1', now(), 'case', gen_random_uuid(), 1, true)");
        lose();
    }

    private void lose() throws SQLException {
        String case2 = lost.caseId().toString();
        database.execute("delete from timeline_entry where case_id = '" + case2 + "'");
        database.execute("delete from known_case where id = '" + case2 + "'");
    }

    private static void assign(Told told) {
        TestTopics.send(
                "regulus.filing.events",
                Told.type("filing.case-assigned"),
                told.caseId(),
                told.authority(),
                new AggregateVersion("case", told.caseId(), 2),
                told.data("filing.case-assigned").put("assignedTo", "somebody"));
    }

    /** The timeline without this service's own notices, which come when they come, and the case as the list shows it. */
    private static String shown(Told told) {
        List<Map<String, ?>> lines =
                as(told.officer()).get(told.timelinePath()).jsonPath().getList("items");
        return (lines == null
                        ? List.of()
                        : lines.stream()
                                .filter(line -> !line.get("type").toString().startsWith("regulus.notification."))
                                .toList())
                + as(told.officer()).get("/cases?text=" + told.caseId()).asString();
    }
}
