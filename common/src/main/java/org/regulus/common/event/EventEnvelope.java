package org.regulus.common.event;

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
        Map<String, String> attributes = EventHeaders.read(message.headers());
        try {
            UUID id = UUID.fromString(required(attributes, "id"));
            String correlation = attributes.get("correlationid");
            return new EventEnvelope(
                    id,
                    required(attributes, "type"),
                    UUID.fromString(required(attributes, "subject")),
                    Instant.parse(required(attributes, "time")),
                    required(attributes, "authority"),
                    new AggregateVersion(
                            required(attributes, "aggregatetype"),
                            UUID.fromString(required(attributes, "aggregateid")),
                            Long.parseLong(required(attributes, "sequence"))),
                    correlation == null ? id : UUID.fromString(correlation),
                    Map.copyOf(attributes),
                    data(message),
                    json);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Refusal.malformed("event.unreadable", "Not a Regulus event: " + unreadable.getMessage());
        }
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
