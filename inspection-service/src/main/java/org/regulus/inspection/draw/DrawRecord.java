package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that somebody needs to draw again and compare, with nothing of ours but this document and the frame beside it, whose digest it
 * has: what was committed to, the result, and a digest of each. It is written in canonical JSON, so that each byte of it is determined. It
 * has ids, no names of persons.
 */
public final class DrawRecord {

    /** Records of before, -2 and -3 (with credit classes), had the frame in them. */
    static final String FORMAT = "regulus-draw-record-4";

    static final String INSPECTOR_RULE =
            "per case in the order of the sample, of inspectorRegister without those inactive or recused by then: fewest inspections of this draw first, then the smallest ticket of seed + domain + '|' + caseId over the inspector's id; two are drawn";

    /**
     * @param reason why there is another draw of the campaign, or null
     * @param earlier the campaign's draws before this one, in their order
     * @param inspectors who can be drawn to inspect: whoever is on the register and active before there is a seed
     */
    public record About(
            String authority,
            UUID campaignId,
            String reason,
            FrameRules rules,
            Map<String, Integer> excluded,
            List<EarlierDraw> earlier,
            List<UUID> inspectors) {}

    private DrawRecord() {}

    /** What is published before there is a seed, in canonical JSON. */
    public static String commitment(Draw draw, About about, Instant at) {
        Map<String, Object> commitment = new LinkedHashMap<>();
        commitment.put("drawId", draw.id().toString());
        commitment.put("authority", about.authority());
        commitment.put("campaignId", about.campaignId().toString());
        commitment.put("committedAt", at.toString());
        commitment.put("algorithm", draw.algorithm());
        commitment.put("frameSize", draw.frame().size());
        commitment.put("frameDigest", draw.frame().digest());
        commitment.put("frameRules", about.rules().published());
        commitment.put("excluded", about.excluded());
        commitment.put("sampleSize", draw.sampleSize());
        commitment.put("strata", strata(draw));
        commitment.put("seed", draw.rule().published());
        commitment.put(
                "previousDraws",
                about.earlier().stream().map(EarlierDraw::published).toList());
        commitment.put("inspectorDomain", InspectorDraw.DOMAIN);
        commitment.put("inspectorRule", INSPECTOR_RULE);
        commitment.put(
                "inspectorRegister",
                about.inspectors().stream().map(UUID::toString).toList());
        if (about.reason() != null) {
            commitment.put("reason", about.reason());
        }
        return CanonicalJson.write(commitment);
    }

    private static List<Map<String, Object>> strata(Draw draw) {
        Map<String, Integer> sizes = draw.frame().sizes();
        List<Map<String, Object>> strata = new ArrayList<>();
        draw.allocation()
                .forEach((stratum, take) ->
                        strata.add(Map.of("name", stratum, "size", sizes.get(stratum), "take", take)));
        return strata;
    }

    /**
     * @param commitment as {@link #commitment} wrote it, read back
     * @param register the inspectors committed to; who may not act any more is among the excluded, with the reason
     */
    public static String record(
            Map<String, Object> commitment,
            Draw.DrawCompleted event,
            List<UUID> register,
            List<InspectorDraw.Allotment> allotments) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("seed", event.seed().text());
        result.put("evidence", event.seed().evidence());
        result.put("completedAt", event.at().toString());
        result.put(
                "sample", event.sample().drawn().stream().map(DrawRecord::drawn).toList());
        result.put("inspectorRegister", register.stream().map(UUID::toString).toList());
        result.put("inspectors", allotments.stream().map(DrawRecord::allotment).toList());
        return CanonicalJson.write(Map.of(
                "format",
                FORMAT,
                "commitment",
                commitment,
                "commitmentDigest",
                Draw.digest(CanonicalJson.write(commitment)),
                "result",
                result,
                "resultDigest",
                Draw.digest(CanonicalJson.write(result))));
    }

    static Map<String, Object> drawn(SequentialPoisson.Drawn one) {
        return Map.of(
                "caseId", one.unit().id(),
                "stratum", one.unit().stratum(),
                "ticket", one.ticket(),
                "certain", one.certain());
    }

    static Map<String, Object> allotment(InspectorDraw.Allotment allotment) {
        return Map.of(
                "caseId",
                allotment.caseId(),
                "drawn",
                allotment.drawn().stream().map(UUID::toString).toList(),
                "excluded",
                excluded(allotment.excluded()));
    }

    static List<Map<String, String>> excluded(List<InspectorDraw.Excluded> excluded) {
        return excluded.stream()
                .map(one -> Map.of("inspectorId", one.inspectorId().toString(), "reason", one.reason()))
                .toList();
    }
}
