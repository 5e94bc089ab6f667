package org.regulus.inspection.schedule;

import java.util.List;
import java.util.UUID;
import org.regulus.inspection.OfficeHours.Slot;

/**
 * An interview to be planned, and what is known of it.
 *
 * @param inspectors those who were drawn
 * @param announced when it is fixed for, where the operator was told a time; else null
 * @param pinned whether {@code announced} or what an officer chose must stay
 * @param riskScore 0 to 100
 */
public record Visit(
        UUID inspectionId,
        UUID operatorId,
        List<UUID> inspectors,
        Site site,
        Wishes wishes,
        Term announced,
        Term pinned,
        int riskScore) {

    /** @param place a room or an operator's premises: one interview at a time */
    public record Site(String place, String province) {}

    /** @param preferred when the operator would rather be visited; empty when it did not say */
    public record Wishes(String language, List<Slot> preferred) {
        public boolean met(Term term) {
            return preferred.isEmpty()
                    || preferred.stream()
                            .anyMatch(window -> !term.slot().startsAt().isBefore(window.startsAt())
                                    && !term.slot().endsAt().isAfter(window.endsAt()));
        }
    }

    /** How many inspectors the two have in common. */
    public int shared(Visit other) {
        int shared = 0;
        for (UUID inspector : inspectors) {
            shared += other.inspectors.contains(inspector) ? 1 : 0;
        }
        return shared;
    }
}
