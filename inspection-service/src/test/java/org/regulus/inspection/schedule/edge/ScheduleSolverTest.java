package org.regulus.inspection.schedule.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.schedule.Availability;
import org.regulus.inspection.schedule.Greedy;
import org.regulus.inspection.schedule.Review;
import org.regulus.inspection.schedule.Review.Rating;
import org.regulus.inspection.schedule.Term;
import org.regulus.inspection.schedule.Timetable;
import org.regulus.inspection.schedule.Visit;

class ScheduleSolverTest {

    /** By moves and not by time: on a busy machine it searches longer and finds the same. */
    private static final SolverConfig MOVES =
            ScheduleSolver.config(new TerminationConfig().withMoveCountLimit(20_000L));

    private final SolutionManager<Plan, HardMediumSoftLongScore> scores =
            SolutionManager.create(SolverFactory.<Plan>create(MOVES));

    /** Two ways of counting that share only the rules: any random plan, good or bad. */
    @Test
    void the_solver_counts_as_the_review_does() {
        Random random = new Random(7);
        for (int run = 0; run < 20; run++) {
            Timetable timetable = ScheduleBench.timetable(40, 6, 1, random);
            Map<UUID, Term> plan = new HashMap<>();
            timetable
                    .visits()
                    .forEach(visit -> plan.put(
                            visit.inspectionId(),
                            timetable
                                    .terms()
                                    .get(random.nextInt(timetable.terms().size()))));
            plan.remove(timetable.visits().get(0).inspectionId());
            Rating solvers = ScheduleSolver.rating(scores.update(ScheduleSolver.plan(timetable, plan)));
            assertThat(solvers).isEqualTo(new Review(timetable, plan).rating());
            assertThat(solvers.hard()).isPositive();
        }
    }

    @Test
    void the_solver_finds_a_plan_that_is_allowed_and_cheaper_than_the_greedy_one() {
        Timetable timetable = ScheduleBench.timetable(60, 16, 2, new Random(7));
        Rating greedy = new Review(timetable, Greedy.plan(timetable)).rating();
        List<Rating> told = new ArrayList<>();
        Map<UUID, Term> solved = ScheduleSolver.solve(timetable, MOVES, told::add);
        Rating rating = new Review(timetable, solved).rating();
        assertThat(rating.hard()).isZero();
        assertThat(rating.unplanned()).isLessThanOrEqualTo(greedy.unplanned());
        assertThat(rating.points()).isLessThan(greedy.points());
        assertThat(told.get(told.size() - 1)).isEqualTo(rating);
    }

    @Test
    void an_absence_moves_only_those_interviews_that_it_concerns() {
        Timetable before = ScheduleBench.timetable(40, 8, 3, new Random(7));
        Map<UUID, Term> announced = ScheduleSolver.solve(before, MOVES, better -> {});
        UUID ill = before.visits().get(0).inspectors().get(0);
        Instant from = before.terms().get(0).startsAt();
        Slot leave = new Slot(from, from.plus(Duration.ofDays(7)));
        Map<UUID, Availability> inspectors = new HashMap<>(before.inspectors());
        Availability known = inspectors.get(ill);
        inspectors.put(ill, new Availability(ill, true, known.languages(), known.recusedOperators(), List.of(leave)));
        List<Visit> visits =
                before.visits().stream().map(visit -> told(visit, announced)).toList();

        Map<UUID, Term> again = ScheduleSolver.solve(
                new Timetable(visits, inspectors, before.terms(), before.notBefore()), MOVES, better -> {});

        assertThat(again).hasSameSizeAs(announced);
        List<Visit> moved = visits.stream()
                .filter(visit -> !again.get(visit.inspectionId()).equals(visit.announced()))
                .toList();
        assertThat(moved).isNotEmpty().allMatch(visit -> visit.inspectors().contains(ill));
    }

    private static Visit told(Visit visit, Map<UUID, Term> announced) {
        return new Visit(
                visit.inspectionId(),
                visit.operatorId(),
                visit.inspectors(),
                visit.site(),
                visit.wishes(),
                announced.get(visit.inspectionId()),
                null,
                visit.riskScore());
    }
}
