package org.regulus.inspection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.OfficeHours.Slot;

/** What can happen to an inspection as such. */
public sealed interface InspectionEvent {

    record InspectionOpened(UUID inspection, Cause cause, Instant at) implements InspectionEvent {}

    record InspectorsAssigned(UUID inspection, List<UUID> inspectors, Instant at) implements InspectionEvent {}

    record InspectorDrawCommitted(UUID inspection, Instant at) implements InspectionEvent {}

    /** @param party a body, not a person */
    record InspectorShareRevealed(UUID inspection, String party, Instant at) implements InspectionEvent {}

    record InspectorReplaced(UUID inspection, UUID removed, UUID substitute, Instant at) implements InspectionEvent {}

    record InspectionPlanned(UUID inspection, List<String> items, Instant at) implements InspectionEvent {}

    record InspectionApproved(UUID inspection, Instant at) implements InspectionEvent {}

    /** @param atTheDoor whether the visit began with it */
    record InspectionNoticed(UUID inspection, List<String> items, boolean atTheDoor, Instant at)
            implements InspectionEvent {}

    record InspectionReplaced(UUID inspection, Instant at) implements InspectionEvent {}

    record WishesStated(UUID inspection, String language, List<Slot> preferred, Instant at)
            implements InspectionEvent {}

    record InspectionConcluded(UUID inspection, Outcome outcome, Instant at) implements InspectionEvent {}
}
