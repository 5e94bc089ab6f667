package org.regulus.inspection.draw;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Draws two inspectors for each inspection, by the seed of the draw under a domain tag of its own. Who is recused is removed before, and
 * kept with the reason. Those with the fewest inspections of this draw come first, then the smallest ticket.
 */
public final class InspectorDraw {

    /** Appended to the seed: the inspectors' tickets have nothing to do with the cases'. */
    public static final String DOMAIN = "|inspectors";

    public static final int PER_INSPECTION = 2;

    /** An inspector on the register. */
    public record Candidate(UUID id, boolean active, Set<UUID> recusedOperators) {}

    /** Why somebody was not among those drawn from. */
    public record Excluded(UUID inspectorId, String reason) {}

    /** @param drawn two, or none when there are not two who may act */
    public record Allotment(String caseId, List<UUID> drawn, List<Excluded> excluded) {}

    private final List<Candidate> register;
    private final String seed;
    private final Map<UUID, Integer> load = new HashMap<>();

    public InspectorDraw(List<Candidate> register, String seed) {
        this.register = List.copyOf(register);
        this.seed = seed + DOMAIN;
    }

    /** These inspect already by this draw: who has more of it comes later. */
    public InspectorDraw after(List<UUID> drawn) {
        drawn.forEach(id -> load.merge(id, 1, Integer::sum));
        return this;
    }

    /** Those of the register who may act for that operator. */
    public static List<UUID> eligible(List<Candidate> register, UUID operator) {
        return register.stream()
                .filter(one -> obstacle(one, operator) == null)
                .map(Candidate::id)
                .toList();
    }

    /** The others, with the reason. */
    public static List<Excluded> excluded(List<Candidate> register, UUID operator) {
        return register.stream()
                .filter(one -> obstacle(one, operator) != null)
                .map(one -> new Excluded(one.id(), obstacle(one, operator)))
                .toList();
    }

    private static String obstacle(Candidate candidate, UUID operator) {
        if (!candidate.active()) {
            return "inactive";
        }
        return candidate.recusedOperators().contains(operator) ? "recused" : null;
    }

    /** Called in the order of the sample: the order is part of the record. */
    public Allotment allot(String caseId, UUID operator) {
        List<Excluded> excluded = excluded(register, operator);
        ConsistentSampler sampler = new ConsistentSampler(seed + "|" + caseId);
        record Place(int load, String ticket, UUID id) {}
        List<UUID> drawn = eligible(register, operator).stream()
                .map(id -> new Place(load.getOrDefault(id, 0), sampler.ticket(id.toString()), id))
                .sorted(Comparator.comparing(Place::load).thenComparing(Place::ticket))
                .map(Place::id)
                .limit(PER_INSPECTION)
                .toList();
        if (drawn.size() < PER_INSPECTION) {
            return new Allotment(caseId, List.of(), excluded);
        }
        drawn.forEach(id -> load.merge(id, 1, Integer::sum));
        return new Allotment(caseId, drawn, excluded);
    }

    /**
     * Who follows when one of those drawn falls out: the smallest ticket of those who may act and are not among them.
     *
     * @param register those who were committed to, as they are now: who came on the register later was never in the draw
     */
    public static Optional<UUID> next(
            List<Candidate> register, String seed, String caseId, UUID operator, List<UUID> drawn) {
        ConsistentSampler sampler = new ConsistentSampler(seed + DOMAIN + "|" + caseId);
        return eligible(register, operator).stream()
                .filter(one -> !drawn.contains(one))
                .min(Comparator.comparing(id -> sampler.ticket(id.toString())));
    }
}
