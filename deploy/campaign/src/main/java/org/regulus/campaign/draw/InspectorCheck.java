package org.regulus.campaign.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the inspectors again: per case of the sample, of the register without those excluded, by load and then by ticket. */
final class InspectorCheck {

    private static final int PER_CASE = 2;

    private InspectorCheck() {}

    /** @return null when the record says the same, else what differs */
    static String fault(JsonNode commitment, JsonNode result) {
        if (!committed(commitment, result)) {
            return "result.inspectorRegister: it is not commitment.inspectorRegister";
        }
        String domain = commitment.path("inspectorDomain").asText();
        List<String> register = texts(result.path("inspectorRegister"));
        Map<String, Integer> load = new HashMap<>();
        if (result.path("inspectors").size() != result.path("sample").size()) {
            return "result.inspectors: not one entry for each case of the sample";
        }
        for (int i = 0; i < result.path("sample").size(); i++) {
            String caseId = result.path("sample").get(i).path("caseId").asText();
            JsonNode entry = result.path("inspectors").get(i);
            String seed = result.path("seed").asText() + domain + "|" + caseId;
            List<String> drawn = drawn(register, entry, seed, load);
            if (!entry.path("caseId").asText().equals(caseId)
                    || !texts(entry.path("drawn")).equals(drawn)) {
                return "result.inspectors[%d]: computed %s for case %s".formatted(i, drawn, caseId);
            }
            drawn.forEach(id -> load.merge(id, 1, Integer::sum));
        }
        return null;
    }

    /** Whether what is drawn from was committed to. Draws of before committed to no register. */
    static boolean committed(JsonNode commitment, JsonNode drawn) {
        return commitment.path("inspectorRegister").isMissingNode()
                || commitment.path("inspectorRegister").equals(drawn.path("inspectorRegister"));
    }

    /** Two of the register without those excluded, who have the least to inspect, then by ticket; nobody when there are not two. */
    static List<String> drawn(List<String> register, JsonNode entry, String seed, Map<String, Integer> load) {
        List<String> eligible = new ArrayList<>(register);
        entry.path("excluded")
                .forEach(one -> eligible.remove(one.path("inspectorId").asText()));
        ConsistentSampler sampler = new ConsistentSampler(seed);
        eligible.sort(
                Comparator.comparing((String id) -> load.getOrDefault(id, 0)).thenComparing(sampler::ticket));
        return eligible.size() < PER_CASE ? List.of() : eligible.subList(0, PER_CASE);
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
