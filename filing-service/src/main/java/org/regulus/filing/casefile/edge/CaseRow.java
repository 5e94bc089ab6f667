package org.regulus.filing.casefile.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.regulus.filing.casefile.CaseFile;
import org.regulus.filing.casefile.CaseOutcome;
import org.regulus.filing.casefile.CaseProgress;
import org.regulus.filing.casefile.CaseState;

/** A case as it is stored. Other features of this service read its facts; only {@link Cases} changes its state. */
@Entity
@Table(name = "case_file")
public class CaseRow {

    @Id
    public UUID id;

    public String authority;

    @Column(name = "operator_id")
    public UUID operatorId;

    @Column(name = "campaign_id")
    public UUID campaignId;

    @Column(name = "case_number")
    public String caseNumber;

    @Column(name = "opened_for")
    String openedFor;

    public String province;

    @Column(name = "licence_class")
    public String licenceClass;

    @Column(name = "system_kinds")
    public String[] systemKinds;

    /** As the register had it when the case was opened; null when it had none. */
    @Column(name = "credit_class")
    public String creditClass;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "filing_due_at")
    public Instant filingDueAt;

    /** The version of its campaign that it answers; 0 as it was published. */
    public int correction;

    String state;

    @Column(name = "state_at")
    Instant stateAt;

    String outcome;

    /** What an officer said who closed it by hand. */
    @Column(name = "closing_note")
    String closingNote;

    /** The subject of that officer's token. */
    @Column(name = "closed_by")
    String closedBy;

    /** Who has it in hand: the subject of an officer's token. */
    @Column(name = "assigned_to")
    String assignedTo;

    String progress = CaseProgress.NONE.word();

    /** Whether the operator knows of the inspection that the case is under. */
    @Column(name = "inspection_told")
    boolean inspectionTold;

    /** The progress as the operator may know it: an inspection that nobody announced would be no surprise else. */
    @Formula("case when progress = 'under-inspection' and not inspection_told then 'none' else progress end")
    String toldProgress;

    long announced;

    @Version
    long version;

    CaseFile caseFile() {
        return new CaseFile(id, announced, CaseState.of(state, outcome, stateAt));
    }

    void take(CaseFile changed) {
        announced = changed.announced();
        state = changed.state().word();
        if (changed.state() instanceof CaseState.Overdue overdue) {
            stateAt = overdue.at();
        } else if (changed.state() instanceof CaseState.Closed closed) {
            stateAt = closed.at();
            outcome = closed.outcome().word();
        }
    }

    /** Whoever had it in hand serves the former authority. */
    public void handOver(String to) {
        authority = to;
        assignedTo = null;
    }

    CaseProgress progress() {
        return CaseProgress.of(progress);
    }

    /** Opened by a risk report, and nobody inspects it. */
    public boolean isAboutRiskOnly() {
        return campaignId == null && progress() == CaseProgress.NONE;
    }

    boolean isOpen() {
        return state.equals(new CaseState.Open().word());
    }

    public boolean isClosed() {
        return CaseState.of(state, outcome == null ? CaseOutcome.NO_CHECK.word() : outcome, stateAt)
                instanceof CaseState.Closed;
    }
}
