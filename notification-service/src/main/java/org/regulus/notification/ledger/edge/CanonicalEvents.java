package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigInteger;
import org.erdtman.jcs.JsonCanonicalizer;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.LedgerEntry.Labels;

/** The one text of an event that is hashed: RFC 8785 over all attributes as they came, and the data. */
@ApplicationScoped
public class CanonicalEvents {

    /** Beyond it RFC 8785, whose numbers are doubles, writes another integer than the one that came. */
    private static final BigInteger LARGEST = BigInteger.valueOf((1L << 53) - 1);

    private final ObjectMapper json;

    CanonicalEvents(ObjectMapper json) {
        this.json = json;
    }

    /** @throws Refusal MALFORMED {@code event.unreadable} when there is no such text, as for a number that is no double */
    public String of(EventEnvelope event, JsonNode data) {
        ObjectNode whole = json.createObjectNode();
        event.attributes().forEach(whole::put);
        whole.set("data", data);
        checkIntegers(data);
        try {
            return new JsonCanonicalizer(whole.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw Refusal.malformed("event.unreadable", "The event has no canonical form: " + impossible.getMessage());
        }
    }

    private static void checkIntegers(JsonNode node) {
        if (node.isIntegralNumber() && node.bigIntegerValue().abs().compareTo(LARGEST) > 0) {
            throw Refusal.malformed("event.unreadable", "The event has an integer beyond 2^53 - 1");
        }
        node.forEach(CanonicalEvents::checkIntegers);
    }

    /** What the text says of itself; nothing when somebody has spoilt it. */
    Labels labels(String canonical) {
        try {
            JsonNode event = json.readTree(canonical);
            return new Labels(
                    event.path("id").textValue(),
                    event.path("type").textValue(),
                    event.path("authority").textValue());
        } catch (JsonProcessingException spoilt) {
            return new Labels(null, null, null);
        }
    }
}
