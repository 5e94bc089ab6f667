package org.regulus.inspection.schedule.edge;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.inspection.schedule.Term;
import org.regulus.inspection.schedule.Visit;

/** A visit as the solver moves it about. Public, with fields and accessors as the solver wants them. */
@PlanningEntity
public class PlannedVisit {

    @PlanningId
    private UUID id;

    private Visit visit;
    private Set<Term> impossible;

    @PlanningPin
    private boolean pinned;

    @PlanningVariable(allowsUnassigned = true)
    private Term term;

    /** One inspector at the visit. It holds the term because the solver takes what is equal for unchanged. */
    record Attendance(PlannedVisit planned, UUID inspector, Term term) {
        UUID visitId() {
            return planned.id;
        }

        Visit visit() {
            return planned.visit;
        }

        int week() {
            return term.week();
        }
    }

    public PlannedVisit() {}

    /** @param impossible the terms at which the visit cannot be, whatever the others do */
    PlannedVisit(Visit visit, Set<Term> impossible, Term term) {
        this.id = visit.inspectionId();
        this.visit = visit;
        this.impossible = impossible;
        this.pinned = visit.pinned() != null;
        this.term = term;
    }

    public UUID getId() {
        return id;
    }

    public Visit getVisit() {
        return visit;
    }

    public Term getTerm() {
        return term;
    }

    public void setTerm(Term other) {
        term = other;
    }

    boolean isImpossible() {
        return impossible.contains(term);
    }

    int day() {
        return term.day();
    }

    String place() {
        return visit.site().place();
    }

    List<Attendance> attendances() {
        return visit.inspectors().stream()
                .map(inspector -> new Attendance(this, inspector, term))
                .toList();
    }
}
