package org.regulus.common.event;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents attributes as Kafka headers: binary content mode of the CloudEvents Kafka protocol binding 1.0. */
public final class EventHeaders {

    private static final String PREFIX = "ce_";

    private EventHeaders() {}

    /** Writes the attributes that have a value, and the two that every event has. */
    public static void write(Map<String, String> attributes, Headers headers) {
        headers.add(PREFIX + "specversion", bytes("1.0"));
        attributes.forEach((name, value) -> {
            if (value != null) {
                headers.add(PREFIX + name, bytes(value));
            }
        });
        headers.add("content-type", bytes("application/json"));
    }

    /** @throws IllegalArgumentException when an attribute stands twice, or is named like the data beside which it would stand */
    static Map<String, String> readOnce(Headers headers) {
        Set<String> names = new HashSet<>();
        for (Header header : headers) {
            if (header.key().startsWith(PREFIX)
                    && (!names.add(header.key()) || header.key().equals(PREFIX + "data"))) {
                throw new IllegalArgumentException("the header " + header.key() + " is not one attribute");
            }
        }
        return read(headers);
    }

    public static Map<String, String> read(Headers headers) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Header header : headers) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(
                        header.key().substring(PREFIX.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
