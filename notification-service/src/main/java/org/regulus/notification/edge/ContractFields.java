package org.regulus.notification.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Which fields an event can have, by its published contract: rules that are data are checked against it at start. */
public final class ContractFields {

    private final ObjectMapper json;

    public ContractFields(ObjectMapper json) {
        this.json = json;
    }

    /** None when there is no such event. */
    public Set<String> of(String type) {
        try (InputStream schema =
                ContractFields.class.getResourceAsStream("/contracts/%s.schema.json".formatted(type))) {
            Set<String> fields = new HashSet<>();
            if (schema != null) {
                add(json.readTree(schema), fields);
            }
            return fields;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(JsonNode schema, Set<String> fields) {
        schema.path("properties").properties().forEach(property -> {
            fields.add(property.getKey());
            add(property.getValue(), fields);
            add(property.getValue().path("items"), fields);
        });
    }
}
