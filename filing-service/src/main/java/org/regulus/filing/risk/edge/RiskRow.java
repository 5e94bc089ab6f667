package org.regulus.filing.risk.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.filing.risk.RiskReport;

@Entity(name = "RiskRow")
@Table(name = "risk_report")
class RiskRow {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String title;
    String description;
    String grade;
    String outcome;

    @Column(name = "rule_set")
    String ruleSet;

    String reporter;
    String type;

    @Column(name = "affected_systems")
    String[] affectedSystems;

    Long persons;

    @Column(name = "loss_minor")
    Long lossMinor;

    /** What the figures make of it, by the rules; null when they reach nothing. */
    @Column(name = "proposed_grade")
    String proposedGrade;

    @Column(name = "cross_border")
    boolean crossBorder;

    @Column(name = "handled_at")
    Instant handledAt;

    @Column(name = "discovered_at")
    Instant discoveredAt;

    @Column(name = "reported_at")
    Instant reportedAt;

    @Column(name = "triaged_at")
    Instant triagedAt;

    @Version
    long version;

    RiskReport report() {
        return new RiskReport(id, caseId, RiskReport.Grade.of(grade), RiskReport.Outcome.of(outcome));
    }

    void take(RiskReport changed) {
        grade = changed.grade().word();
        outcome = changed.outcome().word();
    }
}
