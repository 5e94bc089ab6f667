package org.regulus.notification.export.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** A list of cases to take away. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ExportIT {

    private static int made = 0;

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
    void a_case_is_told_with_its_phase_and_what_is_due_next() {
        told.tell("filing.case-opened");
        told.awaitTimeline(1);
        String id =
                ask(told.officer(), Map.of("phase", "filing")).then().extract().path("id");
        assertThat(file(id))
                .contains(told.caseId() + ",MIIT-2019-NS-000042," + told.authority())
                .contains(",campaign,filing,")
                .endsWith(",filing,2019-07-15T16:00:00Z\r\n");
    }

    @Test
    void nobody_fetches_what_somebody_else_asked_for() {
        String id = ask(told.officer(), Map.of()).then().extract().path("id");
        file(id);
        for (String path : List.of("/case-exports/" + id, "/case-exports/" + id + "/file")) {
            problem(as(Tokens.officer("auditor", told.authority())).get(path).then(), 404, "export.unknown");
            problem(as(Tokens.officer("case-officer", "GDCA")).get(path).then(), 404, "export.unknown");
            problem(as(told.operator()).get(path).then(), 403, "auth.forbidden");
            TokenRefusals.check(path);
        }
        problem(as(told.officer()).get("/case-exports/" + UUID.randomUUID()).then(), 404, "export.unknown");
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
