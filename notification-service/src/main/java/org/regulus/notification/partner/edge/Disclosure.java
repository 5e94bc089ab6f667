package org.regulus.notification.partner.edge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.regulus.notification.partner.Classification;
import org.regulus.notification.partner.EventFilter;
import org.regulus.notification.partner.FieldClass;
import org.regulus.notification.partner.Redaction;
import org.regulus.notification.partner.Redaction.Redacted;

/** The text of an event as a partner may read it. What the contracts say of its fields is read once, at start. */
@Startup
@ApplicationScoped
class Disclosure {

    /** The CloudEvents attribute that tells what was left out: pointers with spaces between them. */
    static final String REDACTED = "redacted";

    private static final TypeReference<Map<String, Object>> EVENT = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Map<String, FieldClass> contracts = new HashMap<>();

    Disclosure(ObjectMapper json) throws IOException {
        this.json = json;
        for (String type : EventFilter.ALL.shownTypes()) {
            try (InputStream schema =
                    Disclosure.class.getResourceAsStream("/contracts/%s.schema.json".formatted(type))) {
                contracts.put(type, fieldClass(json.readTree(schema), Classification.LOWEST));
            }
        }
    }

    /** @param subject the case, or what else the event is about */
    record Told(String subject, String text) {}

    /** Somebody has spoilt the ledger past its triggers: its verification says where. */
    static final class Unreadable extends RuntimeException {
        Unreadable(Throwable spoilt) {
            super("An entry of the ledger is no event", spoilt);
        }
    }

    /** Byte for byte as it stands in the ledger when nothing is left out; else RFC 8785 of what is left. */
    Told of(String canonical, Classification clearance) {
        try {
            Map<String, Object> event = json.readValue(canonical, EVENT);
            FieldClass contract =
                    contracts.getOrDefault((String) event.get("type"), FieldClass.plain(Classification.LOWEST));
            Redacted redacted = Redaction.of(event, contract, clearance);
            String subject = (String) event.get("subject");
            return new Told(subject, redacted.removed().isEmpty() ? canonical : text(redacted));
        } catch (IOException spoilt) {
            throw new Unreadable(spoilt);
        }
    }

    private String text(Redacted redacted) throws IOException {
        Map<String, Object> event = new TreeMap<>(redacted.event());
        event.put(REDACTED, String.join(" ", redacted.removed()));
        return new JsonCanonicalizer(json.writeValueAsString(event)).getEncodedString();
    }

    /** Without a word of its own a field counts as the highest; the items of a list are what their list is. */
    private static FieldClass fieldClass(JsonNode schema, Classification level) {
        Map<String, FieldClass> fields = new HashMap<>();
        schema.path("properties")
                .properties()
                .forEach(field -> fields.put(field.getKey(), fieldClass(field.getValue(), level(field.getValue()))));
        JsonNode items = schema.path("items");
        return new FieldClass(level, fields, items.isMissingNode() ? null : fieldClass(items, level));
    }

    private static Classification level(JsonNode field) {
        return field.has("x-classification")
                ? Classification.of(field.path("x-classification").asText())
                : Classification.HIGHEST;
    }
}
