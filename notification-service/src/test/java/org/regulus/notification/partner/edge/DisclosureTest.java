package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.partner.Classification.CONFIDENTIAL;
import static org.regulus.notification.partner.Classification.PUBLIC;
import static org.regulus.notification.partner.Classification.RESTRICTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulus.common.testing.Golden;
import org.regulus.notification.partner.Classification;
import org.regulus.notification.partner.EventFilter;

class DisclosureTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONCLUDED =
            """
            {"authority":"MIIT","data":{"authority":"MIIT","caseId":"c-1","findings":[{"findingId":"f-1",\
            "item":"firewall","severity":"major"}],"inventedLater":1e-7,"outcome":"issues"},"id":"e-1",\
            "subject":"c-1","type":"regulus.inspection.inspection-concluded.v1"}""";

    private final Disclosure disclosure = disclosure();

    static List<String> shown() {
        return EventFilter.ALL.shownTypes();
    }

    @Test
    void who_is_cleared_for_everything_reads_it_byte_for_byte_as_it_stands_in_the_ledger() {
        assertThat(disclosure.of(CONCLUDED, CONFIDENTIAL)).isEqualTo(new Disclosure.Told("c-1", CONCLUDED));
    }

    @Test
    void what_is_left_is_canonical_and_names_what_is_not() {
        assertThat(disclosure.of(CONCLUDED, RESTRICTED).text())
                .isEqualTo(
                        """
                        {"authority":"MIIT","data":{"authority":"MIIT","caseId":"c-1","findings":[{"findingId":"f-1"}],\
                        "outcome":"issues"},"id":"e-1","redacted":"/data/findings/0/item /data/findings/0/severity \
                        /data/inventedLater","subject":"c-1","type":"regulus.inspection.inspection-concluded.v1"}""");
        assertThat(disclosure.of(CONCLUDED, PUBLIC).text())
                .contains("\"redacted\":\"/data/findings /data/inventedLater\"")
                .doesNotContain("f-1");
    }

    @Test
    void of_a_type_without_a_contract_nothing_is_told() {
        String unknown = CONCLUDED.replace("inspection-concluded", "invented-later");
        assertThat(disclosure.of(unknown, RESTRICTED).text()).contains("\"data\":{}");
    }

    /** Somebody has decided on each of them, and none is lower than what it stands in. */
    @ParameterizedTest
    @MethodSource("shown")
    void each_field_of_what_partners_are_shown_is_classified(String type) throws IOException {
        try (var schema = Golden.class.getResourceAsStream("/contracts/%s.schema.json".formatted(type))) {
            classified(type, JSON.readTree(schema), Classification.LOWEST);
        }
    }

    private static void classified(String place, JsonNode schema, Classification around) {
        schema.path("properties").properties().forEach(field -> {
            String name = place + "/" + field.getKey();
            String word = field.getValue().path("x-classification").asText();
            assertThat(word).as(name).matches(Classification.WORDS);
            assertThat(Classification.of(word).covers(around)).as(name).isTrue();
            classified(name, field.getValue(), Classification.of(word));
            classified(name, field.getValue().path("items"), Classification.of(word));
        });
    }

    private static Disclosure disclosure() {
        try {
            return new Disclosure(JSON);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
