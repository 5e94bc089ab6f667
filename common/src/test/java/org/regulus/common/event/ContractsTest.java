package org.regulus.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulus.common.testing.Golden;

/** Every contract is whole: a schema, a golden sample, and the two agree. */
class ContractsTest {

    /** How far a field may be told on, the furthest first. */
    private static final List<String> CLASSES = List.of("public", "restricted", "confidential");

    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");

    static List<String> types() {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.substring(0, name.length() - ".schema.json".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_fulfils_its_schema(String type) {
        assertThat(Golden.schema(type).validate(Golden.sampleTree(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_that_lacks_its_first_field_does_not(String type) {
        var spoilt = (com.fasterxml.jackson.databind.node.ObjectNode) Golden.sampleTree(type);
        spoilt.remove(spoilt.fieldNames().next());
        assertThat(Golden.schema(type).validate(spoilt)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_later_minor_version_may_add_a_field(String type) {
        var later = (com.fasterxml.jackson.databind.node.ObjectNode) Golden.sampleTree(type);
        later.put("inventedLater", true);
        assertThat(Golden.schema(type).validate(later)).isEmpty();
    }

    /** Somebody has decided how far each field may be told on, and none is told further than what it stands in. */
    @ParameterizedTest
    @MethodSource("types")
    void each_field_is_classified(String type) {
        classified(type, Golden.schema(type).getSchemaNode(), 0);
    }

    private static void classified(String place, JsonNode schema, int around) {
        schema.path("properties").properties().forEach(field -> {
            String name = place + "/" + field.getKey();
            int level =
                    CLASSES.indexOf(field.getValue().path("x-classification").asText());
            assertThat(level).as(name).isGreaterThanOrEqualTo(around);
            classified(name, field.getValue(), level);
            classified(name, field.getValue().path("items"), level);
        });
    }

    @Test
    void every_file_is_part_of_a_contract() throws Exception {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> types().stream()
                    .anyMatch(type -> name.equals(type + ".schema.json") || name.equals(type + ".sample.json")));
        }
        assertThat(types())
                .allMatch(
                        type -> type.matches("regulus\\.(filing|inspection|sanctions|notification)\\.[a-z-]+\\.v\\d+"));
    }

    @Test
    void an_event_names_no_person_and_carries_no_free_text() throws Exception {
        assertThat(types()).filteredOn(type -> !type.endsWith("-registered.v1")).allSatisfy(type -> assertThat(
                        Golden.sampleTree(type).fieldNames())
                .toIterable()
                .doesNotContain("name", "email", "phone", "text", "description", "summary", "noticeEmail"));
    }
}
