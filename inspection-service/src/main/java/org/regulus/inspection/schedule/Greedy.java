package org.regulus.inspection.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One interview after the other, the riskiest first, each where it costs least: a plan to begin with, and one to compare with. */
public final class Greedy {

    private Greedy() {}

    /** @return the times of those visits for which one was found; the pinned ones keep theirs */
    public static Map<UUID, Term> plan(Timetable timetable) {
        Board board = new Board();
        List<Visit> visits = timetable.visits().stream()
                .filter(visit -> timetable.impediments(visit).isEmpty())
                .toList();
        visits.stream().filter(visit -> visit.pinned() != null).forEach(visit -> board.place(visit, visit.pinned()));
        visits.stream()
                .filter(visit -> visit.pinned() == null && visit.announced() != null)
                .filter(visit -> possible(timetable, board, visit, visit.announced()))
                .forEach(visit -> board.place(visit, visit.announced()));
        visits.stream()
                .filter(visit -> !board.terms().containsKey(visit.inspectionId()))
                .sorted(Comparator.comparing(Visit::riskScore).reversed().thenComparing(Visit::inspectionId))
                .forEach(visit -> timetable.terms().stream()
                        .filter(term -> possible(timetable, board, visit, term))
                        .min(Comparator.comparing(term -> board.points(visit, term)))
                        .ifPresent(term -> board.place(visit, term)));
        return board.terms();
    }

    private static boolean possible(Timetable timetable, Board board, Visit visit, Term term) {
        return timetable.obstacle(visit, term) == null && board.fits(visit, term);
    }
}
