package org.regulus.inspection.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;

/** What a seed draws from a frame: each stratum apart, the strata in the order of their names. */
public record Sample(List<Drawn> drawn, SortedMap<String, List<Drawn>> orders) {

    public static Sample of(String seed, List<Unit> frame, int size) {
        SequentialPoisson sampler = new SequentialPoisson(seed);
        SortedMap<String, List<Drawn>> orders = new TreeMap<>();
        List<Drawn> drawn = new ArrayList<>();
        SortedMap<String, List<Unit>> strata = strata(frame);
        Allocation.of(sizes(strata), size).forEach((stratum, take) -> {
            List<Drawn> order = sampler.order(strata.get(stratum), take);
            orders.put(stratum, order);
            drawn.addAll(order.subList(0, take));
        });
        return new Sample(List.copyOf(drawn), orders);
    }

    /** The next ticket of a stratum that is not among those used. */
    public Optional<Drawn> next(String stratum, Set<String> used) {
        return orders.get(stratum).stream()
                .filter(one -> !used.contains(one.unit().id()))
                .findFirst();
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
