package org.regulus.notification.ledger.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** What somebody with the database's password does to the ledger, past its triggers, is found and named. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingIT {

    private static final String AUDITOR = Tokens.officer("auditor", "MIIT");
    static final int LEAST = 6;
    private static final Duration AS_LONG_AS_ONE_ROUND = Duration.ofSeconds(2);
    private static final List<String> TABLES =
            List.of("ledger_entry", "ledger_head", "ledger_node", "ledger_checkpoint");

    @Inject
    Database database;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Scheduler scheduler;

    private String note;

    /** A mail of an earlier test that went out between a copy and its return would be lost to the ledger. */
    @BeforeAll
    void nothing_is_sent_meanwhile() {
        scheduler.pause();
        Told.await("nothing on its way").during(AS_LONG_AS_ONE_ROUND).until(this::quiet);
    }

    @AfterAll
    void it_goes_on() {
        scheduler.resume();
    }

    @BeforeEach
    void a_quiet_ledger_and_a_copy_of_it() throws SQLException {
        while (head() < LEAST) {
            long before = head();
            Told.anew("MIIT").tell("filing.filing-submitted");
            Told.await("a further entry").until(() -> head() > before);
        }
        note = CheckpointIT.checkpoint(checkpoints);
        Told.await("nothing on its way").until(this::quiet);
        for (String table : TABLES) {
            database.execute("create table kept_%1$s as table %1$s".formatted(table));
            database.execute("alter table %s disable trigger user".formatted(table));
        }
    }

    @AfterEach
    void as_it_was() throws SQLException {
        for (String table : TABLES) {
            database.execute(
                    "delete from %1$s; insert into %1$s table kept_%1$s; drop table kept_%1$s".formatted(table));
            database.execute("alter table %s enable trigger user".formatted(table));
        }
        as(AUDITOR).get("/ledger/verification").then().body("intact", equalTo(true));
    }

    @ParameterizedTest(name = "{0} -> {1} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            update ledger_entry set canonical = concat(canonical, ' ') where position = 3  | changed    | 3
            update ledger_entry set leaf_hash = sha256('x') where position = 3                                  | changed    | 3
            update ledger_entry set chain_hash = sha256('x') where position = 3                                 | changed    | 3
            update ledger_entry set type = 'regulus.filing.filing-accepted.v2' where position = 3               | relabelled | 3
            update ledger_entry set event_id = gen_random_uuid() where position = 3                             | relabelled | 3
            update ledger_entry set authority = 'XX' where position = 3                                         | relabelled | 3
            delete from ledger_entry where position = 1                                                         | dropped    | 1
            delete from ledger_entry where position = 3                                                         | dropped    | 3
            """)
    void a_changed_relabelled_or_dropped_row_is_named(String tampering, String kind, int position) throws SQLException {
        database.execute(tampering);
        named(kind, position);
    }

    @Test
    void a_changed_event_whose_hashes_were_made_to_fit_betrays_itself_by_the_tree_and_then_at_the_next_row()
            throws SQLException {
        database.execute(
                """
                update ledger_entry set canonical = canonical || ' ',
                  leaf_hash = sha256('\\x00'::bytea || convert_to(canonical || ' ', 'UTF8')),
                  chain_hash = sha256('\\x01'::bytea || previous_hash
                               || sha256('\\x00'::bytea || convert_to(canonical || ' ', 'UTF8')))
                where position = 3""");
        named("tree-changed", 3);
        database.execute("update ledger_node set hash = (select leaf_hash from ledger_entry where position = 3)"
                + " where level = 0 and nth = 2");
        named("dropped", 4);
    }

    @Test
    void a_row_that_was_dropped_and_the_gap_closed_is_named() throws SQLException {
        database.execute("delete from ledger_entry where position = 3");
        database.execute("update ledger_entry set position = -position where position > 3");
        database.execute("update ledger_entry set position = -position - 1 where position < 0");
        database.execute("update ledger_head set position = position - 1");
        named("dropped", 3);
    }

    @Test
    void the_last_row_dropped_is_named() throws SQLException {
        long last = head();
        database.execute("delete from ledger_entry where position = " + last);
        named("dropped", last);
    }

    @Test
    void swapped_rows_are_named() throws SQLException {
        database.execute("update ledger_entry set position = -2 where position = 2");
        database.execute("update ledger_entry set position = 2 where position = 4");
        database.execute("update ledger_entry set position = 4 where position = -2");
        named("swapped", 2);
    }

    @Test
    void a_duplicated_row_is_named() throws SQLException {
        long last = head();
        database.execute("alter table ledger_entry drop constraint ledger_entry_event_id_key");
        try {
            database.execute(
                    """
                    insert into ledger_entry select %d, event_id, type, authority, topic, canonical, leaf_hash, previous_hash,
                      chain_hash, entered_at from ledger_entry where position = 2"""
                            .formatted(last + 1));
            database.execute("update ledger_head set position = position + 1");
            named("duplicated", last + 1);
        } finally {
            database.execute("delete from ledger_entry where position = " + (last + 1));
            database.execute("alter table ledger_entry add constraint ledger_entry_event_id_key unique (event_id)");
        }
    }

    @Test
    void a_changed_head_is_named() throws SQLException {
        database.execute("update ledger_head set chain_hash = sha256('x')");
        named("head-changed", head());
    }

    @Test
    void a_back_dated_event_is_named() throws SQLException {
        database.execute(
                "update ledger_entry set canonical = regexp_replace(canonical, '\"time\":\"20', '\"time\":\"19')"
                        + " where position = 3");
        named("changed", 3);
    }

    @Test
    void an_older_copy_of_the_ledger_is_found_out_by_a_checkpoint_kept_elsewhere() throws SQLException {
        writtenAnew("position < " + LEAST);
        database.execute("delete from ledger_checkpoint where size >= " + LEAST);
        as(AUDITOR).get("/ledger/verification").then().body("intact", equalTo(true));
        held("cut-off");
    }

    @Test
    void an_end_that_was_cut_off_with_the_head_is_named() throws SQLException {
        writtenAnew("position < " + LEAST);
        named("cut-off", LEAST);
    }

    @Test
    void a_log_that_was_forked_before_a_checkpoint_is_named_here_and_by_whoever_kept_it() throws SQLException {
        writtenAnew(
                "true",
                "case when e.position = 2 then regexp_replace(e.canonical, '\"time\":\"20', '\"time\":\"19') else e.canonical end");
        named("forked", database.count("select min(size) from ledger_checkpoint where size >= 2"));
        held("forked");
    }

    @Test
    void a_checkpoint_that_nobody_signed_is_named() throws SQLException {
        long size = size();
        database.execute(
                "update ledger_checkpoint set note = replace(note, E'\\n%1$d\\n', E'\\n0%1$d\\n') where size = %1$d"
                        .formatted(size));
        named("forged", size);
    }

    @Test
    void a_checkpoint_of_more_entries_than_there_are_that_nobody_signed_is_named() throws SQLException {
        long size = head() + 100;
        database.execute("insert into ledger_checkpoint (size, number, note) values (%1$d, %1$d, 'x')".formatted(size));
        named("forged", size);
    }

    @ParameterizedTest
    @CsvSource({
        "update ledger_node set hash = sha256('x') where level = 1 and nth = 1",
        "delete from ledger_node where level = 1 and nth = 1"
    })
    void a_changed_or_dropped_inner_node_of_the_tree_is_named(String tampering) throws SQLException {
        database.execute(tampering);
        named("tree-changed", 4);
    }

    @Test
    void before_the_first_checkpoint_nothing_is_proven() throws SQLException {
        Told told = Told.anew("MIIT");
        told.tell("filing.filing-submitted");
        told.awaitTimeline(1);
        database.execute("delete from ledger_checkpoint");
        problem(given().get("/ledger/checkpoints/latest").then(), 404, "checkpoint.none");
        problem(told.proof(), 404, "checkpoint.none");
    }

    @Test
    void a_proof_through_a_node_that_is_gone_is_refused() throws SQLException {
        database.execute("delete from ledger_node where level = 0 and nth = 1");
        problem(as(AUDITOR).get("/ledger/inclusion?position=1&size=2").then(), 409, "ledger.incomplete");
    }

    @Test
    void a_case_with_too_many_events_is_refused_rather_than_proven_in_part() throws SQLException {
        Told told = Told.anew("MIIT");
        UUID once = told.tell("filing.filing-submitted");
        told.awaitTimeline(1);
        String many =
                """
                with made as (select gen_random_uuid() as id, %1$d + row_number() over () as position from generate_series(1, 2001)),
                  entered as (insert into ledger_entry
                    select m.position, m.id, e.type, e.authority, e.topic, e.canonical, e.leaf_hash, e.previous_hash, e.chain_hash, e.entered_at
                    from made m, ledger_entry e where e.event_id = '%2$s')
                insert into ledger_checkpoint (size, number, note) select %1$d + 2001, %1$d + 2001, 'x'"""
                        .formatted(head(), once);
        database.execute(many);
        problem(told.proof(), 409, "proof.too-large");
    }

    /** By somebody who knows how the hashes are made. */
    private void writtenAnew(String with) throws SQLException {
        writtenAnew(with, "e.canonical");
    }

    private void writtenAnew(String with, String text) throws SQLException {
        database.execute("delete from ledger_entry; delete from ledger_node;"
                + " update ledger_head set position = 0, chain_hash = decode(repeat('00', 32), 'hex')");
        database.execute("do $$ declare e record; begin"
                + " for e in select * from kept_ledger_entry where " + with + " order by position loop"
                + " perform ledger_append(e.event_id, e.type, e.authority, e.topic, " + text + "); end loop; end $$");
    }

    private void held(String outcome) {
        as(AUDITOR)
                .contentType("application/json")
                .body(Map.of("note", note))
                .post("/ledger/checkpoints/verification")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome))
                .body("size", equalTo((int) size()));
    }

    private long size() {
        return Long.parseLong(note.split("\n")[1]);
    }

    private void named(String kind, long position) {
        assertThat(as(AUDITOR).get("/ledger/verification/progress").asString())
                .contains("\"kind\":\"%s\"".formatted(kind));
        as(AUDITOR)
                .get("/ledger/verification")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("firstFault.kind", equalTo(kind))
                .body("firstFault.position", equalTo((int) position));
    }

    private long head() {
        return database.count("select position from ledger_head");
    }

    private boolean quiet() {
        return database.count("select count(*) from message where state = 'sending' and due_at > clock_timestamp()")
                        == 0
                && database.count("select count(*) from outbox where sent_at is null") == 0
                && database.count(
                                "select count(*) from outbox o where not exists (select 1 from ledger_entry l where l.event_id = o.id)")
                        == 0;
    }
}
