package org.regulus.campaign.draw;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws each stratum apart: as many as its share by largest remainder, by sequential Poisson sampling over the consistent sampler's
 * tickets. Written from the description in inspection-service's README, not from its code.
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

    private final ConsistentSampler sampler;

    public StratifiedDraw(String seed) {
        this.sampler = new ConsistentSampler(seed);
    }

    public List<Drawn> draw(List<Unit> frame, int sampleSize) {
        TreeMap<String, List<Unit>> strata = strata(frame);
        TreeMap<String, Integer> takes = takes(strata, sampleSize);
        List<Drawn> drawn = new ArrayList<>();
        strata.forEach(
                (name, units) -> drawn.addAll(stratum(units, takes.get(name)).subList(0, takes.get(name))));
        return drawn;
    }

    /** Shares below one become one, until none is below; then whole parts, then the largest remainders, first names first. */
    public static TreeMap<String, Integer> takes(Map<String, List<Unit>> strata, int sampleSize) {
        TreeMap<String, Integer> takes = new TreeMap<>();
        long units = strata.values().stream().mapToLong(List::size).sum();
        long places = sampleSize;
        boolean again = true;
        while (again) {
            long placesNow = places;
            long unitsNow = units;
            List<String> ones = strata.keySet().stream()
                    .filter(name -> !takes.containsKey(name)
                            && placesNow * strata.get(name).size() < unitsNow)
                    .toList();
            for (String name : ones) {
                takes.put(name, 1);
                places--;
                units -= strata.get(name).size();
            }
            again = !ones.isEmpty();
        }
        share(strata, takes, places, units);
        return takes;
    }

    private static void share(Map<String, List<Unit>> strata, Map<String, Integer> takes, long places, long units) {
        Map<String, Long> remainders = new HashMap<>();
        long given = 0;
        for (var stratum : strata.entrySet()) {
            if (!takes.containsKey(stratum.getKey())) {
                long product = places * stratum.getValue().size();
                takes.put(stratum.getKey(), (int) (product / units));
                remainders.put(stratum.getKey(), product % units);
                given += product / units;
            }
        }
        List<String> order = new ArrayList<>(remainders.keySet());
        order.sort(Comparator.comparing((String name) -> -remainders.get(name)).thenComparing(name -> name));
        order.subList(0, (int) (places - given)).forEach(name -> takes.merge(name, 1, Integer::sum));
    }

    /** Who follows the sample in the stratum of a case, in the order of the tickets; nobody when it is in none. */
    public List<Drawn> after(List<Unit> frame, int sampleSize, String stratum) {
        TreeMap<String, List<Unit>> strata = strata(frame);
        if (!strata.containsKey(stratum)) {
            return List.of();
        }
        int take = takes(strata, sampleSize).get(stratum);
        List<Drawn> order = stratum(strata.get(stratum), take);
        return order.subList(take, order.size());
    }

    private static TreeMap<String, List<Unit>> strata(List<Unit> frame) {
        TreeMap<String, List<Unit>> strata = new TreeMap<>();
        frame.forEach(unit -> strata.computeIfAbsent(unit.stratum(), name -> new ArrayList<>())
                .add(unit));
        return strata;
    }

    /** All units in order; the first {@code take} are drawn. */
    private List<Drawn> stratum(List<Unit> units, int take) {
        List<Unit> certain = new ArrayList<>();
        List<Unit> open = new ArrayList<>(units);
        boolean again = true;
        while (again && certain.size() < take) {
            long places = take - certain.size();
            long weights = open.stream().mapToLong(Unit::weight).sum();
            int before = certain.size();
            open.removeIf(unit -> places * unit.weight() >= weights && certain.add(unit));
            again = certain.size() > before;
        }
        List<Drawn> drawn = new ArrayList<>();
        sorted(certain).forEach(unit -> drawn.add(new Drawn(unit, sampler.ticket(unit.id()), true)));
        sorted(open).forEach(unit -> drawn.add(new Drawn(unit, sampler.ticket(unit.id()), false)));
        return drawn;
    }

    /** By ticket / weight, without dividing: a/v is before b/w when a times w is less than b times v. */
    private List<Unit> sorted(List<Unit> units) {
        Map<String, BigInteger> tickets = new HashMap<>();
        units.forEach(unit -> tickets.put(unit.id(), whole(sampler.ticket(unit.id()))));
        List<Unit> order = new ArrayList<>(units);
        order.sort((a, b) -> {
            int placed = tickets.get(a.id())
                    .multiply(BigInteger.valueOf(b.weight()))
                    .compareTo(tickets.get(b.id()).multiply(BigInteger.valueOf(a.weight())));
            return placed != 0 ? placed : a.id().compareTo(b.id());
        });
        return order;
    }

    private static BigInteger whole(String ticket) {
        String digits = ticket.substring("0.".length());
        return new BigInteger(digits).multiply(BigInteger.TEN.pow(TICKET_DIGITS - digits.length()));
    }
}
