package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;

/** How PostgreSQL finds an operator among twenty thousand: what it counts of its own scans, for each search as it is really sent. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OperatorSearchIT {

    /** Most are in one province and have one kind; what is looked for is rare, or every index is worse than reading on. */
    private static final String MANY =
            """
            with made as (insert into operator (id, uscc, created_at)
                          select gen_random_uuid(), '%1$s' || n, now() from generate_series(1, 20000) n returning id, uscc)
            insert into registration (id, authority, operator_id, uscc, name, province, licence_class, licence_number,
                system_kinds, notice_email, language, status, further_licence_numbers, announced, version)
            select gen_random_uuid(), '%1$s', id, uscc, '合成企业' || md5(uscc), case when random() < 0.001 then '65' else '44' end,
                'B11', 'L-' || uscc, case when random() < 0.001 then array['cdn'] else array['app'] end, 'a@b.example', 'zh',
                case when random() < 0.001 then 'ceased' else 'active' end, '{}', 1, 1 from made""";

    private static final String WHOLE = "select seq_scan from pg_stat_user_tables where relname = 'registration'";

    private final Map<String, List<String>> searches = new LinkedHashMap<>();

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void every_search_uses_an_index_made_for_it_and_none_reads_the_whole_register() throws SQLException {
        Stage stage = new Stage(clock);
        sql(MANY.formatted(stage.authority));
        sql("vacuum analyze registration");
        searches.put("name=云", List.of("registration_by_name"));
        searches.put("name=Synthetic Mail", List.of("registration_by_name"));
        searches.put("uscc=" + stage.authority + 777, List.of("registration_by_uscc"));
        searches.put(
                "licence=L-" + stage.authority + 777,
                List.of("registration_by_licence", "registration_by_further_licence"));
        searches.put("province=65", List.of("registration_by_province", "registration_by_further_province"));
        searches.put("kind=cdn", List.of("registration_by_kind", "registration_by_inventory_kind"));
        searches.put("status=ceased", List.of("registration_by_status"));
        try {
            searches.forEach((query, index) -> finds(stage, query, index));
        } finally {
            sql("delete from registration where authority = '%s' and uscc like '%1$s%%'".formatted(stage.authority));
        }
    }

    /** What an earlier test read may be counted late, but not three times: what reads the whole register does so each time. */
    private void finds(Stage stage, String query, List<String> indexes) {
        assertThat(IntStream.range(0, 3).anyMatch(look -> wholeReadsOf(stage, query, indexes) == 0))
                .as(query)
                .isTrue();
    }

    /** The counts arrive a little after the search, those of the index together with those of the register. */
    private long wholeReadsOf(Stage stage, String query, List<String> indexes) {
        long whole = scans(WHOLE);
        List<Long> before = indexes.stream().map(this::uses).toList();
        await(query)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Stage.as(stage.officer("auditor"))
                            .get("/operators?" + query)
                            .then()
                            .statusCode(200);
                    return IntStream.range(0, indexes.size()).allMatch(i -> uses(indexes.get(i)) > before.get(i));
                });
        return scans(WHOLE) - whole;
    }

    private long uses(String index) {
        return scans("select idx_scan from pg_stat_user_indexes where indexrelname = '%s'".formatted(index));
    }

    private long scans(String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement any = connection.createStatement()) {
            any.execute(statement);
        }
    }
}
