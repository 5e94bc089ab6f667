package org.regulus.inspection.schedule;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.inspection.OfficeHours.Slot;

/**
 * What is known of an inspector of the authority.
 *
 * @param engaged leave, and interviews that are not part of the plan
 */
public record Availability(
        UUID inspectorId, boolean active, Set<String> languages, Set<UUID> recusedOperators, List<Slot> engaged) {

    boolean free(Term term) {
        return engaged.stream().noneMatch(term.slot()::overlaps);
    }
}
