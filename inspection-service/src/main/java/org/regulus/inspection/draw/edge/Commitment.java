package org.regulus.inspection.draw.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.regulus.inspection.draw.SeedRule;

/** Reads back what was published before the seed. */
final class Commitment {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Commitment() {}

    static Map<String, Object> values(String text) {
        try {
            return JSON.readValue(text, OBJECT);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SeedRule rule(String text) {
        JsonNode seed = JSON.valueToTree(values(text).get("seed"));
        String source = seed.path("source").asText();
        return switch (seed.path("kind").asText()) {
            case "dice" -> new SeedRule.Dice(source);
            case "beacon" -> new SeedRule.Beacon(
                    source,
                    SeedRule.Beacon.Chain.of(seed.path("chain").asText()),
                    seed.path("round").asLong());
            case "commit-reveal" -> new SeedRule.CommitReveal(
                    source,
                    StreamSupport.stream(seed.path("parties").spliterator(), false)
                            .map(party -> new SeedRule.CommitReveal.Party(
                                    party.path("name").asText(),
                                    party.path("commitment").asText()))
                            .toList(),
                    Instant.parse(seed.path("revealBy").asText()));
            default -> throw new IllegalStateException("No such seed rule: " + seed);
        };
    }
}
