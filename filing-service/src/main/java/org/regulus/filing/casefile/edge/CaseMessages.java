package org.regulus.filing.casefile.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.filing.casefile.CaseEvent;
import org.regulus.filing.casefile.CaseFile;

/** A case's changes as they go over the wire. */
final class CaseMessages {

    static final String OPENED = "regulus.filing.case-opened.v1";
    static final String OVERDUE = "regulus.filing.filing-overdue.v1";
    static final String EXTENSION_REQUESTED = "regulus.filing.extension-requested.v1";
    static final String EXTENSION_DECIDED = "regulus.filing.extension-decided.v1";
    static final String CORRECTED = "regulus.filing.case-corrected.v1";
    static final String ASSIGNED = "regulus.filing.case-assigned.v1";
    static final String CLOSED = "regulus.filing.case-closed.v1";

    private CaseMessages() {}

    /** @param creditClass left out: the operator had none */
    record CaseOpened(
            UUID caseId,
            String caseNumber,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String province,
            String licenceClass,
            List<String> systemKinds,
            @JsonInclude(JsonInclude.Include.NON_NULL) String creditClass,
            String openedFor,
            Instant filingDueAt,
            Instant openedAt) {}

    record FilingOverdue(
            UUID caseId, UUID campaignId, UUID operatorId, String authority, Instant dueAt, Instant overdueAt) {}

    record ExtensionRequested(
            UUID caseId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            Instant dueAt,
            Instant askedUntil,
            Instant requestedAt) {}

    /** @param filingDueAt the deadline from now on, whether it was moved or not */
    record ExtensionDecided(
            UUID caseId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            boolean granted,
            Instant filingDueAt,
            Instant decidedAt) {}

    /** @param filingDueAt the deadline from now on, whether it was moved or not */
    record CaseCorrected(
            UUID caseId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            int correction,
            Instant filingDueAt,
            Instant correctedAt) {}

    /** @param assignedTo left out: nobody */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseAssigned(
            UUID caseId, UUID campaignId, UUID operatorId, String authority, String assignedTo, Instant assignedAt) {}

    record CaseClosed(
            UUID caseId, UUID campaignId, UUID operatorId, String authority, String outcome, Instant closedAt) {}

    static OutboxMessage of(CaseRow row, CaseFile.Change<? extends CaseEvent> change) {
        CaseEvent event = change.event();
        if (event instanceof CaseEvent.CaseOpened opened) {
            return message(
                    OPENED,
                    row,
                    change,
                    opened.at(),
                    new CaseOpened(
                            row.id,
                            row.caseNumber,
                            row.campaignId,
                            row.operatorId,
                            row.authority,
                            row.province,
                            row.licenceClass,
                            List.of(row.systemKinds),
                            row.creditClass,
                            row.openedFor,
                            row.filingDueAt,
                            opened.at()));
        }
        if (event instanceof CaseEvent.FilingOverdue overdue) {
            return message(
                    OVERDUE,
                    row,
                    change,
                    overdue.at(),
                    new FilingOverdue(
                            row.id, row.campaignId, row.operatorId, row.authority, overdue.dueAt(), overdue.at()));
        }
        if (event instanceof CaseEvent.ExtensionRequested asked) {
            return message(
                    EXTENSION_REQUESTED,
                    row,
                    change,
                    asked.at(),
                    new ExtensionRequested(
                            row.id,
                            row.campaignId,
                            row.operatorId,
                            row.authority,
                            row.filingDueAt,
                            asked.until(),
                            asked.at()));
        }
        if (event instanceof CaseEvent.ExtensionDecided decided) {
            return message(
                    EXTENSION_DECIDED,
                    row,
                    change,
                    decided.at(),
                    new ExtensionDecided(
                            row.id,
                            row.campaignId,
                            row.operatorId,
                            row.authority,
                            decided.dueAt() != null,
                            row.filingDueAt,
                            decided.at()));
        }
        if (event instanceof CaseEvent.CaseCorrected corrected) {
            return message(
                    CORRECTED,
                    row,
                    change,
                    corrected.at(),
                    new CaseCorrected(
                            row.id,
                            row.campaignId,
                            row.operatorId,
                            row.authority,
                            corrected.correction(),
                            corrected.dueAt(),
                            corrected.at()));
        }
        if (event instanceof CaseEvent.CaseAssigned assigned) {
            return message(
                    ASSIGNED,
                    row,
                    change,
                    assigned.at(),
                    new CaseAssigned(
                            row.id, row.campaignId, row.operatorId, row.authority, assigned.officer(), assigned.at()));
        }
        if (event instanceof CaseEvent.CaseClosed closed) {
            return message(
                    CLOSED,
                    row,
                    change,
                    closed.at(),
                    new CaseClosed(
                            row.id,
                            row.campaignId,
                            row.operatorId,
                            row.authority,
                            closed.outcome().word(),
                            closed.at()));
        }
        throw new IllegalStateException("No message for " + event);
    }

    private static OutboxMessage message(String type, CaseRow row, CaseFile.Change<?> change, Instant at, Object data) {
        AggregateVersion aggregate =
                new AggregateVersion("case", row.id, change.caseFile().announced());
        return new OutboxMessage(type, row.id, aggregate, row.authority, at, data);
    }
}
