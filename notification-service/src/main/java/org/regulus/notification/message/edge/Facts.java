package org.regulus.notification.message.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.regulus.notification.message.Notice;

/** The values of an event that its notice will name, kept with the message as JSON. */
@ApplicationScoped
public class Facts {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final ObjectMapper json;

    Facts(ObjectMapper json) {
        this.json = json;
    }

    /** How often the aggregate has announced something before: an invitation's SEQUENCE. */
    static final String SEQUENCE = "sequence";

    /** Where a field stands more than once, as in the items of an order, the least counts: of instants in UTC, the earliest. */
    public String of(Notice notice, JsonNode data, long sequence) {
        Map<String, String> values = new TreeMap<>();
        for (String field : notice.fields()) {
            data.findValues(field).stream()
                    .filter(value -> value.isValueNode() && !value.isNull())
                    .map(JsonNode::asText)
                    .min(String::compareTo)
                    .ifPresent(value -> values.put(field, value));
        }
        if (notice.calendar() != null) {
            values.put(SEQUENCE, String.valueOf(sequence - 1));
        }
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, VALUES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
