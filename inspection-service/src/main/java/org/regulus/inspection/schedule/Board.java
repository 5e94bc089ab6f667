package org.regulus.inspection.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A plan as it hangs on the wall: who is where in which week. */
public final class Board {

    record Placed(Visit visit, Term term) {}

    private record Column(Object of, int when) {}

    private final Map<Column, List<Placed>> columns = new HashMap<>();
    private final Map<UUID, Term> terms = new HashMap<>();

    public static Board of(List<Visit> visits, Map<UUID, Term> terms) {
        Board board = new Board();
        visits.forEach(visit -> {
            if (terms.get(visit.inspectionId()) != null) {
                board.place(visit, terms.get(visit.inspectionId()));
            }
        });
        return board;
    }

    void place(Visit visit, Term term) {
        Placed placed = new Placed(visit, term);
        for (UUID inspector : visit.inspectors()) {
            column(inspector, term.week()).add(placed);
        }
        column(visit.site().place(), term.day()).add(placed);
        terms.put(visit.inspectionId(), term);
    }

    Map<UUID, Term> terms() {
        return Map.copyOf(terms);
    }

    private List<Placed> column(Object of, int when) {
        return columns.computeIfAbsent(new Column(of, when), key -> new ArrayList<>());
    }

    /** The other interviews in whose way this one could be. */
    Set<Placed> neighbours(Visit visit, Term term) {
        Set<Placed> found = new LinkedHashSet<>();
        visit.inspectors()
                .forEach(
                        inspector -> found.addAll(columns.getOrDefault(new Column(inspector, term.week()), List.of())));
        found.addAll(columns.getOrDefault(new Column(visit.site().place(), term.day()), List.of()));
        found.removeIf(placed -> placed.visit().inspectionId().equals(visit.inspectionId()));
        return found;
    }

    boolean fits(Visit visit, Term term) {
        return neighbours(visit, term).stream()
                .noneMatch(other -> ScheduleRules.samePlace(visit, term, other.visit(), other.term())
                        || visit.shared(other.visit()) > 0
                                && ScheduleRules.sameInspector(visit, term, other.visit(), other.term()));
    }

    /** What the interview costs there: its own points and those it makes with others. */
    long points(Visit visit, Term term) {
        return ScheduleRules.ownPoints(visit, term)
                + neighbours(visit, term).stream()
                        .mapToLong(other -> visit.shared(other.visit())
                                * (ScheduleRules.travelPoints(visit, term, other.visit(), other.term())
                                        + ScheduleRules.loadPoints(visit, term, other.visit(), other.term())))
                        .sum();
    }
}
