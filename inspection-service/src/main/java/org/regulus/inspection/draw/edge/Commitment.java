package org.regulus.inspection.draw.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.regulus.inspection.draw.Beacon;
import org.regulus.inspection.draw.CommitReveal;
import org.regulus.inspection.draw.Dice;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.SeedRule;

/** Reads back what was published before the seed. */
public final class Commitment {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Commitment() {}

    public static Map<String, Object> values(String text) {
        try {
            return JSON.readValue(text, OBJECT);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whom a draw can give an inspection: those it committed to, as they are now. A draw that named none before its seed has the whole register. */
    static List<InspectorDraw.Candidate> register(String text, List<InspectorDraw.Candidate> now) {
        return values(text).get("inspectorRegister") instanceof Collection<?> committed
                ? now.stream()
                        .filter(one -> committed.contains(one.id().toString()))
                        .toList()
                : now;
    }

    public static SeedRule rule(String text) {
        JsonNode seed = JSON.valueToTree(values(text).get("seed"));
        String source = seed.path("source").asText();
        return switch (seed.path("kind").asText()) {
            case "dice" -> new Dice(source);
            case "beacon" -> new Beacon(
                    source,
                    Beacon.Chain.of(seed.path("chain").asText()),
                    seed.path("round").asLong());
            case "commit-reveal" -> new CommitReveal(
                    source,
                    StreamSupport.stream(seed.path("parties").spliterator(), false)
                            .map(party -> new CommitReveal.Party(
                                    party.path("name").asText(),
                                    party.path("commitment").asText()))
                            .toList(),
                    Instant.parse(seed.path("revealBy").asText()));
            default -> throw new IllegalStateException("No such seed rule: " + seed);
        };
    }
}
