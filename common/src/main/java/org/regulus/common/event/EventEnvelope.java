package org.regulus.common.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Era;

/**
 * An event as it came from Kafka.
 *
 * @param subject the case id, or the campaign id for campaign-wide events
 * @param attributes every CloudEvents attribute as it stood on the wire, extensions included
 * @param data the contract's JSON, byte for byte
 */
public record EventEnvelope(
        UUID id,
        String type,
        UUID subject,
        Instant time,
        String authority,
        AggregateVersion aggregate,
        UUID correlationId,
        Map<String, String> attributes,
        byte[] data,
        ObjectMapper json) {

    /** @throws Refusal MALFORMED {@code event.unreadable} when it is not one of our CloudEvents */
    public static EventEnvelope of(ConsumerRecord<String, byte[]> message, ObjectMapper json) {
        try {
            Map<String, String> attributes = EventHeaders.readOnce(message.headers());
            UUID id = id(attributes, "id");
            String correlation = attributes.get("correlationid");
            return new EventEnvelope(
                    id,
                    required(attributes, "type"),
                    id(attributes, "subject"),
                    time(attributes),
                    required(attributes, "authority"),
                    new AggregateVersion(
                            required(attributes, "aggregatetype"), id(attributes, "aggregateid"), sequence(attributes)),
                    correlation == null ? id : id(attributes, "correlationid"),
                    Map.copyOf(attributes),
                    data(message),
                    json);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Refusal.malformed("event.unreadable", "Not a Regulus event: " + unreadable.getMessage());
        }
    }

    /** In its one spelling: what is kept as an id is compared with what was kept as text, years later and by others. */
    private static UUID id(Map<String, String> attributes, String name) {
        String text = required(attributes, name);
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("the attribute " + name + " is not a UUID as RFC 9562 writes it");
        }
        return id;
    }

    private static Instant time(Map<String, String> attributes) {
        Instant time = Instant.parse(required(attributes, "time"));
        if (!Era.contains(time)) {
            throw new IllegalArgumentException("the attribute time is of no year that we know");
        }
        return time;
    }

    private static long sequence(Map<String, String> attributes) {
        String text = required(attributes, "sequence");
        long sequence = Long.parseLong(text);
        if (sequence < 1
                || sequence == Long.MAX_VALUE
                || !Long.toString(sequence).equals(text)) {
            throw new IllegalArgumentException("the attribute sequence is not a number from 1 on");
        }
        return sequence;
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the attribute " + name + " is missing");
        }
        return value;
    }

    private static byte[] data(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            throw new IllegalArgumentException("there is no data");
        }
        return message.value();
    }

    /**
     * Only the fields that the reader declares; fields that the producer added since are passed over.
     *
     * @throws Refusal MALFORMED {@code event.unreadable}
     */
    public <T> T dataAs(Class<T> type) {
        try {
            T read = json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION) // of two values each reader would take its own
                    .readValue(data);
            if (read == null) {
                throw Refusal.malformed("event.unreadable", "The data of " + this.type + " is null");
            }
            return read;
        } catch (IOException unreadable) {
            throw Refusal.malformed(
                    "event.unreadable", "The data of " + this.type + " cannot be read: " + unreadable.getMessage());
        }
    }
}
