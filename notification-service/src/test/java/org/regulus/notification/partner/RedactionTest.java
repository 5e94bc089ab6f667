package org.regulus.notification.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.partner.Classification.CONFIDENTIAL;
import static org.regulus.notification.partner.Classification.PUBLIC;
import static org.regulus.notification.partner.Classification.RESTRICTED;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.regulus.notification.partner.Redaction.Redacted;

class RedactionTest {

    private static final FieldClass CONTRACT = object(
            PUBLIC,
            Map.of(
                    "caseId", FieldClass.plain(PUBLIC),
                    "amount", FieldClass.plain(RESTRICTED),
                    "score", FieldClass.plain(CONFIDENTIAL),
                    "codes", list(FieldClass.plain(PUBLIC)),
                    "findings",
                            list(object(
                                    PUBLIC,
                                    Map.of(
                                            "id",
                                            FieldClass.plain(PUBLIC),
                                            "item",
                                            FieldClass.plain(CONFIDENTIAL),
                                            "parts",
                                            list(object(PUBLIC, Map.of("weight", FieldClass.plain(RESTRICTED)))))))));

    private static final Map<String, Object> DATA = Map.of(
            "caseId",
            "c-1",
            "amount",
            5,
            "score",
            80,
            "codes",
            List.of("a", "b"),
            "findings",
            List.of(
                    Map.of("id", "f-1", "item", "firewall"),
                    Map.of("id", "f-2", "item", "password", "parts", List.of(Map.of("weight", 3)))));

    @Test
    void what_is_above_the_clearance_is_left_out_and_named_also_within_lists() {
        Redacted told = told(DATA, PUBLIC);
        assertThat(told.event().get("data"))
                .isEqualTo(Map.of(
                        "caseId", "c-1",
                        "codes", List.of("a", "b"),
                        "findings", List.of(Map.of("id", "f-1"), Map.of("id", "f-2", "parts", List.of(Map.of())))));
        assertThat(told.removed())
                .containsExactlyInAnyOrder(
                        "/data/amount",
                        "/data/score",
                        "/data/findings/0/item",
                        "/data/findings/1/item",
                        "/data/findings/1/parts/0/weight");
    }

    @Test
    void a_higher_clearance_is_told_more_and_the_highest_everything() {
        assertThat(told(DATA, RESTRICTED).removed())
                .containsExactlyInAnyOrder("/data/score", "/data/findings/0/item", "/data/findings/1/item");
        Map<String, Object> event = event(Map.of("invented", Map.of("later", 1)));
        assertThat(Redaction.of(event, CONTRACT, CONFIDENTIAL)).isEqualTo(new Redacted(event, List.of()));
    }

    @Test
    void a_field_or_an_attribute_that_nobody_knows_is_for_the_highest_only() {
        Map<String, Object> event = Map.of(
                "id", "e-1", "secretnote", "x", "data", Map.of("caseId", "c-1", "a /~b", 1, "findings", "not a list"));
        Redacted told = Redaction.of(event, CONTRACT, RESTRICTED);
        assertThat(told.event())
                .isEqualTo(Map.of("id", "e-1", "data", Map.of("caseId", "c-1", "findings", "not a list")));
        assertThat(told.removed()).containsExactlyInAnyOrder("/secretnote", "/data/a%20~1~0b");
    }

    @Test
    void a_shape_that_the_contract_does_not_know_is_left_out() {
        assertThat(told(Map.of("caseId", List.of("hidden")), RESTRICTED).removed())
                .containsExactly("/data/caseId");
        assertThat(told(Map.of("caseId", Map.of("hidden", 1)), RESTRICTED).removed())
                .containsExactly("/data/caseId/hidden");
        assertThat(told(Map.of("codes", List.of("a", List.of("hidden"))), RESTRICTED)
                        .removed())
                .containsExactly("/data/codes");
    }

    @Property
    void each_field_is_either_told_or_named_and_told_only_to_who_is_cleared(
            @ForAll("contracts") Map<String, Classification> levels, @ForAll Classification clearance) {
        FieldClass contract = object(
                PUBLIC,
                levels.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, level -> FieldClass.plain(level.getValue()))));
        Map<String, Object> data =
                levels.keySet().stream().collect(Collectors.toMap(name -> name, name -> (Object) "value"));
        Redacted told = Redaction.of(event(data), contract, clearance);
        levels.forEach((name, level) -> {
            boolean cleared = clearance.compareTo(level) >= 0;
            assertThat(((Map<?, ?>) told.event().get("data")).containsKey(name)).isEqualTo(cleared);
            assertThat(told.removed().contains("/data/" + name)).isEqualTo(!cleared);
        });
    }

    @Provide
    static Arbitrary<Map<String, Classification>> contracts() {
        return Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8),
                        Arbitraries.of(Classification.class))
                .ofMaxSize(8);
    }

    private static Redacted told(Map<String, Object> data, Classification clearance) {
        return Redaction.of(event(data), CONTRACT, clearance);
    }

    private static Map<String, Object> event(Map<String, Object> data) {
        return Map.of("id", "e-1", "type", "regulus.test.made.v1", "data", data);
    }

    private static FieldClass object(Classification level, Map<String, FieldClass> fields) {
        return new FieldClass(level, fields, null);
    }

    private static FieldClass list(FieldClass items) {
        return new FieldClass(PUBLIC, Map.of(), items);
    }
}
