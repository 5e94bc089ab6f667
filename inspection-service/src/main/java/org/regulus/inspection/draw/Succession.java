package org.regulus.inspection.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;

/**
 * Who follows when one of those drawn falls out: nobody chooses, the tickets after the sample do, in the order of the same stratum. A
 * ticket that was passed once does not come again. The units of the frame pass by one after another.
 */
public final class Succession {

    /**
     * Who was drawn, and who took the place of whom until now.
     *
     * @param made the replacements of this draw, in their order
     */
    public record History(List<Drawn> sample, List<Replacement> made) {

        /** The strata of those who are to be inspected, by their ids. */
        private Map<String, String> inspected() {
            Map<String, String> inspected = new HashMap<>();
            sample.forEach(one -> inspected.put(one.unit().id(), one.unit().stratum()));
            made.forEach(one -> {
                inspected.remove(one.removed());
                inspected.put(one.substitute().unit().id(), one.stratum());
            });
            return inspected;
        }
    }

    private final String stratum;
    private final int passed;
    private final SequentialPoisson order;

    /**
     * @param removed who falls out
     * @param limit how many tickets are looked at
     * @throws Refusal CONFLICT {@code draw.case-not-drawn}: neither drawn nor a substitute, or replaced before
     */
    public Succession(String seed, Draw draw, History history, String removed, int limit) {
        this.stratum = history.inspected().get(removed);
        if (stratum == null) {
            throw Refusal.conflict("draw.case-not-drawn", "Case %s is not among those drawn".formatted(removed));
        }
        int take = draw.allocation().get(stratum);
        int used = history.made().stream()
                .filter(one -> one.stratum().equals(stratum))
                .mapToInt(Replacement::passed)
                .sum();
        this.passed = take + used;
        this.order = new SequentialPoisson(seed, draw.frame().weights().get(stratum), take, used + limit);
    }

    public void add(Unit unit) {
        if (unit.stratum().equals(stratum)) {
            order.add(unit);
        }
    }

    /** Those whose turn it is when all of the frame passed by, none when the stratum has no more. */
    public List<Drawn> turn() {
        List<Drawn> all = order.inOrder();
        return all.subList(Math.min(passed, all.size()), all.size());
    }
}
