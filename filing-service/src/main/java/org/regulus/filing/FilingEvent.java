package org.regulus.filing;

import java.time.Instant;
import java.util.UUID;

/** What can happen to a filing. */
public sealed interface FilingEvent {

    record FilingSubmitted(UUID filing, UUID caseId, int submission, boolean late, Instant at) implements FilingEvent {}

    record FilingReturned(UUID filing, UUID caseId, int submission, int remarks, Instant at) implements FilingEvent {}

    record FilingAccepted(UUID filing, UUID caseId, int submission, boolean late, Instant at) implements FilingEvent {}

    record FilingWithdrawn(UUID filing, UUID caseId, int submission, Instant at) implements FilingEvent {}
}
