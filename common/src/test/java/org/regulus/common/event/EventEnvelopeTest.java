package org.regulus.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

/** What is an event of ours, to the letter: others compare its ids as text. */
class EventEnvelopeTest {

    private static final String ID = "0190aaaa-0000-7000-8000-0000000000f1";

    private final Map<String, String> attributes = new LinkedHashMap<>(Map.of(
            "id", ID,
            "type", "regulus.test.made.v1",
            "subject", ID,
            "time", "2019-06-03T01:00:00Z",
            "authority", "MIIT",
            "aggregatetype", "thing",
            "aggregateid", ID,
            "sequence", "1"));

    @Test
    void one_in_the_usual_spelling_is_read() {
        assertThat(read("{}").id()).hasToString(ID);
    }

    @ParameterizedTest
    @CsvSource({
        "id, 0190AAAA-0000-7000-8000-0000000000F1",
        "id, 190aaaa-0-7000-8000-f1",
        "subject, 0190AAAA-0000-7000-8000-0000000000F1",
        "aggregateid, 1-1-1-1-1",
        "correlationid, 1-1-1-1-1",
        "sequence, 0",
        "sequence, +1",
        "sequence, 9223372036854775807",
        "time, +294300-01-01T00:00:00Z",
        "data, {}"
    })
    void an_attribute_in_another_spelling_or_beyond_is_unreadable(String name, String value) {
        attributes.put(name, value);
        assertUnreadable("{}");
    }

    @Test
    void an_attribute_that_stands_twice_is_unreadable() {
        ConsumerRecord<String, byte[]> message = message("{}");
        message.headers().add("ce_authority", "GDCA".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> EventEnvelope.of(message, new ObjectMapper())).isInstanceOf(Refusal.class);
    }

    @Test
    void a_field_that_stands_twice_is_unreadable() {
        EventEnvelope twice = read("{\"caseId\": 1, \"caseId\": 2}");
        assertThatThrownBy(() -> twice.dataAs(JsonNode.class)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> twice.dataAs(Map.class)).isInstanceOf(Refusal.class);
    }

    private void assertUnreadable(String data) {
        assertThatThrownBy(() -> read(data)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("event.unreadable"));
    }

    private EventEnvelope read(String data) {
        return EventEnvelope.of(message(data), new ObjectMapper());
    }

    private ConsumerRecord<String, byte[]> message(String data) {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>("topic", 0, 0, "key", data.getBytes(StandardCharsets.UTF_8));
        EventHeaders.write(attributes, message.headers());
        return message;
    }
}
