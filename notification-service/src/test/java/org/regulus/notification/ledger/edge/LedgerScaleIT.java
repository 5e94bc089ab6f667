package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.ledger.HashChain;

/**
 * A measurement, asked for by {@code -Dmeasure}: a ledger of {@code -Dentries}, each appended by the function that appends every event,
 * is verified over REST and a case of it proven, beside the bare hashing of the same texts in the same run.
 */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class LedgerScaleIT {

    private static final int IN_ONE_TRANSACTION = 1_000;
    private static final int TOLD_EVERY = 1_000_000;
    private static final int HASHED_MAX = 1_000_000;
    private static final String PADDING = "x".repeat(400);
    private static final String APPEND =
            """
            select max(ledger_append(id, 'regulus.notification.ledger-measured.v1', 'REGULUS', 'regulus.notification.events',
              '{"authority":"REGULUS","data":{"padding":"%s"},"id":"' || id || '","type":"regulus.notification.ledger-measured.v1"}'))
            from (select gen_random_uuid() as id from generate_series(1, %d)) as made""";

    @Inject
    Database database;

    @Test
    void a_long_ledger_is_verified_in_a_small_memory() throws SQLException {
        int entries = Integer.getInteger("entries", 1_000_000);
        double appended = entries / append(entries);
        System.out.printf("append: %.0f entries/s, %d in a transaction%n", appended, IN_ONE_TRANSACTION);
        long start = System.nanoTime();
        JsonPath outcome = verified();
        double rate = outcome.getLong("entries") / seconds(start);
        System.out.printf("verify: %.0f entries/s; heap after the last collection %d MB%n", rate, live());
        double hashed = hashed(Math.min(entries, HASHED_MAX));
        System.out.printf(
                "bare hashing: %.0f entries/s; ratios: append %.3f, verify %.3f%n",
                hashed, appended / hashed, rate / hashed);
        assertThat(outcome.getBoolean("intact")).isTrue();
        assertThat(outcome.getLong("entries")).isGreaterThanOrEqualTo(entries);
    }

    private double append(int entries) throws SQLException {
        String some = APPEND.formatted(PADDING, IN_ONE_TRANSACTION);
        long start = System.nanoTime();
        for (int done = 0; done < entries; done += IN_ONE_TRANSACTION) {
            database.execute(some);
            if (done % TOLD_EVERY == 0) {
                System.out.printf("%d of %d appended after %.0f s%n", done, entries, seconds(start));
            }
        }
        return seconds(start);
    }

    /** Takes as long as it takes. */
    private static JsonPath verified() {
        return as(Tokens.officer("auditor", "MIIT"))
                .config(RestAssured.config()
                        .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 0)))
                .get("/ledger/verification")
                .jsonPath();
    }

    /** A leaf, a link of the chain and a node of the tree for each entry, on one core. */
    private static double hashed(int entries) {
        String text = PADDING + "a".repeat(150);
        byte[] chain = new byte[HashChain.HASH_BYTES];
        byte[] node = chain;
        long start = System.nanoTime();
        for (int i = 0; i < entries; i++) {
            byte[] leaf = HashChain.leaf(text);
            chain = HashChain.link(chain, leaf);
            node = HashChain.link(node, leaf);
        }
        return entries / seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .filter(Objects::nonNull)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                >> 20;
    }
}
