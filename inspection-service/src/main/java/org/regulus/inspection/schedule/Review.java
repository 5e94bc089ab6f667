package org.regulus.inspection.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Judges a plan without the solver: what it costs in all, and for each interview, in words, what speaks against its time. */
public final class Review {

    /**
     * @param hard how often the plan does what it must not
     * @param unplanned interviews without a time
     */
    public record Rating(long hard, long unplanned, long points) {}

    private final Timetable timetable;
    private final Map<UUID, Term> plan;
    private final Board board;

    public Review(Timetable timetable, Map<UUID, Term> plan) {
        this.timetable = timetable;
        this.plan = plan;
        this.board = Board.of(timetable.visits(), plan);
    }

    public Map<UUID, List<Remark>> remarks() {
        Map<UUID, List<Remark>> all = new LinkedHashMap<>();
        timetable.visits().forEach(visit -> all.put(visit.inspectionId(), remarks(visit)));
        return all;
    }

    /** A pair's faults and costs are said of both and counted once. */
    public Rating rating() {
        long hard = 0;
        long pairs = 0;
        long points = 0;
        long unplanned = 0;
        for (Visit visit : timetable.visits()) {
            Term term = plan.get(visit.inspectionId());
            if (term == null) {
                unplanned++;
                continue;
            }
            hard += timetable.impediments(visit).size() + (timetable.obstacle(visit, term) == null ? 0 : 1);
            pairs += board.neighbours(visit, term).stream()
                    .mapToLong(other -> clashes(visit, term, other).size())
                    .sum();
            long own = ScheduleRules.ownPoints(visit, term);
            points += 2 * own + board.points(visit, term) - own;
        }
        return new Rating(hard + pairs / 2, unplanned, points / 2);
    }

    private List<Remark> remarks(Visit visit) {
        Term term = plan.get(visit.inspectionId());
        List<Remark> said = new ArrayList<>(timetable.impediments(visit));
        if (term == null) {
            if (said.isEmpty()) {
                said.add(Remark.hard(
                        "no-time", "No time was found within the period: extend it, or move what is pinned"));
            }
            return said;
        }
        Remark obstacle = timetable.obstacle(visit, term);
        if (obstacle != null) {
            said.add(obstacle);
        }
        Set<Board.Placed> others = board.neighbours(visit, term);
        others.forEach(other -> said.addAll(clashes(visit, term, other)));
        said.addAll(soft(visit, term, others));
        return said;
    }

    private static List<Remark> clashes(Visit visit, Term term, Board.Placed other) {
        List<Remark> said = new ArrayList<>();
        UUID id = other.visit().inspectionId();
        if (ScheduleRules.samePlace(visit, term, other.visit(), other.term())) {
            said.add(Remark.hard("place-busy", "Inspection %s is at the same place then".formatted(id)));
        }
        if (ScheduleRules.sameInspector(visit, term, other.visit(), other.term())) {
            Remark busy = Remark.hard(
                    "inspector-busy", "An inspector cannot be in time at this one and at inspection %s".formatted(id));
            said.addAll(Collections.nCopies(visit.shared(other.visit()), busy));
        }
        return said;
    }

    private static List<Remark> soft(Visit visit, Term term, Set<Board.Placed> others) {
        List<Remark> said = new ArrayList<>();
        long travel = others.stream()
                .mapToLong(other -> visit.shared(other.visit())
                        * ScheduleRules.travelPoints(visit, term, other.visit(), other.term()))
                .sum();
        long load = others.stream()
                .mapToLong(other -> visit.shared(other.visit())
                        * ScheduleRules.loadPoints(visit, term, other.visit(), other.term()))
                .sum();
        add(
                said,
                "travel",
                travel,
                "Its inspectors travel to other sites on that day, or to other provinces in that week");
        add(said, "load", load, "Its inspectors have other interviews on that day or in that week");
        add(
                said,
                "not-preferred",
                ScheduleRules.wishPoints(visit, term),
                "The operator would rather have another time");
        add(
                said,
                "later-than-risk",
                ScheduleRules.riskPoints(visit, term),
                "Risk %d, and it comes %d days after the first day".formatted(visit.riskScore(), term.day()));
        add(
                said,
                "announced-otherwise",
                ScheduleRules.changePoints(visit, term),
                "The operator was told another time: "
                        + (visit.announced() == null ? "" : visit.announced().startsAt()));
        return said;
    }

    private static void add(List<Remark> said, String code, long points, String words) {
        if (points > 0) {
            said.add(Remark.soft(code, points, words));
        }
    }
}
