package org.regulus.campaign.play;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what came about, where it was seen to have come about; a play in which an act is missing was not played whole. */
final class Acts {

    private final Map<Act, Integer> counted = new EnumMap<>(Act.class);

    synchronized void did(Act act, long times) {
        counted.merge(act, Math.toIntExact(times), Integer::sum);
    }

    synchronized int times(Act act) {
        return counted.getOrDefault(act, 0);
    }

    /** Those of one part by their words, also those that did not come about. */
    Map<String, Integer> of(Act.Part part) {
        Map<String, Integer> table = new LinkedHashMap<>();
        Arrays.stream(Act.values()).filter(act -> act.part == part).forEach(act -> table.put(act.words, times(act)));
        return table;
    }

    List<String> missing() {
        return Arrays.stream(Act.values())
                .filter(act -> times(act) < 1)
                .map(act -> "not played: " + act.words)
                .toList();
    }
}
