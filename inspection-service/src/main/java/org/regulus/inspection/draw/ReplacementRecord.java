package org.regulus.inspection.draw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What everybody may know of a replacement: one line of canonical JSON, chained to the draw record and to the replacements before it. With
 * them anybody can tell that the substitute is the next ticket of the stratum. It has ids, codes and the officer's explanation, no names.
 */
public final class ReplacementRecord {

    static final String FORMAT = "regulus-draw-replacement-1";

    /**
     * @param previousDigest SHA-256 of the line before this one: the replacement before it, or the draw record
     * @param decidedBy the account of the officer, an id
     */
    public record About(UUID drawId, String previousDigest, String explanation, String decidedBy) {}

    private ReplacementRecord() {}

    public static String of(
            Draw.DrawReplacementMade event, About about, List<UUID> register, InspectorDraw.Allotment allotment) {
        Replacement made = event.replacement();
        Map<String, Object> replacement = new LinkedHashMap<>();
        replacement.put("drawId", about.drawId().toString());
        replacement.put("number", made.number());
        replacement.put("previousDigest", about.previousDigest());
        replacement.put("removedCaseId", made.removed());
        replacement.put("reason", made.reason());
        replacement.put("explanation", about.explanation());
        replacement.put("decidedBy", about.decidedBy());
        replacement.put("madeAt", event.at().toString());
        replacement.put(
                "skipped",
                made.skipped().stream()
                        .map(one -> Map.of("caseId", one.caseId(), "reason", one.reason()))
                        .toList());
        replacement.put("substitute", DrawRecord.drawn(made.substitute()));
        replacement.put(
                "inspectorRegister", register.stream().map(UUID::toString).toList());
        replacement.put("inspectors", DrawRecord.allotment(allotment));
        return CanonicalJson.write(Map.of(
                "format",
                FORMAT,
                "replacement",
                replacement,
                "replacementDigest",
                Draw.digest(CanonicalJson.write(replacement))));
    }
}
