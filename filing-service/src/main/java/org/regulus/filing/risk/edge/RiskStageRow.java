package org.regulus.filing.risk.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.filing.risk.OwedStage;

/** One report that is owed on a risk. */
@Entity(name = "RiskStageRow")
@Table(name = "risk_stage")
class RiskStageRow {

    @Id
    UUID id;

    @Column(name = "risk_id")
    UUID riskId;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String stage;

    /** operator or authority. */
    @Column(name = "done_by")
    String doneBy;

    @Column(name = "due_at")
    Instant dueAt;

    /** What it was due before the grade was changed. */
    @Column(name = "former_due_at")
    Instant formerDueAt;

    @Column(name = "done_at")
    Instant doneAt;

    @Column(name = "missed_at")
    Instant missedAt;

    /** The confirmed grade does not ask for it. */
    @Column(name = "fell_away_at")
    Instant fellAwayAt;

    int reports;

    /** How many events it has announced. */
    long announced;

    @Version
    long version;

    static RiskStageRow of(UUID id, RiskRow risk, String stage) {
        RiskStageRow row = new RiskStageRow();
        row.id = id;
        row.riskId = risk.id;
        row.caseId = risk.caseId;
        row.authority = risk.authority;
        row.operatorId = risk.operatorId;
        row.stage = stage;
        return row;
    }

    OwedStage stage() {
        return new OwedStage(dueAt, formerDueAt, doneAt, missedAt, fellAwayAt, reports);
    }

    void take(OwedStage changed) {
        dueAt = changed.dueAt();
        formerDueAt = changed.formerDueAt();
        doneAt = changed.doneAt();
        missedAt = changed.missedAt();
        fellAwayAt = changed.fellAwayAt();
        reports = changed.reports();
    }
}
