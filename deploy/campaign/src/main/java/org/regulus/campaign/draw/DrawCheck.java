package org.regulus.campaign.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a draw record again and names what is not as it says. It shares no code with the service that wrote the record. */
public final class DrawCheck {

    private static final String FORMAT = "regulus-draw-record-2";
    private static final String FORMAT_WITH_CLASSES = "regulus-draw-record-3";
    static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, true)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);

    private final String text;
    private final JsonNode record;
    private final JsonNode commitment;
    private final JsonNode result;

    private DrawCheck(String text, JsonNode record) {
        this.text = text;
        this.record = record;
        this.commitment = record.path("commitment");
        this.result = record.path("result");
    }

    /** @return what is wrong with the record, each with its place; empty when it is intact */
    public static List<String> faults(String text) {
        JsonNode record;
        try {
            record = JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return List.of("no JSON: " + notJson.getOriginalMessage());
        }
        if (!List.of(FORMAT, FORMAT_WITH_CLASSES).contains(record.path("format").asText())) {
            return List.of("format: it is not %s or %s".formatted(FORMAT, FORMAT_WITH_CLASSES));
        }
        try {
            DrawCheck check = new DrawCheck(text, record);
            return Stream.of(
                            check.canonical(),
                            check.digest("commitment"),
                            check.digest("result"),
                            check.frame(),
                            check.classes(),
                            check.strata(),
                            check.seed(),
                            check.sample(),
                            check.inspectors())
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException unreadable) {
            return List.of("not a whole record: " + unreadable.getMessage());
        }
    }

    /** @param of commitment or result: what the events draw-committed and the record have a digest of */
    public static String digestOf(String text, String of) {
        try {
            return Digests.sha256(
                    of.equals("record") ? text : written(JSON.readTree(text).path(of)));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    static String written(JsonNode node) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(node, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String canonical() {
        return canonical(text, record);
    }

    /** @return null when the text is how its content is written, and else where it is not */
    static String canonical(String text, JsonNode content) {
        String canonical = written(content);
        int same = 0;
        while (same < Math.min(text.length(), canonical.length()) && text.charAt(same) == canonical.charAt(same)) {
            same++;
        }
        return canonical.equals(text) ? null : "character %d: not the canonical form".formatted(same + 1);
    }

    private String digest(String part) {
        return digest(record, part);
    }

    static String digest(JsonNode whole, String part) {
        return Digests.sha256(written(whole.path(part)))
                        .equals(whole.path(part + "Digest").asText())
                ? null
                : "%s: it does not have the digest in %sDigest".formatted(part, part);
    }

    private String frame() {
        List<String> lines = InspectorCheck.texts(record.path("frame"));
        String bytes = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        boolean intact =
                Digests.sha256(bytes).equals(commitment.path("frameDigest").asText())
                        && lines.size() == commitment.path("frameSize").asInt()
                        && lines.stream().distinct().count() == lines.size();
        return intact ? null : "frame: it is not what commitment.frameDigest and frameSize say";
    }

    /** Whether stratum and weight of each unit are what the published rules make of its credit class. */
    private String classes() {
        boolean classed = record.path("format").asText().equals(FORMAT_WITH_CLASSES);
        CreditClasses rules = new CreditClasses(commitment.path("frameRules"));
        List<StratifiedDraw.Unit> units = units();
        for (int i = 0; i < units.size(); i++) {
            if (classed ? !rules.fit(units.get(i)) : !units.get(i).creditClass().isEmpty()) {
                return "frame[%d]: its credit class does not fit commitment.frameRules".formatted(i);
            }
        }
        return classed == rules.asked() ? null : "format: it does not fit commitment.frameRules";
    }

    private List<StratifiedDraw.Unit> units() {
        return units(record);
    }

    static List<StratifiedDraw.Unit> units(JsonNode record) {
        return InspectorCheck.texts(record.path("frame")).stream()
                .map(StratifiedDraw.Unit::of)
                .toList();
    }

    private int sampleSize() {
        return commitment.path("sampleSize").asInt();
    }

    private String strata() {
        TreeMap<String, List<StratifiedDraw.Unit>> strata = units().stream()
                .collect(Collectors.groupingBy(StratifiedDraw.Unit::stratum, TreeMap::new, Collectors.toList()));
        List<String> ours = new ArrayList<>();
        StratifiedDraw.takes(strata, sampleSize())
                .forEach((name, take) ->
                        ours.add("%s %d %d".formatted(name, strata.get(name).size(), take)));
        List<String> theirs = new ArrayList<>();
        commitment
                .path("strata")
                .forEach(one -> theirs.add("%s %d %d"
                        .formatted(
                                one.path("name").asText(),
                                one.path("size").asInt(),
                                one.path("take").asInt())));
        return ours.equals(theirs) ? null : "commitment.strata: computed " + ours;
    }

    private String seed() {
        return SeedCheck.fault(
                commitment.path("seed"),
                result.path("evidence"),
                result.path("seed").asText());
    }

    private String sample() {
        List<String> ours = new StratifiedDraw(result.path("seed").asText())
                .draw(units(), sampleSize()).stream()
                        .map(one -> "%s %s %s %s"
                                .formatted(one.unit().id(), one.unit().stratum(), one.ticket(), one.certain()))
                        .toList();
        JsonNode theirs = result.path("sample");
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            JsonNode one = theirs.path(i);
            String their = "%s %s %s %s"
                    .formatted(
                            one.path("caseId").asText(),
                            one.path("stratum").asText(),
                            one.path("ticket").asText(),
                            one.path("certain").asText());
            if (i >= ours.size() || !ours.get(i).equals(their)) {
                return "result.sample[%d]: computed %s".formatted(i, i < ours.size() ? ours.get(i) : "no more");
            }
        }
        return null;
    }

    private String inspectors() {
        return InspectorCheck.fault(result, commitment.path("inspectorDomain").asText());
    }
}
