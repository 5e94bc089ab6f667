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
import java.util.stream.Stream;

/** Draws a draw record again and names what is not as it says. It shares no code with the service that wrote the record. */
public final class DrawCheck {

    /** Records of before had the frame in them; that of these stands in a file of its own. */
    private static final String FORMAT = "regulus-draw-record-4";

    private static final String WITH_FRAME = "regulus-draw-record-2";
    private static final String WITH_FRAME_AND_CLASSES = "regulus-draw-record-3";
    static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, true)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);

    private final String text;
    private final JsonNode record;
    private final JsonNode commitment;
    private final JsonNode result;
    private final FrameLines lines;
    private final FrameCheck frame;

    private DrawCheck(String text, JsonNode record, FrameLines lines) {
        this.text = text;
        this.record = record;
        this.commitment = record.path("commitment");
        this.result = record.path("result");
        this.lines = lines;
        this.frame = FrameCheck.of(record, lines);
    }

    /** Of a record that has its frame in it. */
    public static List<String> faults(String text) {
        return faults(text, null);
    }

    /**
     * @param frame the frame of a record that has it beside it, or null
     * @return what is wrong with the record, each with its place; empty when it is intact
     */
    public static List<String> faults(String text, FrameLines frame) {
        JsonNode record;
        try {
            record = JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return List.of("no JSON: " + notJson.getOriginalMessage());
        }
        String format = record.path("format").asText();
        if (!List.of(FORMAT, WITH_FRAME, WITH_FRAME_AND_CLASSES).contains(format)) {
            return List.of("format: it is not %s, nor one of before".formatted(FORMAT));
        }
        FrameLines lines = lines(record, frame);
        if (lines == null) {
            return List.of("frame: it stands in a file of its own, which was not given");
        }
        try {
            DrawCheck check = new DrawCheck(text, record, lines);
            return Stream.of(
                            check.canonical(),
                            check.digest("commitment"),
                            check.digest("result"),
                            check.frame.fault(check.commitment),
                            check.classes(),
                            check.strata(),
                            check.seed(),
                            check.sample(),
                            check.inspectors())
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NullPointerException unreadable) {
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

    /** By which name a folder of frames has the one of a record; empty when the record has its frame in it, or names none. */
    public static String frameDigest(String text) {
        try {
            JsonNode record = JSON.readTree(text);
            String digest = record.path("commitment").path("frameDigest").asText();
            return record.path("format").asText().equals(FORMAT) && digest.matches("[0-9a-f]{64}") ? digest : "";
        } catch (JsonProcessingException notJson) {
            return "";
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

    /** Whether stratum and weight of each unit are what the published rules make of its credit class. */
    private String classes() {
        String format = record.path("format").asText();
        boolean told = format.equals(FORMAT) || format.equals(WITH_FRAME_AND_CLASSES) == frame.asksClasses();
        return frame.misfit() != null || told ? frame.misfit() : "format: it does not fit commitment.frameRules";
    }

    /** Of the record itself, or those beside it; null when there are none. */
    static FrameLines lines(JsonNode record, FrameLines beside) {
        return record.path("format").asText().equals(FORMAT)
                ? beside
                : FrameLines.of(InspectorCheck.texts(record.path("frame")));
    }

    private StratifiedDraw draw() {
        return new StratifiedDraw(
                result.path("seed").asText(),
                lines,
                frame.weights(),
                commitment.path("sampleSize").asInt());
    }

    private String strata() {
        List<String> ours = new ArrayList<>();
        TreeMap<String, Integer> sizes = StratifiedDraw.sizes(frame.weights());
        draw().takes().forEach((name, take) -> ours.add("%s %d %d".formatted(name, sizes.get(name), take)));
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
        List<String> ours = draw().draw().stream()
                .map(one -> "%s %s %s %s".formatted(one.unit().id(), one.unit().stratum(), one.ticket(), one.certain()))
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
        return InspectorCheck.fault(commitment, result);
    }
}
