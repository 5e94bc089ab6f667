package org.regulus.filing.casefile;

import java.time.Instant;
import java.util.UUID;

/** What can happen to a case as such. */
public sealed interface CaseEvent {

    record CaseOpened(UUID caseId, Instant at) implements CaseEvent {}

    record FilingOverdue(UUID caseId, Instant dueAt, Instant at) implements CaseEvent {}

    record ExtensionRequested(UUID caseId, Instant until, Instant at) implements CaseEvent {}

    /** @param dueAt the new deadline, or null when it was refused */
    record ExtensionDecided(UUID caseId, Instant dueAt, Instant at) implements CaseEvent {}

    /** What the case is asked, or by when, was corrected. */
    record CaseCorrected(UUID caseId, int correction, Instant dueAt, Instant at) implements CaseEvent {}

    /** @param officer who has it in hand now, by account; null for nobody */
    record CaseAssigned(UUID caseId, String officer, Instant at) implements CaseEvent {}

    record CaseClosed(UUID caseId, CaseOutcome outcome, Instant at) implements CaseEvent {}
}
