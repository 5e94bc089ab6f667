package org.regulus.notification.timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;

/**
 * A measurement, asked for by {@code -Dmeasure}: the first page of usual filters over {@code -Dcases} generated cases with {@code -Dtimeline}
 * events each, over REST. With {@code -DatMost} it fails when a p95 takes more milliseconds.
 */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class CaseSearchRateIT {

    private static final int WARM_UP = 50;
    private static final int TIMES = 200;
    private static final String OFFICER = Tokens.officer("case-officer", "GENB");
    private static final List<String> FILTERS = List.of(
            "limit=50",
            "authority=GENB&phase=filing",
            "phase=penalty",
            "phase=closed",
            "phase=penalty&province=35",
            "phase=filing&kind=risk",
            "province=31&kind=risk",
            "phase=closed&province=31&kind=risk",
            "assignedTo=me",
            "assignedTo=me&phase=penalty",
            "assignedTo=nobody",
            "assignedTo=officer-101",
            "text=" + URLEncoder.encode("公司", StandardCharsets.UTF_8));

    @Inject
    Database database;

    @Test
    void first_pages() throws SQLException {
        int cases = Integer.getInteger("cases", 1_000_000);
        int events = Integer.getInteger("timeline", 20);
        long start = System.nanoTime();
        GeneratedCases.make(database, cases, events);
        System.out.printf(
                "%d cases with %d timeline entries each were made in %d s%n",
                cases, events, (System.nanoTime() - start) / 1_000_000_000);
        String campaign = database.text("select cast(md5('4GENB') as uuid)");
        String name =
                database.text("select substr(operator_name, 3, 4) from known_case where authority = 'GENB' limit 1");
        List<String> filters = new ArrayList<>(FILTERS);
        filters.add("text="
                + database.text("select left(case_number, 18) from known_case where authority = 'GENB' limit 1"));
        filters.add("campaign=" + campaign);
        filters.add("campaign=" + campaign + "&phase=rectification");
        filters.add("dueBefore=" + Instant.now().plus(Duration.ofDays(7)));
        filters.add("dueBefore=" + Instant.now().minus(Duration.ofDays(6)));
        filters.add("dueBefore=" + Instant.now().plus(Duration.ofDays(30)) + "&phase=rectification");
        filters.add("text=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        Map<String, Double> slow = new TreeMap<>();
        for (String filter : filters) {
            slow.put(filter, measure("/cases?" + filter));
        }
        String some = database.text("select id from known_case where authority = 'GENB' order by id desc limit 1");
        slow.put("timeline", measure("/cases/" + some + "/timeline"));
        slow.values().removeIf(p95 -> p95 <= Integer.getInteger("atMost", Integer.MAX_VALUE));
        assertThat(slow).isEmpty();
    }

    /** @return p95 in milliseconds */
    private static double measure(String path) {
        double[] millis = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long start = System.nanoTime();
            assertThat(as(OFFICER).get(path).statusCode()).isEqualTo(200);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        double p95 = millis[TIMES * 95 / 100];
        System.out.printf("%s: p50 %.1f ms, p95 %.1f ms%n", path, millis[TIMES / 2], p95);
        return p95;
    }
}
