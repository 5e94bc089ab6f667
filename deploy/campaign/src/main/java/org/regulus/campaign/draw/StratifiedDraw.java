package org.regulus.campaign.draw;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Draws each stratum apart: as many as its share by largest remainder, by sequential Poisson sampling over the consistent sampler's
 * tickets. Written from the description in inspection-service's README, not from its code. It reads the frame and holds the first of each
 * stratum only.
 */
public final class StratifiedDraw {

    private static final int TICKET_DIGITS = 78;

    /** A line of the frame. */
    public record Unit(String id, String stratum, int weight, String creditClass) {
        public static Unit of(String line) {
            String[] parts = line.split(",");
            return parts.length >= 3
                    ? new Unit(parts[0], parts[1], Integer.parseInt(parts[2]), parts.length == 4 ? parts[3] : "")
                    : new Unit(line, "all", 1, "");
        }
    }

    public record Drawn(Unit unit, String ticket, boolean certain) {}

    private record Candidate(Drawn drawn, BigInteger ticket) {

        /** By ticket / weight, without dividing: a/v is before b/w when a times w is less than b times v. Those that are certain first. */
        static int order(Candidate a, Candidate b) {
            if (a.drawn.certain() != b.drawn.certain()) {
                return a.drawn.certain() ? -1 : 1;
            }
            int placed = a.ticket
                    .multiply(BigInteger.valueOf(b.drawn.unit().weight()))
                    .compareTo(
                            b.ticket.multiply(BigInteger.valueOf(a.drawn.unit().weight())));
            return placed != 0
                    ? placed
                    : a.drawn.unit().id().compareTo(b.drawn.unit().id());
        }
    }

    private final ConsistentSampler sampler;
    private final FrameLines frame;
    private final TreeMap<String, TreeMap<Integer, Integer>> weights;
    private final TreeMap<String, Integer> takes;

    /** @param weights how many units of each weight each stratum of the frame has */
    public StratifiedDraw(
            String seed, FrameLines frame, TreeMap<String, TreeMap<Integer, Integer>> weights, int sampleSize) {
        this.sampler = new ConsistentSampler(seed);
        this.frame = frame;
        this.weights = weights;
        this.takes = takes(sizes(weights), sampleSize);
    }

    static TreeMap<String, Integer> sizes(TreeMap<String, TreeMap<Integer, Integer>> weights) {
        TreeMap<String, Integer> sizes = new TreeMap<>();
        weights.forEach((name, counts) -> sizes.put(
                name, counts.values().stream().mapToInt(count -> count).sum()));
        return sizes;
    }

    TreeMap<String, Integer> takes() {
        return takes;
    }

    public List<Drawn> draw() {
        return first(takes);
    }

    /** Who follows the sample in a stratum, in the order of the tickets, at most so many; nobody when there is no such stratum. */
    public List<Drawn> after(String stratum, int limit) {
        if (!takes.containsKey(stratum)) {
            return List.of();
        }
        List<Drawn> order = first(Map.of(stratum, takes.get(stratum) + limit));
        return order.subList(Math.min(takes.get(stratum), order.size()), order.size());
    }

    /** The first ones of some strata, the strata by their names. */
    private List<Drawn> first(Map<String, Integer> most) {
        Map<String, Integer> certainFrom = new HashMap<>();
        TreeMap<String, PriorityQueue<Candidate>> held = new TreeMap<>();
        most.keySet().forEach(name -> {
            certainFrom.put(name, certainFrom(weights.get(name), takes.get(name)));
            held.put(name, new PriorityQueue<>(((Comparator<Candidate>) Candidate::order).reversed()));
        });
        frame.read(line -> {
            Unit unit = Unit.of(line);
            PriorityQueue<Candidate> queue = held.get(unit.stratum());
            if (queue != null) {
                String ticket = sampler.ticket(unit.id());
                boolean certain = unit.weight() >= certainFrom.get(unit.stratum());
                Candidate next = new Candidate(new Drawn(unit, ticket, certain), whole(ticket));
                if (queue.size() < most.get(unit.stratum())) {
                    queue.add(next);
                } else if (Candidate.order(next, queue.peek()) < 0) {
                    queue.remove();
                    queue.add(next);
                }
            }
        });
        List<Drawn> first = new ArrayList<>();
        held.values()
                .forEach(queue ->
                        queue.stream().sorted(Candidate::order).forEach(candidate -> first.add(candidate.drawn())));
        return first;
    }

    /** Round after round: what is heavy enough for a chance of 1 among those that are left is certain. */
    private static int certainFrom(TreeMap<Integer, Integer> weights, int take) {
        int from = Integer.MAX_VALUE;
        int certain = 0;
        boolean again = true;
        while (again && certain < take) {
            long places = take - certain;
            long sum = 0;
            for (var weight : weights.headMap(from, false).entrySet()) {
                sum += (long) weight.getKey() * weight.getValue();
            }
            int before = from;
            for (var weight : weights.headMap(before, false).descendingMap().entrySet()) {
                if (places * weight.getKey() >= sum) {
                    from = weight.getKey();
                    certain += weight.getValue();
                }
            }
            again = from < before;
        }
        return from;
    }

    /** Shares below one become one, until none is below; then whole parts, then the largest remainders, first names first. */
    public static TreeMap<String, Integer> takes(TreeMap<String, Integer> sizes, int sampleSize) {
        TreeMap<String, Integer> takes = new TreeMap<>();
        long units = sizes.values().stream().mapToLong(size -> size).sum();
        long places = sampleSize;
        boolean again = true;
        while (again) {
            long placesNow = places;
            long unitsNow = units;
            List<String> ones = sizes.keySet().stream()
                    .filter(name -> !takes.containsKey(name) && placesNow * sizes.get(name) < unitsNow)
                    .toList();
            for (String name : ones) {
                takes.put(name, 1);
                places--;
                units -= sizes.get(name);
            }
            again = !ones.isEmpty();
        }
        share(sizes, takes, places, units);
        return takes;
    }

    private static void share(TreeMap<String, Integer> sizes, Map<String, Integer> takes, long places, long units) {
        Map<String, Long> remainders = new HashMap<>();
        long given = 0;
        for (var stratum : sizes.entrySet()) {
            if (!takes.containsKey(stratum.getKey())) {
                long product = places * stratum.getValue();
                takes.put(stratum.getKey(), (int) (product / units));
                remainders.put(stratum.getKey(), product % units);
                given += product / units;
            }
        }
        List<String> order = new ArrayList<>(remainders.keySet());
        order.sort(Comparator.comparing((String name) -> -remainders.get(name)).thenComparing(name -> name));
        order.subList(0, (int) (places - given)).forEach(name -> takes.merge(name, 1, Integer::sum));
    }

    private static BigInteger whole(String ticket) {
        String digits = ticket.substring("0.".length());
        return new BigInteger(digits).multiply(BigInteger.TEN.pow(TICKET_DIGITS - digits.length()));
    }
}
