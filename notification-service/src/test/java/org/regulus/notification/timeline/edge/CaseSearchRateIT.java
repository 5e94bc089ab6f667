package org.regulus.notification.timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;

/** A measurement, asked for by {@code -Dmeasure}: the first page of usual filters over {@code -Dcases} generated cases, over REST. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class CaseSearchRateIT {

    private static final int WARM_UP = 50;
    private static final int TIMES = 200;

    /**
     * Ids in the order of time; five authorities, one of which holds half; phases and provinces as rare as they come; one case in a hundred is
     * in nobody's hands.
     */
    private static final String GENERATE =
            """
            insert into known_case (id, authority, operator_id, case_number, campaign_id, province, kind, phase, opened_at,
                                    next_due, next_due_at, assigned_to)
            select cast(lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(n %% 4096), 3, '0') || '8'
                        || substr(md5(cast(n as text)), 1, 15) as uuid),
                   (array['GENA','GENA','GENA','GENA','GENB','GENC','GEND','GENE'])[1 + n %% 8], gen_random_uuid(),
                   'GEN-2019-NS-' || lpad(cast(n as text), 8, '0'), cast(md5(cast(n %% 40 as text)) as uuid),
                   cast(11 + n %% 31 as text), case when n %% 20 = 0 then 'risk' else 'campaign' end,
                   (array['closed','closed','closed','closed','filing','filing','review','inspection','rectification','penalty'])[1 + n %% 10],
                   clock_timestamp(), 'filing', clock_timestamp() + make_interval(hours => cast(n %% 10000 as int)),
                   case when n %% 100 > 0 then case when n %% 400 = 1 then 'case-officer@GENB' else 'officer-' || n %% 300 end end
            from generate_series(1, %d) as n""";

    @Inject
    Database database;

    @Test
    void first_pages() throws SQLException {
        int cases = Integer.getInteger("cases", 1_000_000);
        database.execute(GENERATE.formatted(cases));
        database.execute("analyze known_case");
        for (String filter : List.of(
                "limit=50",
                "phase=penalty",
                "phase=penalty&province=44",
                "phase=filing&kind=risk",
                "campaign=" + "c4ca4238-a0b9-2382-0dcc-509a6f75849b",
                "assignedTo=me",
                "assignedTo=me&phase=penalty",
                "assignedTo=nobody",
                "assignedTo=officer-101",
                "dueBefore=" + Instant.now().plus(Duration.ofDays(7)),
                "text=GEN-2019-NS-00000042")) {
            measure(filter, cases);
        }
    }

    private static void measure(String filter, int cases) {
        String officer = Tokens.officer("case-officer", "GENB");
        double[] millis = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long start = System.nanoTime();
            assertThat(as(officer).get("/cases?" + filter).statusCode()).isEqualTo(200);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "first page of %d cases, %s: p50 %.1f ms, p95 %.1f ms%n",
                cases, filter, millis[TIMES / 2], millis[TIMES * 95 / 100]);
    }
}
