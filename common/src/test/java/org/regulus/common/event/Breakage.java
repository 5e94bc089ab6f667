package org.regulus.common.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What a contract breaks that follows a released one, each with its place: for a reader of the former that is given a new event, and for a
 * reader of the new one that is given a former event. Optional fields, values of an enum, messages and channels may be added.
 */
final class Breakage {

    /** They tell people something, and readers nothing. */
    private static final Set<String> REMARKS =
            Set.of("title", "description", "$comment", "examples", "deprecated", "x-classification");

    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final String ENUM = "enum";
    private static final String OPEN = "additionalProperties";

    private final List<String> found = new ArrayList<>();

    private Breakage() {}

    static List<String> ofSchema(String name, JsonNode before, JsonNode now) {
        Breakage breakage = new Breakage();
        breakage.schema(name, before, now);
        return breakage.found;
    }

    /** Of the AsyncAPI document; the payloads are in files of their own. */
    static List<String> ofDocument(JsonNode before, JsonNode now) {
        Breakage breakage = new Breakage();
        breakage.same("defaultContentType", before.path("defaultContentType"), now.path("defaultContentType"));
        breakage.kept("channel ", before.path("channels"), now.path("channels"), breakage::channel);
        breakage.kept(
                "message ",
                before.at("/components/messages"),
                now.at("/components/messages"),
                (name, former, later) ->
                        breakage.same(name + "/payload", former.path("payload"), later.path("payload")));
        breakage.kept("schema ", before.at("/components/schemas"), now.at("/components/schemas"), breakage::schema);
        return breakage.found;
    }

    private interface Comparison {
        void of(String name, JsonNode before, JsonNode now);
    }

    private void channel(String name, JsonNode before, JsonNode now) {
        same(name + "/address", before.path("address"), now.path("address"));
        kept(name + "/", before.path("messages"), now.path("messages"), this::same);
    }

    private void schema(String name, JsonNode before, JsonNode now) {
        Set<String> keywords = new TreeSet<>(names(before));
        keywords.addAll(names(now));
        keywords.removeAll(REMARKS);
        for (String keyword : keywords) {
            String place = name + "/" + keyword;
            switch (keyword) {
                case PROPERTIES -> kept(name + "/", before.path(keyword), now.path(keyword), this::schema);
                case REQUIRED -> required(name, texts(before.path(keyword)), texts(now.path(keyword)));
                case ENUM -> values(place, before.path(keyword), now.path(keyword));
                case "items" -> schema(place, before.path(keyword), now.path(keyword));
                case OPEN -> same(place, open(before), open(now));
                default -> same(place, before.path(keyword), now.path(keyword));
            }
        }
    }

    private void kept(String prefix, JsonNode before, JsonNode now, Comparison comparison) {
        for (String name : names(before)) {
            if (now.has(name)) {
                comparison.of(prefix + name, before.path(name), now.path(name));
            } else {
                found.add(prefix + name + " was removed");
            }
        }
    }

    private void required(String name, Set<String> before, Set<String> now) {
        before.stream()
                .filter(field -> !now.contains(field))
                .forEach(field -> found.add(name + "/" + field + " need not be there any more"));
        now.stream()
                .filter(field -> !before.contains(field))
                .forEach(field -> found.add(name + "/" + field + " is demanded, and former events may lack it"));
    }

    /** Readers take a value that they do not know as "something else"; one that is gone may be in former events, or be waited for. */
    private void values(String place, JsonNode before, JsonNode now) {
        if (before.isMissingNode() || now.isMissingNode()) {
            same(place, before, now);
            return;
        }
        Set<String> left = texts(now);
        texts(before).stream()
                .filter(value -> !left.contains(value))
                .forEach(value -> found.add(place + " has no " + value + " any more"));
    }

    private void same(String place, JsonNode before, JsonNode now) {
        if (!before.equals(now)) {
            found.add("%s was %s and is %s".formatted(place, before, now));
        }
    }

    private static JsonNode open(JsonNode schema) {
        return schema.has(OPEN) ? schema.path(OPEN) : BooleanNode.TRUE;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
