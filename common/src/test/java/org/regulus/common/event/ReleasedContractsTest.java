package org.regulus.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

/** Nothing that was released is broken; and each way of breaking it, done to each place of each contract, would be named. */
class ReleasedContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path CURRENT = Path.of("src/main/resources");
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final String ENDING = ".schema.json";

    private static final Map<String, JsonNode> SCHEMAS = schemas(RELEASED);

    @Test
    void the_contracts_keep_what_was_released() {
        Map<String, JsonNode> current = schemas(CURRENT);
        assertThat(SCHEMAS).hasSizeGreaterThan(90);
        assertThat(SCHEMAS).allSatisfy((type, before) -> {
            assertThat(current).as(type + " was removed").containsKey(type);
            assertThat(Breakage.ofSchema(type, before, current.get(type))).isEmpty();
        });
    }

    @Test
    void the_topics_and_their_messages_keep_what_was_released() {
        assertThat(Breakage.ofDocument(document(RELEASED), document(CURRENT))).isEmpty();
    }

    @Test
    void an_event_of_the_former_release_can_be_read_by_the_contracts_of_today() {
        assertThat(SCHEMAS.keySet()).allSatisfy(type -> assertThat(Golden.schema(type)
                        .validate(read(JSON, RELEASED.resolve("contracts/" + type + ".sample.json"))))
                .isEmpty());
    }

    @Test
    void a_removed_field_is_named() {
        everyField((path, schema) -> ((ObjectNode) schema.at(parent(path))).remove(name(path)), " was removed");
    }

    @Test
    void a_field_of_another_type_is_named() {
        everyField((path, schema) -> ((ObjectNode) schema.at(path)).put("type", "boolean-no-more"), "/type was ");
    }

    @Test
    void a_field_that_need_not_be_there_any_more_and_one_that_must_be_newly_are_named() {
        SCHEMAS.forEach((type, before) -> {
            JsonNode lax = before.deepCopy();
            ((ArrayNode) lax.path("required")).remove(0);
            String first = before.path("required").path(0).asText();
            assertThat(Breakage.ofSchema(type, before, lax))
                    .containsExactly(type + "/" + first + " need not be there any more");
            JsonNode strict = before.deepCopy();
            ((ArrayNode) strict.path("required")).add("inventedLater");
            assertThat(Breakage.ofSchema(type, before, strict))
                    .containsExactly(type + "/inventedLater is demanded, and former events may lack it");
        });
    }

    @Test
    void a_value_that_an_enum_loses_is_named_and_one_that_it_gains_passes() {
        int enums = 0;
        for (var released : SCHEMAS.entrySet()) {
            for (String path : fields(released.getValue())) {
                JsonNode field = released.getValue().at(path);
                if (field.has("enum")) {
                    enums++;
                    String lost = field.path("enum").path(0).asText();
                    assertThat(tampered(released, schema -> ((ArrayNode) schema.at(path + "/enum")).remove(0)))
                            .singleElement()
                            .asString()
                            .endsWith("/enum has no " + lost + " any more");
                    assertThat(tampered(released, schema -> ((ArrayNode) schema.at(path + "/enum")).add("later")))
                            .isEmpty();
                    assertThat(tampered(released, schema -> ((ObjectNode) schema.at(path)).remove("enum")))
                            .hasSize(1);
                }
            }
        }
        assertThat(enums).isGreaterThan(20);
    }

    @Test
    void an_optional_field_a_remark_and_a_new_event_pass_but_a_closed_door_does_not() {
        for (var released : SCHEMAS.entrySet()) {
            assertThat(tampered(released, schema -> {
                        ((ObjectNode) schema.path("properties")).putObject("inventedLater");
                        ((ObjectNode) schema).put("description", "said better");
                    }))
                    .isEmpty();
            assertThat(tampered(released, schema -> ((ObjectNode) schema).put("additionalProperties", false)))
                    .singleElement()
                    .asString()
                    .contains("/additionalProperties was ");
        }
    }

    @Test
    void a_channel_a_message_an_address_and_a_header_that_are_gone_are_named() {
        JsonNode before = document(RELEASED);
        assertThat(changed(before, "/channels", "filingEvents")).containsExactly("channel filingEvents was removed");
        String type = "regulus.filing.case-opened.v1";
        assertThat(changed(before, "/channels/filingEvents/messages", type))
                .containsExactly("channel filingEvents/" + type + " was removed");
        assertThat(changed(before, "/components/messages", type)).containsExactly("message " + type + " was removed");
        assertThat(changed(before, "/channels/filingEvents", "address"))
                .singleElement()
                .asString()
                .startsWith("channel filingEvents/address was \"regulus.filing.events\"");
        assertThat(changed(before, "/components/schemas/attributes/properties", "ce_id"))
                .containsExactly("schema attributes/ce_id was removed");
        JsonNode more = before.deepCopy();
        ((ObjectNode) more.at("/components/messages")).putObject("regulus.filing.invented-later.v1");
        ((ObjectNode) more.path("channels")).putObject("inventedLater");
        assertThat(Breakage.ofDocument(before, more)).isEmpty();
    }

    private static List<String> changed(JsonNode before, String place, String removed) {
        JsonNode less = before.deepCopy();
        assertThat(((ObjectNode) less.at(place)).remove(removed)).isNotNull();
        return Breakage.ofDocument(before, less);
    }

    private static List<String> tampered(Map.Entry<String, JsonNode> released, Consumer<JsonNode> change) {
        JsonNode schema = released.getValue().deepCopy();
        change.accept(schema);
        return Breakage.ofSchema(released.getKey(), released.getValue(), schema);
    }

    /** The finding names the field and what became of it. */
    private static void everyField(BiConsumer<String, JsonNode> change, String told) {
        for (var released : SCHEMAS.entrySet()) {
            for (String path : fields(released.getValue())) {
                assertThat(tampered(released, schema -> change.accept(path, schema)))
                        .as(released.getKey() + path)
                        .singleElement()
                        .asString()
                        .startsWith(released.getKey())
                        .contains("/" + name(path) + told);
            }
        }
    }

    /** The pointers of all fields, also of those within lists and objects. */
    private static List<String> fields(JsonNode schema) {
        List<String> found = new ArrayList<>();
        collect("", schema, found);
        return found;
    }

    private static void collect(String place, JsonNode schema, List<String> found) {
        schema.path("properties").properties().forEach(field -> {
            String path = place + "/properties/" + field.getKey();
            found.add(path);
            collect(path, field.getValue(), found);
        });
        if (schema.has("items")) {
            collect(place + "/items", schema.path("items"), found);
        }
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<String, JsonNode> schemas(Path root) {
        try (Stream<Path> files = Files.list(root.resolve("contracts"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(ENDING, ""), file -> read(JSON, file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode document(Path root) {
        return read(YAML, root.resolve("asyncapi.yaml"));
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
