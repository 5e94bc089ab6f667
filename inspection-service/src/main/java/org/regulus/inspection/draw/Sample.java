package org.regulus.inspection.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;

/** What a seed draws from a frame: each stratum apart, the strata in the order of their names. */
public record Sample(List<Drawn> drawn) {

    public static Sample of(String seed, List<Unit> frame, int size) {
        SequentialPoisson sampler = new SequentialPoisson(seed);
        List<Drawn> drawn = new ArrayList<>();
        SortedMap<String, List<Unit>> strata = strata(frame);
        Allocation.of(sizes(strata), size)
                .forEach((stratum, take) ->
                        drawn.addAll(sampler.order(strata.get(stratum), take).subList(0, take)));
        return new Sample(List.copyOf(drawn));
    }

    public List<String> ids() {
        return drawn.stream().map(one -> one.unit().id()).toList();
    }

    static SortedMap<String, Integer> sizes(Map<String, List<Unit>> strata) {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        strata.forEach((stratum, units) -> sizes.put(stratum, units.size()));
        return sizes;
    }

    static SortedMap<String, List<Unit>> strata(List<Unit> frame) {
        SortedMap<String, List<Unit>> strata = new TreeMap<>();
        frame.forEach(unit -> strata.computeIfAbsent(unit.stratum(), absent -> new ArrayList<>())
                .add(unit));
        return strata;
    }
}
