package org.regulus.notification.export.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;
import org.regulus.notification.export.CsvLine;

/** A list of cases to take away. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ExportIT {

    private static int made = 0;

    @Inject
    Scheduler scheduler;

    @Inject
    Database database;

    /** An authority of its own. */
    private final Told told = Told.anew("XPRT" + (char) ('A' + made++));

    @Test
    void all_cases_of_a_filter_are_in_it_once_also_when_they_take_several_parts() throws SQLException {
        int cases = 2_345;
        database.execute(
                """
                insert into known_case (id, authority, case_number, province)
                select gen_random_uuid(), '%s', 'X-' || n, case when n %% 2 = 0 then '44' else '31' end
                from generate_series(1, %d) n"""
                        .formatted(told.authority(), cases));
        String id =
                ask(told.officer(), Map.of()).then().statusCode(202).extract().path("id");
        List<String> lines = file(id).lines().toList();
        assertThat(lines.get(0)).startsWith("caseId,caseNumber,authority,");
        assertThat(lines.subList(1, lines.size())).hasSize(cases).doesNotHaveDuplicates();
        assertThat(as(told.officer()).get("/case-exports/" + id).<Integer>path("cases"))
                .isEqualTo(cases);
        String some =
                ask(told.officer(), Map.of("province", "44")).then().extract().path("id");
        assertThat(file(some).lines().skip(1)).hasSize(cases / 2).allMatch(line -> line.contains(",44,"));
    }

    @Test
    void the_same_cases_are_in_the_workbook_each_cell_a_text() throws SQLException, IOException {
        database.execute(
                """
                insert into known_case (id, authority, case_number, province, operator_name)
                select gen_random_uuid(), '%s', 'X-' || n, '0' || n, '=演示' || n from generate_series(1, 1234) n"""
                        .formatted(told.authority()));
        String id = ask(told.officer(), Map.of()).then().extract().path("id");
        List<String> lines = file(id).lines().toList();
        byte[] content = as(told.officer())
                .get("/case-exports/%s/workbook".formatted(id))
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header("Content-Disposition", "attachment; filename=\"cases.xlsx\"")
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(lines.size()).hasSize(1235);
            for (int i = 0; i < rows.size(); i++) {
                List<String> cells = rows.get(i).stream()
                        .map(cell -> cell == null || cell.getText().isEmpty() ? null : cell.getText())
                        .toList();
                assertThat(lines.get(i)).startsWith(CsvLine.of(cells).strip());
            }
            assertThat(rows.get(7).getCell(4).getType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void a_sheet_that_is_full_is_followed_by_another() throws IOException {
        CaseWorkbook workbook = new CaseWorkbook(List.of("number"), 1_000);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        List<List<String>> part = Collections.nCopies(100, List.of("7"));
        for (int i = 0; i < 10; i++) {
            whole.write(workbook.add(part));
        }
        whole.write(workbook.end());
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(whole.toByteArray()))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("cases", "cases 2");
            try (Stream<Row> rows = sheets.get(1).openStream()) {
                assertThat(rows.map(row -> row.getCell(0).getText())).containsExactly("number", "7");
            }
        }
    }

    @Test
    void a_case_is_told_with_its_phase_and_what_is_due_next() {
        told.tell("filing.case-opened");
        told.tell("filing.case-assigned");
        told.awaitTimeline(2);
        String id =
                ask(told.officer(), Map.of("phase", "filing")).then().extract().path("id");
        assertThat(file(id))
                .contains(told.caseId() + ",MIIT-2019-NS-000042," + told.authority())
                .contains(",campaign,filing,")
                .endsWith(",filing,2019-07-15T16:00:00Z,%s\r\n"
                        .formatted(told.data("filing.case-assigned")
                                .path("assignedTo")
                                .asText()));
        assertThat(file(id).lines().findFirst().orElseThrow()).endsWith(",nextDueAt,assignedTo");
    }

    @Test
    void nobody_fetches_what_somebody_else_asked_for() {
        String id = ask(told.officer(), Map.of()).then().extract().path("id");
        file(id);
        for (String path :
                List.of("/case-exports/" + id, "/case-exports/" + id + "/file", "/case-exports/" + id + "/workbook")) {
            problem(as(Tokens.officer("auditor", told.authority())).get(path).then(), 404, "export.unknown");
            problem(as(Tokens.officer("case-officer", "GDCA")).get(path).then(), 404, "export.unknown");
            problem(as(told.operator()).get(path).then(), 403, "auth.forbidden");
            TokenRefusals.check(path);
        }
        problem(as(told.officer()).get("/case-exports/" + UUID.randomUUID()).then(), 404, "export.unknown");
    }

    @Test
    void what_is_kept_no_more_is_refused_and_each_fetch_of_what_is_kept_is_noted() throws SQLException {
        String id = ask(told.officer(), Map.of()).then().extract().path("id");
        file(id);
        assertThat(database.text("select format || ' ' || fetched_by from case_export_fetch where export_id = '%s'"
                        .formatted(id)))
                .isEqualTo("csv case-officer@" + told.authority());
        database.execute("delete from case_export_part where export_id = '%s'".formatted(id));
        as(told.officer()).get("/case-exports/" + id).then().body("state", equalTo("expired"));
        problem(as(told.officer()).get("/case-exports/%s/file".formatted(id)).then(), 409, "export.expired");
        problem(
                as(told.officer())
                        .get("/case-exports/%s/workbook".formatted(id))
                        .then(),
                409,
                "export.expired");
        assertThat(database.count("select count(*) from case_export_fetch where export_id = '%s'".formatted(id)))
                .isOne();
    }

    @Test
    void what_cannot_be_made_is_given_up_and_another_may_be_asked_for() throws SQLException {
        problem(ask(told.officer(), Map.of("text", "a\0b")).then(), 422, "case.filter-impossible");
        problem(as(told.officer()).queryParam("text", "a\0b").get("/cases").then(), 422, "case.filter-impossible");
        database.execute(
                """
                insert into case_export (id, authority, asked_by, filter, asked_at, attempts)
                values ('%s', '%s', 'case-officer@%2$s', '{"text": "a\\u0000b"}', clock_timestamp(), 4)"""
                        .formatted(told.caseId(), told.authority()));
        Told.await("the last attempt")
                .until(() -> database.count("select attempts from case_export where id = '%s'".formatted(told.caseId()))
                        == 5);
        database.execute("update case_export set lease_until = '-infinity' where id = '%s'".formatted(told.caseId()));
        String path = "/case-exports/" + told.caseId();
        Told.await("given up")
                .until(() -> "failed".equals(as(told.officer()).get(path).path("state")));
        problem(as(told.officer()).get(path + "/file").then(), 409, "export.failed");
        file(ask(told.officer(), Map.of()).then().statusCode(202).extract().path("id"));
    }

    @Test
    void of_several_requests_at_once_one_is_granted() {
        String officer = told.officer();
        scheduler.pause(); // or one might be made before the next is asked for
        assertThat(IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> ask(officer, Map.of()).statusCode())
                        .filter(status -> status == 202)
                        .count())
                .isOne();
    }

    @AfterEach
    void go_on() {
        scheduler.resume();
    }

    @Test
    void exports_are_few_and_one_at_a_time() throws SQLException {
        String officer = told.officer();
        String person = "case-officer@" + told.authority();
        database.execute(
                """
                insert into case_export (id, authority, asked_by, filter, asked_at, lease_until)
                values ('%s', '%s', '%s', '{}', clock_timestamp(), 'infinity')"""
                        .formatted(told.caseId(), told.authority(), person));
        problem(ask(officer, Map.of()).then(), 409, "export.running");
        problem(
                as(officer)
                        .get("/case-exports/%s/file".formatted(told.caseId()))
                        .then(),
                409,
                "export.running");
        problem(
                as(officer)
                        .get("/case-exports/%s/workbook".formatted(told.caseId()))
                        .then(),
                409,
                "export.running");
        database.execute(
                """
                insert into case_export (id, authority, asked_by, filter, asked_at, finished_at)
                select gen_random_uuid(), authority, asked_by, filter, asked_at, asked_at from case_export, generate_series(1, 20)
                where id = '%1$s'; update case_export set finished_at = asked_at where id = '%1$s'"""
                        .formatted(told.caseId()));
        problem(ask(officer, Map.of()).then(), 409, "export.too-many");
    }

    private static Response ask(String token, Map<String, Object> filter) {
        return as(token).contentType("application/json").body(filter).post("/case-exports");
    }

    private String file(String id) {
        Told.await("the export").until(() -> "finished"
                .equals(as(told.officer()).get("/case-exports/" + id).path("state")));
        return as(told.officer())
                .get("/case-exports/%s/file".formatted(id))
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .extract()
                .asString();
    }
}
