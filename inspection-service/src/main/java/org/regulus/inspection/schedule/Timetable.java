package org.regulus.inspection.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be planned, within what.
 *
 * @param inspectors of the authority, by id
 * @param terms when interviews can be: office hours of working days
 * @param notBefore the first instant that keeps the period of notice
 */
public record Timetable(List<Visit> visits, Map<UUID, Availability> inspectors, List<Term> terms, Instant notBefore) {

    public static final int INSPECTORS = 2;

    /** What keeps a visit out of any plan, whatever the time; empty when nothing does. */
    public List<Remark> impediments(Visit visit) {
        List<Remark> found = new ArrayList<>();
        if (visit.inspectors().stream().distinct().count() < INSPECTORS) {
            found.add(Remark.never("too-few-inspectors", "It has not two inspectors"));
        }
        for (UUID id : visit.inspectors()) {
            Availability inspector = inspectors.get(id);
            if (inspector == null) {
                found.add(Remark.never("other-authority", "Inspector %s is not of this authority".formatted(id)));
            } else if (!inspector.active()) {
                found.add(Remark.never("inspector-inactive", "Inspector %s is no longer active".formatted(id)));
            } else if (inspector.recusedOperators().contains(visit.operatorId())) {
                found.add(Remark.never("inspector-recused", "Inspector %s is recused".formatted(id)));
            }
        }
        if (found.isEmpty()
                && visit.inspectors().stream().noneMatch(id -> inspectors
                        .get(id)
                        .languages()
                        .contains(visit.wishes().language()))) {
            found.add(Remark.never(
                    "language", "Neither inspector speaks " + visit.wishes().language()));
        }
        return found;
    }

    /** Why that time alone is impossible for the visit, or null. */
    public Remark obstacle(Visit visit, Term term) {
        for (UUID id : visit.inspectors()) {
            if (inspectors.containsKey(id) && !inspectors.get(id).free(term)) {
                return Remark.hard("inspector-away", "Inspector %s is away or engaged elsewhere then".formatted(id));
            }
        }
        if (term.startsAt().isBefore(notBefore) && !term.equals(visit.announced())) {
            return Remark.hard("notice", "The operator would not have its period of notice, until " + notBefore);
        }
        return null;
    }
}
