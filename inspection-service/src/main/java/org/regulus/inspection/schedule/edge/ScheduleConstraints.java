package org.regulus.inspection.schedule.edge;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import org.regulus.inspection.schedule.ScheduleRules;
import org.regulus.inspection.schedule.Term;
import org.regulus.inspection.schedule.Visit;
import org.regulus.inspection.schedule.edge.PlannedVisit.Attendance;

/** The rules of the front room as the solver counts them, move by move. */
public class ScheduleConstraints implements ConstraintProvider {

    private interface Costs {
        long of(Visit one, Term at, Visit other, Term then);
    }

    private interface OwnCosts {
        long of(Visit visit, Term term);
    }

    @Override
    public Constraint[] defineConstraints(ConstraintFactory all) {
        return new Constraint[] {
            possible(all),
            placeFree(all),
            inspectorFree(all),
            planned(all),
            rather(all, "travel", ScheduleRules::travelPoints),
            rather(all, "load", ScheduleRules::loadPoints),
            own(all, "not-preferred", ScheduleRules::wishPoints),
            own(all, "later-than-risk", ScheduleRules::riskPoints),
            own(all, "announced-otherwise", ScheduleRules::changePoints)
        };
    }

    private static Constraint possible(ConstraintFactory all) {
        return all.forEach(PlannedVisit.class)
                .filter(PlannedVisit::isImpossible)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, visit -> 1)
                .asConstraint("inspector-away or notice");
    }

    private static Constraint planned(ConstraintFactory all) {
        return all.forEachIncludingUnassigned(PlannedVisit.class)
                .filter(visit -> visit.getTerm() == null)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, visit -> 1)
                .asConstraint("no-time");
    }

    private static Constraint placeFree(ConstraintFactory all) {
        return all.forEachUniquePair(
                        PlannedVisit.class, Joiners.equal(PlannedVisit::place), Joiners.equal(PlannedVisit::day))
                .filter((one, other) ->
                        ScheduleRules.samePlace(one.getVisit(), one.getTerm(), other.getVisit(), other.getTerm()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (one, other) -> 1)
                .asConstraint("place-busy");
    }

    private static Constraint inspectorFree(ConstraintFactory all) {
        return colleagues(all)
                .filter((one, other) ->
                        ScheduleRules.sameInspector(one.visit(), one.term(), other.visit(), other.term()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (one, other) -> 1)
                .asConstraint("inspector-busy");
    }

    private static Constraint rather(ConstraintFactory all, String name, Costs costs) {
        return colleagues(all)
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_SOFT,
                        (one, other) -> costs.of(one.visit(), one.term(), other.visit(), other.term()))
                .asConstraint(name);
    }

    /** Two visits of one inspector in one week; twice, when they have both inspectors in common. */
    private static BiConstraintStream<Attendance, Attendance> colleagues(ConstraintFactory all) {
        return all.forEach(PlannedVisit.class)
                .flattenLast(PlannedVisit::attendances)
                .join(
                        all.forEach(PlannedVisit.class).flattenLast(PlannedVisit::attendances),
                        Joiners.equal(Attendance::inspector),
                        Joiners.equal(Attendance::week),
                        Joiners.lessThan(Attendance::visitId));
    }

    private static Constraint own(ConstraintFactory all, String name, OwnCosts costs) {
        return all.forEach(PlannedVisit.class)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, visit -> costs.of(visit.getVisit(), visit.getTerm()))
                .asConstraint(name);
    }
}
