package org.regulus.campaign.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether who took the place of a recused inspector is the next ticket of those the draw committed to. Like {@link DrawCheck} it shares no
 * code with the service.
 */
public final class InspectorReplacementCheck {

    public static final String FORMAT = "regulus-inspector-replacement-1";

    private final List<JsonNode> draw;
    private final List<JsonNode> before;
    private final JsonNode made;

    private InspectorReplacementCheck(List<JsonNode> draw, List<JsonNode> before, JsonNode made) {
        this.draw = draw;
        this.before = before;
        this.made = made;
    }

    public static boolean isOne(String text) {
        return text.contains("\"" + FORMAT + "\"");
    }

    /**
     * @param history the draw record and the replacements of its cases
     * @param former the inspectors of that draw who were replaced before this one, in their order
     * @return what is wrong, each with its place; empty when it is intact
     */
    public static List<String> faults(List<String> history, List<String> former, String text) {
        try {
            List<JsonNode> draw = history.stream().map(ReplacementCheck::tree).toList();
            List<JsonNode> before = former.stream()
                    .map(one -> ReplacementCheck.tree(one).path("replacement"))
                    .toList();
            JsonNode whole = ReplacementCheck.tree(text);
            if (draw.isEmpty() || !whole.path("format").asText().equals(FORMAT)) {
                return List.of("replacement: it follows no draw record, or its format is not " + FORMAT);
            }
            var check = new InspectorReplacementCheck(draw, before, whole.path("replacement"));
            String previous = former.isEmpty() ? history.get(0) : former.get(former.size() - 1);
            return Stream.of(
                            DrawCheck.canonical(text, whole),
                            DrawCheck.digest(whole, "replacement"),
                            check.place(Digests.sha256(previous)),
                            check.substitute())
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException unreadable) {
            return List.of("replacement: not a whole one: " + unreadable.getMessage());
        }
    }

    private String place(String previousDigest) {
        boolean follows =
                made.path("drawId").equals(draw.get(0).path("commitment").path("drawId"))
                        && made.path("number").asInt() == before.size() + 1
                        && made.path("previousDigest").asText().equals(previousDigest);
        return follows ? null : "replacement: drawId, number or previousDigest do not follow the line before";
    }

    /** Of those committed to, without those excluded and those who inspect that case, the smallest ticket. */
    private String substitute() {
        String removed = made.path("removedInspectorId").asText();
        List<String> inspecting = inspecting(made.path("caseId").asText());
        if (!inspecting.contains(removed)) {
            return "replacement.removedInspectorId: not one who inspects that case";
        }
        List<String> excluded = new ArrayList<>();
        made.path("excluded")
                .forEach(one -> excluded.add(one.path("inspectorId").asText()));
        if (!excluded.contains(removed)) {
            return "replacement.excluded: who was replaced is not among them";
        }
        JsonNode result = draw.get(0).path("result");
        List<String> eligible = InspectorCheck.texts(result.path("inspectorRegister"));
        eligible.removeAll(excluded);
        eligible.removeAll(inspecting);
        ConsistentSampler sampler = new ConsistentSampler(result.path("seed").asText()
                + draw.get(0).path("commitment").path("inspectorDomain").asText()
                + "|"
                + made.path("caseId").asText());
        String next =
                eligible.stream().min(Comparator.comparing(sampler::ticket)).orElse("nobody");
        return next.equals(made.path("substituteInspectorId").asText())
                ? null
                : "replacement.substituteInspectorId: computed " + next;
    }

    /** As the draw or the replacement says that brought the case in, and as it was changed since. */
    private List<String> inspecting(String caseId) {
        List<JsonNode> entries = new ArrayList<>();
        draw.get(0).path("result").path("inspectors").forEach(entries::add);
        draw.stream().skip(1).forEach(one -> entries.add(one.path("replacement").path("inspectors")));
        List<String> inspecting = new ArrayList<>();
        entries.stream()
                .filter(one -> one.path("caseId").asText().equals(caseId))
                .forEach(one -> inspecting.addAll(InspectorCheck.texts(one.path("drawn"))));
        before.stream()
                .filter(one -> one.path("caseId").asText().equals(caseId))
                .forEach(one -> inspecting.replaceAll(
                        id -> id.equals(one.path("removedInspectorId").asText())
                                ? one.path("substituteInspectorId").asText()
                                : id));
        return inspecting;
    }
}
