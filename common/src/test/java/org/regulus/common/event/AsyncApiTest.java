package org.regulus.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document tells of every contract, and of nothing else. */
class AsyncApiTest {

    /** Contact addresses travel on topics of their own. */
    private static final Map<String, String> DIRECTORIES = Map.of(
            "regulus.filing.operator-registered.v1", "regulus.filing.directory",
            "regulus.inspection.inspector-registered.v1", "regulus.inspection.directory",
            "regulus.inspection.leave-noted.v1", "regulus.inspection.directory",
            "regulus.inspection.leave-withdrawn.v1", "regulus.inspection.directory");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new ObjectMapper(new YAMLFactory()).readTree(file);
        }
    }

    @Test
    void every_contract_is_a_message_with_its_schema() {
        JsonNode messages = document.at("/components/messages");
        assertThat(names(messages)).containsExactlyInAnyOrderElementsOf(ContractsTest.types());
        assertThat(ContractsTest.types()).allSatisfy(type -> assertThat(
                        messages.path(type).at("/payload/$ref").asText())
                .isEqualTo("./contracts/%s.schema.json".formatted(type)));
    }

    @Test
    void every_message_is_on_the_topic_of_its_service_and_on_no_other() {
        List<String> told = new ArrayList<>();
        for (JsonNode channel : channelsOfServices()) {
            for (String type : names(channel.path("messages"))) {
                told.add(type);
                assertThat(channel.path("address").asText()).isEqualTo(topicOf(type));
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(ContractsTest.types());
    }

    @Test
    void every_header_that_a_message_must_have_is_described() {
        JsonNode attributes = document.at("/components/schemas/attributes");
        List<String> required = new ArrayList<>();
        attributes.path("required").forEach(name -> required.add(name.asText()));
        assertThat(required)
                .isNotEmpty()
                .allMatch(name -> attributes.path("properties").has(name));
    }

    /** All but the partners': there the same events come in another wrapping. */
    private static List<JsonNode> channelsOfServices() {
        List<JsonNode> channels = new ArrayList<>();
        document.path("channels").properties().forEach(channel -> {
            if (!channel.getKey().equals("partnerEvents")) {
                channels.add(channel.getValue());
            }
        });
        return channels;
    }

    private static String topicOf(String type) {
        return DIRECTORIES.getOrDefault(type, "regulus.%s.events".formatted(type.split("\\.")[1]));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
