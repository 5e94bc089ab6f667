package org.regulus.inspection.draw;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;

/**
 * Who follows when one of those drawn falls out: nobody chooses, the tickets after the sample do, in the order of the same stratum. A
 * ticket that was passed once does not come again.
 */
public final class Succession {

    private final String seed;
    private final SortedMap<String, List<Unit>> strata;
    private final SortedMap<String, Integer> allocation;

    public Succession(String seed, List<Unit> frame, int sampleSize) {
        this.seed = seed;
        this.strata = Sample.strata(frame);
        this.allocation = Allocation.of(Sample.sizes(strata), sampleSize);
    }

    /**
     * @param made the replacements of this draw until now, in their order
     * @param removed who falls out
     * @param limit how many tickets are looked at
     * @return those whose turn it is, none when the stratum has no more
     * @throws Refusal CONFLICT {@code draw.case-not-drawn}: neither drawn nor a substitute, or replaced before
     */
    public List<Drawn> after(List<Replacement> made, String removed, int limit) {
        String stratum = stratumOf(removed);
        int take = allocation.get(stratum);
        List<Drawn> order = new SequentialPoisson(seed).order(strata.get(stratum), take);
        Set<String> inspected = new HashSet<>();
        order.subList(0, take).forEach(one -> inspected.add(one.unit().id()));
        int passed = take;
        for (Replacement one : made) {
            if (one.stratum().equals(stratum)) {
                inspected.remove(one.removed());
                inspected.add(one.substitute().unit().id());
                passed += one.passed();
            }
        }
        if (!inspected.contains(removed)) {
            throw notDrawn(removed);
        }
        return order.subList(passed, Math.min(passed + limit, order.size()));
    }

    private String stratumOf(String removed) {
        return strata.values().stream()
                .flatMap(List::stream)
                .filter(unit -> unit.id().equals(removed))
                .map(Unit::stratum)
                .findFirst()
                .orElseThrow(() -> notDrawn(removed));
    }

    private static Refusal notDrawn(String caseId) {
        return Refusal.conflict("draw.case-not-drawn", "Case %s is not among those drawn".formatted(caseId));
    }
}
