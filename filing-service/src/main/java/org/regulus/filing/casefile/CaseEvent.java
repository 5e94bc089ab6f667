package org.regulus.filing.casefile;

import java.time.Instant;
import java.util.UUID;

/** What can happen to a case as such. */
public sealed interface CaseEvent {

    record CaseOpened(UUID caseId, Instant at) implements CaseEvent {}

    record FilingOverdue(UUID caseId, Instant dueAt, Instant at) implements CaseEvent {}

    record CaseClosed(UUID caseId, CaseOutcome outcome, Instant at) implements CaseEvent {}
}
