package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What everybody may know of a recusal: one line of canonical JSON, chained to the draw record and to those before it. With the draw record
 * anybody can tell that the substitute is the next ticket of those committed to. It has ids and codes, no names and no words of the operator.
 */
public final class InspectorReplacementRecord {

    static final String FORMAT = "regulus-inspector-replacement-1";

    /**
     * @param number of this draw's, from 1
     * @param previousDigest SHA-256 of the line before this one: the one before it, or the draw record
     */
    public record Place(UUID drawId, int number, String previousDigest) {}

    /** @param excluded those committed to who may not act, the one removed among them */
    public record Replaced(String caseId, UUID removed, List<InspectorDraw.Excluded> excluded, UUID substitute) {}

    private InspectorReplacementRecord() {}

    public static String of(Place place, Replaced replaced, Instant at) {
        Map<String, Object> replacement = Map.of(
                "drawId",
                place.drawId().toString(),
                "number",
                place.number(),
                "previousDigest",
                place.previousDigest(),
                "caseId",
                replaced.caseId(),
                "removedInspectorId",
                replaced.removed().toString(),
                "reason",
                "recusal",
                "excluded",
                DrawRecord.excluded(replaced.excluded()),
                "substituteInspectorId",
                replaced.substitute().toString(),
                "madeAt",
                at.toString());
        return CanonicalJson.write(Map.of(
                "format",
                FORMAT,
                "replacement",
                replacement,
                "replacementDigest",
                Draw.digest(CanonicalJson.write(replacement))));
    }
}
