package org.regulus.filing.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.filing.registry.SyntheticRegister;

/** Registers as they really come, imported in the background. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RegistryImportIT {

    private static final Logger LOG = Logger.getLogger(RegistryImportIT.class);
    private static final int OPERATORS = 500;
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Inject
    AgroalDataSource database;

    @Test
    void five_hundred_operators_are_imported_and_get_their_cases_without_a_gap() {
        Stage stage = new Stage(clock);
        stage.importCsv(SyntheticRegister.csv(OPERATORS))
                .then()
                .body("state", equalTo("completed"))
                .body("rows", equalTo(OPERATORS))
                .body("done", equalTo(OPERATORS))
                .body("imported", equalTo(OPERATORS));

        long before = System.nanoTime();
        stage.published();
        LOG.infof("drafted and published %d cases in %d ms", OPERATORS + 2, (System.nanoTime() - before) / 1_000_000);

        assertThat(numbers(stage))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, OPERATORS + 2)
                        .mapToObj(n -> "%s-2019-NS-%06d".formatted(stage.authority, n))
                        .toList());
    }

    /** Every case of the campaign, page after page. */
    private static List<String> numbers(Stage stage) {
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Stage.as(stage.officer("auditor"))
                    .get("/cases?limit=200&campaign=" + stage.campaignId + "&cursor=" + cursor)
                    .jsonPath();
            numbers.addAll(page.getList("items.caseNumber"));
            cursor = page.getString("next");
        }
        return numbers;
    }

    @Test
    void what_cannot_be_read_to_its_end_changes_nothing() {
        Stage stage = new Stage(clock);
        failed(stage.importCsv(SyntheticRegister.csv(5_001)), "registry.too-many-rows");
        byte[] chinese = SyntheticRegister.csv(3).getBytes(Charset.forName("GB18030"));
        failed(stage.over(stage.submitImport(chinese, CSV, false)), "registry.encoding");
        failed(stage.over(stage.submitImport("no workbook".getBytes(), XLSX, false)), "registry.syntax");
        failed(stage.importCsv(""), "registry.header");
        onlyTheTwo(stage);
        stage.submitImport(new byte[] {1}, "application/pdf", false).then().statusCode(415);
    }

    private static void failed(Response over, String code) {
        over.then()
                .body("state", equalTo("failed"))
                .body("fault.code", equalTo(code))
                .body("done", equalTo(0));
    }

    /** A chunk has a hundred rows here: the second row of an operator is found in a later chunk as well. */
    @Test
    void sound_rows_are_taken_and_each_error_of_the_others_can_be_downloaded() {
        Stage stage = new Stage(clock);
        List<String> rows = new ArrayList<>(SyntheticRegister.csv(150).lines().toList());
        rows.set(3, rows.get(3).replace(",44,", ",99,").replace("@", " at "));
        rows.add(rows.get(1));
        rows.add("one,two");
        Response over = stage.importCsv(String.join("\n", rows));
        over.then()
                .body("state", equalTo("completed"))
                .body("done", equalTo(152))
                .body("imported", equalTo(149))
                .body("rejected", equalTo(3));
        String errors = "/operators/imports/" + over.path("id") + "/errors";
        String told = Stage.as(stage.officer("auditor"))
                .get(errors)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(told.lines().map(line -> line.split(",")).map(cells -> cells[0] + " " + cells[1] + " " + cells[2]))
                .containsExactly(
                        "row field code",
                        "3 province registry.province",
                        "3 notice_email registry.notice-email",
                        "151 uscc registry.duplicate",
                        "152  registry.columns");
    }

    @Test
    void a_dry_run_tells_what_would_happen_and_does_not_do_it() {
        Stage stage = new Stage(clock);
        String file = SyntheticRegister.csv(150)
                + Stage.csv().lines().skip(1).findFirst().orElseThrow();
        stage.over(stage.submitImport(file.getBytes(StandardCharsets.UTF_8), CSV, true))
                .then()
                .body("dryRun", equalTo(true))
                .body("imported", equalTo(150))
                .body("unchanged", equalTo(1));
        onlyTheTwo(stage);
    }

    @Test
    void a_workbook_says_the_same_as_the_csv() throws IOException {
        Stage stage = new Stage(clock);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("register");
            List<String> lines = Stage.csv().lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",");
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        stage.over(stage.submitImport(file.toByteArray(), XLSX, false))
                .then()
                .body("state", equalTo("completed"))
                .body("unchanged", equalTo(2));
    }

    /** As another instance left it: 200 rows were taken, and then it fell. */
    @Test
    void an_import_waits_for_the_one_before_and_goes_on_where_another_instance_fell() throws Exception {
        Stage stage = new Stage(clock);
        UUID left = leftBehind(stage, SyntheticRegister.csv(OPERATORS));
        Response waiting = stage.submitImport(Stage.csv().getBytes(StandardCharsets.UTF_8), CSV, false);
        waiting.then()
                .statusCode(202)
                .header("Location", endsWith("/operators/imports/" + waiting.path("id")))
                .body("state", equalTo("waiting"));
        cancel(stage.officer("campaign-manager"), waiting)
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        cancel(stage.officer("campaign-manager"), waiting)
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));

        sql("update import_job set claimed_until = clock_timestamp() where id = '%s'".formatted(left));
        Response over = stage.importCsv(Stage.csv());
        over.then().body("unchanged", equalTo(2));
        Stage.as(stage.officer("auditor"))
                .get("/operators/imports/" + left)
                .then()
                .body("state", equalTo("completed"))
                .body("done", equalTo(OPERATORS))
                .body("imported", equalTo(OPERATORS));
        Stage.as(stage.officer("auditor"))
                .get("/operators?licence=B1-00000200")
                .then()
                .body("items", hasSize(1));
        Stage.as(stage.officer("auditor"))
                .get("/operators?licence=B1-00000199")
                .then()
                .body("items", hasSize(0));
        cancel(stage.officer("campaign-manager"), over)
                .then()
                .statusCode(409)
                .body("code", equalTo("import.move-not-allowed"));
        assertThat(sql("delete from import_part where job_id = '%s'".formatted(left)))
                .isZero();
        assertThat(sql("delete from import_seen where job_id = '%s'".formatted(left)))
                .isZero();
    }

    private UUID leftBehind(Stage stage, String csv) throws Exception {
        UUID id = UUID.fromString(
                "00000000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24));
        try (Connection connection = database.getConnection();
                PreparedStatement part =
                        connection.prepareStatement("insert into import_part (job_id, part, bytes) values (?, ?, ?)")) {
            byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 2; i++) {
                part.setObject(1, id);
                part.setInt(2, i);
                part.setBytes(3, Arrays.copyOfRange(bytes, i * 5_000, i == 0 ? 5_000 : bytes.length));
                part.execute();
            }
        }
        sql(
                """
            insert into import_job (id, authority, format, dry_run, state, rows_in_file, rows_done, imported, submitted_at,
                submitted_by, claim, claimed_until, version)
            values ('%s', '%s', 'text/csv', false, 'running', %d, 200, 200, now(), 'other', gen_random_uuid(),
                clock_timestamp() + interval '1 hour', 1)"""
                        .formatted(id, stage.authority, OPERATORS));
        return id;
    }

    private int sql(String statement) throws Exception {
        try (Connection connection = database.getConnection();
                var any = connection.createStatement()) {
            return any.executeUpdate(statement);
        }
    }

    private static Response cancel(String token, Response job) {
        return Stage.as(token).body("{}").put("/operators/imports/" + job.path("id") + "/cancellation");
    }

    @Test
    void others_see_no_import_and_only_a_campaign_manager_makes_one() {
        Stage stage = new Stage(clock);
        Response over = stage.importCsv(Stage.csv());
        String path = "/operators/imports/" + over.path("id");
        String elsewhere = new Stage(clock).officer("campaign-manager");
        Stage.as(elsewhere).get(path).then().statusCode(404).body("code", equalTo("import.unknown"));
        Stage.as(elsewhere).get(path + "/errors").then().statusCode(404).body("code", equalTo("import.unknown"));
        cancel(elsewhere, over).then().statusCode(404).body("code", equalTo("import.unknown"));
        Stage.as(elsewhere).get("/operators/imports").then().body("items", hasSize(1));
        cancel(stage.officer("case-officer"), over).then().statusCode(403);
        Stage.as(Tokens.operator(UUID.randomUUID())).get(path).then().statusCode(403);
        given().auth()
                .oauth2(stage.officer("case-officer"))
                .contentType(CSV)
                .body(Stage.csv())
                .post("/operators/imports")
                .then()
                .statusCode(403);
    }

    @Test
    void the_same_key_and_file_are_the_same_import() {
        Stage stage = new Stage(clock);
        String key = UUID.randomUUID().toString();
        String first =
                keyed(stage, key, Stage.csv()).then().statusCode(202).extract().path("id");
        keyed(stage, key, Stage.csv()).then().statusCode(202).body("id", equalTo(first));
        keyed(stage, key, SyntheticRegister.csv(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency.key-reused"));
    }

    private static Response keyed(Stage stage, String key, String csv) {
        return given().auth()
                .oauth2(stage.officer("campaign-manager"))
                .header("Idempotency-Key", key)
                .contentType(CSV)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/operators/imports");
    }

    @Test
    void an_authority_that_is_not_set_up_has_no_register() throws Exception {
        given().auth()
                .oauth2(Tokens.officer("campaign-manager", "NOBODY"))
                .contentType("text/csv")
                .body(Stage.csv().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/operators/imports")
                .then()
                .statusCode(409)
                .body("code", equalTo("authority.unknown"));
        assertThat(sql("delete from import_part p where not exists (select 1 from import_job j where j.id = p.job_id)"))
                .as("what was uploaded for nothing")
                .isZero();
    }

    @Test
    void lists_come_in_pages_with_a_link_to_the_next() {
        Stage stage = new Stage(clock);
        var first = Stage.as(stage.officer("auditor")).get("/operators?limit=1");
        first.then().body("items", hasSize(1)).header("Link", notNullValue());
        Stage.as(stage.officer("auditor"))
                .get("/operators?limit=1&cursor=" + first.jsonPath().getString("next"))
                .then()
                .body("items", hasSize(1))
                .header("Link", org.hamcrest.Matchers.nullValue());
        Stage.as(stage.officer("auditor"))
                .get("/operators?limit=201")
                .then()
                .statusCode(422)
                .body("code", equalTo("page.limit-out-of-range"));
        Stage.as(stage.officer("auditor")).get("/operators?cursor=!").then().statusCode(400);
    }

    private static void onlyTheTwo(Stage stage) {
        Stage.as(stage.officer("auditor")).get("/operators").then().body("items", hasSize(2));
    }
}
