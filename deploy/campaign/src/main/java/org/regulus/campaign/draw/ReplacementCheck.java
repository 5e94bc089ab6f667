package org.regulus.campaign.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a replacement is the one that the tickets of its draw call for: the next of the same stratum after the sample and after the
 * replacements before it, none passed over in silence. Like {@link DrawCheck} it shares no code with the service.
 */
public final class ReplacementCheck {

    public static final String FORMAT = "regulus-draw-replacement-1";

    private final JsonNode record;
    private final List<JsonNode> before;
    private final JsonNode whole;
    private final JsonNode made;
    private final FrameLines lines;

    private ReplacementCheck(JsonNode record, List<JsonNode> before, JsonNode whole, FrameLines lines) {
        this.record = record;
        this.before = before;
        this.whole = whole;
        this.made = whole.path("replacement");
        this.lines = lines;
    }

    public static boolean isOne(String text) {
        return text.contains("\"" + FORMAT + "\"");
    }

    /** Of a record that has its frame in it. */
    public static List<String> faults(List<String> history, String text) {
        return faults(history, text, null);
    }

    /**
     * @param history the draw record and the replacements before this one, in their order, each found intact
     * @param frame of a record that has it beside it, or null
     * @return what is wrong, each with its place; empty when it is intact
     */
    public static List<String> faults(List<String> history, String text, FrameLines frame) {
        try {
            List<JsonNode> former = history.stream().map(ReplacementCheck::tree).toList();
            JsonNode whole = tree(text);
            if (former.isEmpty() || !whole.path("format").asText().equals(FORMAT)) {
                return List.of("replacement: it follows no draw record, or its format is not " + FORMAT);
            }
            FrameLines lines = DrawCheck.lines(former.get(0), frame);
            if (lines == null) {
                return List.of("frame: it stands in a file of its own, which was not given");
            }
            var check = new ReplacementCheck(former.get(0), former.subList(1, former.size()), whole, lines);
            return Stream.of(
                            DrawCheck.canonical(text, whole),
                            DrawCheck.digest(whole, "replacement"),
                            check.place(Digests.sha256(history.get(history.size() - 1))),
                            check.removed(),
                            check.substitute(),
                            check.inspectors())
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException unreadable) {
            return List.of("replacement: not a whole one: " + unreadable.getMessage());
        }
    }

    static JsonNode tree(String text) {
        try {
            return DrawCheck.JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson.getOriginalMessage());
        }
    }

    private String place(String previousDigest) {
        boolean follows = made.path("drawId").equals(record.path("commitment").path("drawId"))
                && made.path("number").asInt() == before.size() + 1
                && made.path("previousDigest").asText().equals(previousDigest);
        return follows ? null : "replacement: drawId, number or previousDigest do not follow the line before";
    }

    private String removed() {
        Set<String> inspected = new HashSet<>();
        record.path("result")
                .path("sample")
                .forEach(one -> inspected.add(one.path("caseId").asText()));
        before.forEach(one -> {
            inspected.remove(one.path("replacement").path("removedCaseId").asText());
            inspected.add(substitute(one).path("caseId").asText());
        });
        boolean drawn = inspected.contains(made.path("removedCaseId").asText());
        return drawn ? null : "replacement.removedCaseId: it is not among those drawn";
    }

    private static JsonNode substitute(JsonNode replacement) {
        return replacement.path("replacement").path("substitute");
    }

    /** Of the stratum of the one removed: so many tickets were used up, and these are next. */
    private String substitute() {
        String stratum = stratumOf(made.path("removedCaseId").asText());
        int passed = before.stream()
                .filter(one -> substitute(one).path("stratum").asText().equals(stratum))
                .mapToInt(one -> one.path("replacement").path("skipped").size() + 1)
                .sum();
        int wanted = made.path("skipped").size() + 1;
        List<StratifiedDraw.Drawn> next = new StratifiedDraw(
                        record.path("result").path("seed").asText(),
                        lines,
                        FrameCheck.of(record, lines).weights(),
                        record.path("commitment").path("sampleSize").asInt())
                .after(stratum, passed + wanted).stream().skip(passed).toList();
        for (int i = 0; i < made.path("skipped").size(); i++) {
            String theirs = made.path("skipped").get(i).path("caseId").asText();
            if (i >= next.size() || !next.get(i).unit().id().equals(theirs)) {
                return "replacement.skipped[%d]: it is not the next ticket".formatted(i);
            }
        }
        return next.size() > made.path("skipped").size() && isNext(next.get(next.size() - 1))
                ? null
                : "replacement.substitute: computed " + (next.isEmpty() ? "no more" : next.get(next.size() - 1));
    }

    /** As the draw or the replacement says that brought the case in. */
    private String stratumOf(String removed) {
        List<JsonNode> drawn = new ArrayList<>();
        record.path("result").path("sample").forEach(drawn::add);
        before.forEach(one -> drawn.add(substitute(one)));
        return drawn.stream()
                .filter(one -> one.path("caseId").asText().equals(removed))
                .map(one -> one.path("stratum").asText())
                .findFirst()
                .orElse("");
    }

    private boolean isNext(StratifiedDraw.Drawn ours) {
        JsonNode theirs = made.path("substitute");
        return theirs.path("caseId").asText().equals(ours.unit().id())
                && theirs.path("stratum").asText().equals(ours.unit().stratum())
                && theirs.path("ticket").asText().equals(ours.ticket())
                && theirs.path("certain").asBoolean() == ours.certain();
    }

    private String inspectors() {
        if (!InspectorCheck.committed(record.path("commitment"), made)) {
            return "replacement.inspectorRegister: it is not commitment.inspectorRegister";
        }
        Map<String, Integer> load = new HashMap<>();
        record.path("result").path("inspectors").forEach(one -> count(one, load));
        before.forEach(one -> count(one.path("replacement").path("inspectors"), load));
        String caseId = made.path("substitute").path("caseId").asText();
        String domain = record.path("commitment").path("inspectorDomain").asText();
        String seed = record.path("result").path("seed").asText() + domain + "|" + caseId;
        JsonNode entry = made.path("inspectors");
        List<String> drawn =
                InspectorCheck.drawn(InspectorCheck.texts(made.path("inspectorRegister")), entry, seed, load);
        boolean same = entry.path("caseId").asText().equals(caseId)
                && InspectorCheck.texts(entry.path("drawn")).equals(drawn);
        return same ? null : "replacement.inspectors: computed %s for case %s".formatted(drawn, caseId);
    }

    private static void count(JsonNode entry, Map<String, Integer> load) {
        InspectorCheck.texts(entry.path("drawn")).forEach(id -> load.merge(id, 1, Integer::sum));
    }
}
