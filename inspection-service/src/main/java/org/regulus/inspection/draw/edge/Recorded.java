package org.regulus.inspection.draw.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.draw.Replacement;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;
import org.regulus.inspection.draw.Unit;

/** Reads back what a draw and its replacements have recorded. */
final class Recorded {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Recorded() {}

    static Replacement replacement(String record) {
        JsonNode made = JSON.valueToTree(Commitment.values(record)).path("replacement");
        List<Replacement.Skipped> skipped = new ArrayList<>();
        made.path("skipped")
                .forEach(one -> skipped.add(new Replacement.Skipped(
                        one.path("caseId").asText(), one.path("reason").asText())));
        return new Replacement(
                made.path("number").asInt(),
                made.path("removedCaseId").asText(),
                made.path("reason").asText(),
                skipped,
                drawn(made.path("substitute")));
    }

    /** Who was drawn at first. */
    static List<Drawn> sample(String record) {
        List<Drawn> sample = new ArrayList<>();
        JSON.valueToTree(Commitment.values(record))
                .path("result")
                .path("sample")
                .forEach(one -> sample.add(drawn(one)));
        return sample;
    }

    private static Drawn drawn(JsonNode one) {
        Unit unit = new Unit(one.path("caseId").asText(), one.path("stratum").asText(), 1);
        return new Drawn(unit, one.path("ticket").asText(), one.path("certain").asBoolean());
    }

    /** Those from whom the inspectors were drawn. */
    static List<UUID> register(String record) {
        List<UUID> register = new ArrayList<>();
        JSON.valueToTree(Commitment.values(record))
                .path("result")
                .path("inspectorRegister")
                .forEach(id -> register.add(UUID.fromString(id.asText())));
        return register;
    }

    /** All inspectors whom the draw gave an inspection, one entry for each, and those of its replacements. */
    static List<UUID> inspectors(String record, List<String> replacements) {
        List<UUID> drawn = new ArrayList<>();
        JSON.valueToTree(Commitment.values(record))
                .path("result")
                .path("inspectors")
                .forEach(one -> drawnIn(one, drawn));
        replacements.forEach(one -> drawnIn(
                JSON.valueToTree(Commitment.values(one)).path("replacement").path("inspectors"), drawn));
        return drawn;
    }

    private static void drawnIn(JsonNode allotment, List<UUID> drawn) {
        allotment.path("drawn").forEach(id -> drawn.add(UUID.fromString(id.asText())));
    }
}
