package org.regulus.inspection.schedule.edge;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import org.regulus.inspection.schedule.Term;

/** A timetable as the solver wants it. */
@PlanningSolution
public class Plan {

    @ValueRangeProvider
    private List<Term> terms;

    @PlanningEntityCollectionProperty
    private List<PlannedVisit> visits;

    @PlanningScore
    private HardMediumSoftLongScore score;

    public Plan() {}

    Plan(List<Term> terms, List<PlannedVisit> visits) {
        this.terms = terms;
        this.visits = visits;
    }

    public List<Term> getTerms() {
        return terms;
    }

    public List<PlannedVisit> getVisits() {
        return visits;
    }

    public HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(HardMediumSoftLongScore given) {
        score = given;
    }
}
