package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class LedgerIT {

    private static final HexFormat HEX = HexFormat.of();
    private static final String ADMIN =
            Tokens.as("admin").roles("platform-admin").sign();
    private static final String AUDITOR = Tokens.officer("auditor", "MIIT");

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    private final Told told = Told.anew("MIIT");

    @Test
    void an_outsider_recomputes_the_chain_from_the_entries_to_the_head() throws Exception {
        UUID event = told.tell("filing.filing-submitted");
        awaitLeaf(event);
        byte[] chain = new byte[32];
        long position = 0;
        for (List<Map<String, Object>> page = entries(0); !page.isEmpty(); page = entries(position)) {
            for (Map<String, Object> entry : page) {
                String canonical = (String) entry.get("canonical");
                byte[] leaf = sha256(0, canonical.getBytes(StandardCharsets.UTF_8));
                assertThat(entry.get("previousHash")).isEqualTo(HEX.formatHex(chain));
                chain = sha256(1, chain, leaf);
                assertThat(entry.get("leafHash")).isEqualTo(HEX.formatHex(leaf));
                assertThat(entry.get("chainHash")).isEqualTo(HEX.formatHex(chain));
                assertThat(entry.get("position")).isEqualTo((int) ++position);
            }
        }
        assertThat(position).isPositive();
    }

    @Test
    void an_entry_is_the_whole_event_in_canonical_form() throws Exception {
        UUID event = told.tell("filing.filing-submitted");
        awaitLeaf(event);
        Map<String, Object> entry = entry(event, ADMIN);
        var text = json.readTree((String) entry.get("canonical"));
        assertThat(text.path("id").asText()).isEqualTo(event.toString());
        assertThat(text.path("specversion").asText()).isEqualTo("1.0");
        assertThat(text.path("sequence").asText()).isEqualTo("1");
        assertThat(text.path("data")).isEqualTo(told.data("filing.filing-submitted"));
        List<String> names = new ArrayList<>();
        text.fieldNames().forEachRemaining(names::add);
        assertThat(names).isSorted();
        assertThat((String) entry.get("canonical")).doesNotContain("\": ").doesNotContain(", \"");
    }

    @Test
    void entries_come_in_order_by_position_and_the_head_is_the_last_of_them() {
        awaitLeaf(told.tell("filing.filing-submitted"));
        awaitLeaf(told.tell("filing.filing-accepted"));
        as(AUDITOR)
                .queryParam("after", 1)
                .queryParam("limit", 1)
                .get("/ledger/entries")
                .then()
                .statusCode(200)
                .body("items.position", org.hamcrest.Matchers.contains(2));
        var head =
                as(AUDITOR).get("/ledger/head").then().statusCode(200).extract().jsonPath();
        assertThat(head.getLong("position")).isGreaterThanOrEqualTo(2);
        assertThat(head.getString("chainHash")).hasSize(64);
    }

    @Test
    void another_authoritys_text_is_not_shown_but_its_hashes_are() {
        UUID event = told.tell("filing.filing-submitted");
        awaitLeaf(event);
        Map<String, Object> entry = entry(event, Tokens.officer("auditor", "GDCA"));
        assertThat(entry.get("canonical")).isNull();
        assertThat((String) entry.get("leafHash")).hasSize(64);
        assertThat(entry(event, AUDITOR).get("canonical")).isNotNull();
        assertThat(entry(event, Tokens.as("lost").roles("auditor").sign()).get("canonical"))
                .isNull();
    }

    @Test
    void a_ledger_longer_than_a_page_is_followed_to_its_end() throws SQLException {
        int more = Verification.PAGE + 10;
        database.execute(
                """
                do $$ declare id uuid; begin for i in 1..%d loop
                  id := gen_random_uuid();
                  perform ledger_append(id, 'test', 'MIIT', 'test',
                    '{"authority":"MIIT","id":"' || id || '","type":"test"}');
                end loop; end $$"""
                        .formatted(more));
        as(AUDITOR)
                .get("/ledger/verification")
                .then()
                .body("intact", equalTo(true))
                .body("firstFault", equalTo(null))
                .body("entries", org.hamcrest.Matchers.greaterThanOrEqualTo(more));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set canonical = canonical || ' '",
                "delete from ledger_entry",
                "truncate ledger_entry"
            })
    void the_table_takes_no_change_and_no_removal(String change) {
        awaitLeaf(told.tell("filing.filing-submitted"));
        assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("append-only");
    }

    @Test
    void doors_stay_shut() {
        for (String path :
                List.of("/ledger/head", "/ledger/entries", "/ledger/verification", "/ledger/verification/progress")) {
            TokenRefusals.check(path);
            problem(as(told.officer()).get(path).then(), 403, "auth.forbidden");
            problem(as(told.operator()).get(path).then(), 403, "auth.forbidden");
            as(ADMIN).get(path).then().statusCode(200);
        }
        problem(as(AUDITOR).queryParam("limit", 1001).get("/ledger/entries").then(), 422, "request.invalid");
        problem(as(AUDITOR).queryParam("after", -1).get("/ledger/entries").then(), 422, "request.invalid");
    }

    private void awaitLeaf(UUID event) {
        Told.await("leaf of " + event)
                .until(() -> database.count("select count(*) from ledger_entry where event_id = '%s'".formatted(event))
                        == 1);
    }

    private Map<String, Object> entry(UUID event, String token) {
        long position = database.count("select position from ledger_entry where event_id = '%s'".formatted(event));
        return as(token)
                .queryParam("after", position - 1)
                .queryParam("limit", 1)
                .get("/ledger/entries")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
    }

    private static List<Map<String, Object>> entries(long after) {
        return as(ADMIN)
                .queryParam("after", after)
                .queryParam("limit", 7)
                .get("/ledger/entries")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static byte[] sha256(int tag, byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) tag);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
