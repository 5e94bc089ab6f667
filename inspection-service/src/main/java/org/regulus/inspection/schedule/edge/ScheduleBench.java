package org.regulus.inspection.schedule.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.regulus.inspection.OfficeHours;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.schedule.Availability;
import org.regulus.inspection.schedule.Greedy;
import org.regulus.inspection.schedule.Review;
import org.regulus.inspection.schedule.Review.Rating;
import org.regulus.inspection.schedule.Term;
import org.regulus.inspection.schedule.Timetable;
import org.regulus.inspection.schedule.Visit;

/** {@code deploy/bench schedule}: an invented campaign, planned greedily and by the solver in the same run. Needs no running stack. */
public final class ScheduleBench {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.parse("2019-08-05");
    private static final int PROVINCES = 5;
    private static final int HUNDRED = 100;
    private static final int DAYS_OF_A_WEEK = 7;

    private ScheduleBench() {}

    /** @param line interviews, inspectors, weeks, seconds */
    public static void main(String[] line) {
        int[] sizes = IntStream.range(0, 4)
                .map(i -> i < line.length ? Integer.parseInt(line[i]) : new int[] {1_000, 60, 8, 55}[i])
                .toArray();
        Timetable timetable = timetable(sizes[0], sizes[1], sizes[2], new Random(2019));
        System.out.printf(
                "%d interviews, %d inspectors, %d weeks, %d terms%n",
                sizes[0], sizes[1], sizes[2], timetable.terms().size());
        long start = System.nanoTime();
        tell("greedy", new Review(timetable, Greedy.plan(timetable)).rating(), start);
        start = System.nanoTime();
        Map<UUID, Term> solved = ScheduleSolver.solve(timetable, Duration.ofSeconds(sizes[3]), better -> {});
        Rating rating = new Review(timetable, solved).rating();
        tell("solver", rating, start);
        System.exit(rating.hard() == 0 && rating.unplanned() == 0 ? 0 : 1);
    }

    private static void tell(String who, Rating rating, long start) {
        System.out.printf(
                "%s: %.1f s, %d hard faults, %d interviews without a time, %d points%n",
                who, (System.nanoTime() - start) / 1e9, rating.hard(), rating.unplanned(), rating.points());
    }

    static Timetable timetable(int interviews, int inspectors, int weeks, Random random) {
        OfficeHours hours = new OfficeHours(ZONE, day -> day.getDayOfWeek().getValue() <= 5);
        Instant begin = FIRST.atStartOfDay(ZONE).toInstant();
        List<Term> terms = hours.free(FIRST, weeks * DAYS_OF_A_WEEK, Duration.ofHours(2), List.of(), begin).stream()
                .map(slot -> Term.of(slot, FIRST, ZONE))
                .toList();
        List<UUID> ids =
                IntStream.range(0, inspectors).mapToObj(i -> new UUID(1, i)).toList();
        Map<UUID, Availability> people = new HashMap<>();
        ids.forEach(id -> people.put(id, new Availability(id, true, Set.of("zh"), Set.of(), leave(terms, random))));
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < interviews; i++) {
            visits.add(visit(i, ids, terms, random));
        }
        return new Timetable(visits, people, terms, begin);
    }

    /** Two days, somewhere in the period. */
    private static List<Slot> leave(List<Term> terms, Random random) {
        Instant from = terms.get(random.nextInt(terms.size())).startsAt();
        return List.of(new Slot(from, from.plus(Duration.ofDays(2))));
    }

    private static Visit visit(int number, List<UUID> inspectors, List<Term> terms, Random random) {
        List<UUID> drawn = random.ints(0, inspectors.size())
                .distinct()
                .limit(Timetable.INSPECTORS)
                .mapToObj(inspectors::get)
                .sorted(Comparator.naturalOrder())
                .toList();
        Instant window = terms.get(random.nextInt(terms.size())).startsAt();
        List<Slot> preferred = random.nextBoolean()
                ? List.of()
                : List.of(new Slot(window, window.plus(Duration.ofDays(DAYS_OF_A_WEEK))));
        return new Visit(
                new UUID(2, number),
                new UUID(3, number),
                drawn,
                new Visit.Site("premises " + number, "province " + random.nextInt(PROVINCES)),
                new Visit.Wishes("zh", preferred),
                null,
                null,
                random.nextInt(HUNDRED));
    }
}
