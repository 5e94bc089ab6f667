package org.regulus.notification.partner;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out of an event what is above a clearance, and tells what it left out. A field that its contract does not know counts as the
 * highest: who may not see everything does not see it.
 */
public final class Redaction {

    /** Of CloudEvents and ours. They name the event, and say nothing of what is in it. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "specversion",
            "id",
            "type",
            "source",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "authority",
            "sequence",
            "aggregatetype",
            "aggregateid",
            "causationid",
            "correlationid",
            "traceparent");

    private final Classification clearance;
    private final List<String> removed = new ArrayList<>();

    private Redaction(Classification clearance) {
        this.clearance = clearance;
    }

    /**
     * @param event what is left of it
     * @param removed JSON pointers into the event as it was, percent-encoded as in a URI fragment: no spaces in them
     */
    public record Redacted(Map<String, Object> event, List<String> removed) {}

    /** @param event attributes, and {@code data}; objects are maps, arrays are lists */
    public static Redacted of(Map<String, Object> event, FieldClass data, Classification clearance) {
        if (clearance == Classification.HIGHEST) {
            return new Redacted(event, List.of());
        }
        Redaction redaction = new Redaction(clearance);
        return new Redacted(redaction.object(event, whole(data).fields(), ""), List.copyOf(redaction.removed));
    }

    private static FieldClass whole(FieldClass data) {
        Map<String, FieldClass> fields = new HashMap<>();
        ATTRIBUTES.forEach(name -> fields.put(name, FieldClass.plain(Classification.LOWEST)));
        fields.put("data", data);
        return new FieldClass(Classification.LOWEST, fields, null);
    }

    private Map<String, Object> object(Map<?, ?> object, Map<String, FieldClass> fields, String place) {
        Map<String, Object> left = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            FieldClass field = fields.get(name);
            String pointer = place + "/" + escaped(name.toString());
            if (shown(field) && (!(value instanceof List<?> list) || listed(list, field.items()))) {
                left.put(name.toString(), inner(value, field, pointer));
            } else {
                removed.add(pointer);
            }
        });
        return left;
    }

    private Object inner(Object value, FieldClass field, String pointer) {
        if (value instanceof Map<?, ?> object) {
            return object(object, field.fields(), pointer);
        }
        if (value instanceof List<?> list) {
            List<Object> left = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                left.add(inner(list.get(i), field.items(), pointer + "/" + i));
            }
            return left;
        }
        return value;
    }

    private boolean shown(FieldClass field) {
        return field != null && clearance.covers(field.level());
    }

    /** A list is shown or left out as a whole: without one of its items the others would be counted wrongly. */
    private boolean listed(List<?> list, FieldClass items) {
        return list.isEmpty()
                || shown(items)
                        && list.stream()
                                .allMatch(item -> !(item instanceof List<?> inner) || listed(inner, items.items()));
    }

    private static String escaped(String name) {
        String pointer = name.replace("~", "~0").replace("/", "~1");
        return URLEncoder.encode(pointer, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }
}
