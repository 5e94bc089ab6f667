package org.regulus.campaign.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;

/** Reads a frame once: whether it is what was committed to, and how many units of each weight each stratum has. */
final class FrameCheck {

    private final CreditClasses rules;
    private final boolean classesInRules;
    private final MessageDigest canonical = Digests.sha256();
    private final TreeMap<String, TreeMap<Integer, Integer>> weights = new TreeMap<>();
    private String bytes;
    private String last = "";
    private boolean ordered = true;
    private int size;
    private String misfit;

    private FrameCheck(JsonNode record) {
        this.rules = new CreditClasses(record.path("commitment").path("frameRules"));
        this.classesInRules = rules.asked();
    }

    static FrameCheck of(JsonNode record, FrameLines lines) {
        FrameCheck check = new FrameCheck(record);
        check.bytes = lines.read(check::add);
        return check;
    }

    private void add(String line) {
        canonical.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        StratifiedDraw.Unit unit = StratifiedDraw.Unit.of(line);
        ordered = ordered && unit.id().compareTo(last) > 0;
        last = unit.id();
        boolean fits = classesInRules ? rules.fit(unit) : unit.creditClass().isEmpty();
        if (!fits && misfit == null) {
            misfit = "frame[%d]: its credit class does not fit commitment.frameRules".formatted(size);
        }
        weights.computeIfAbsent(unit.stratum(), name -> new TreeMap<>()).merge(unit.weight(), 1, Integer::sum);
        size++;
    }

    /** @return null when it is the one that was committed to */
    String fault(JsonNode commitment) {
        String digest = Digests.hex(canonical);
        boolean intact = ordered
                && digest.equals(commitment.path("frameDigest").asText())
                && (bytes == null || bytes.equals(digest))
                && size == commitment.path("frameSize").asInt();
        return intact ? null : "frame: it is not what commitment.frameDigest and frameSize say";
    }

    /** @return null when stratum and weight of each unit are what the published rules make of its credit class */
    String misfit() {
        return misfit;
    }

    boolean asksClasses() {
        return classesInRules;
    }

    TreeMap<String, TreeMap<Integer, Integer>> weights() {
        return weights;
    }
}
