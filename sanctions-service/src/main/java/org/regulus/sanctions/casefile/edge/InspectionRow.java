package org.regulus.sanctions.casefile.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.casefile.ConcludedInspection;
import org.regulus.sanctions.casefile.Finding;

@Entity
@Table(name = "inspected_case")
class InspectionRow {

    @Id
    @Column(name = "inspection_id")
    UUID inspectionId;

    @Column(name = "campaign_id")
    UUID campaignId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "operator_id")
    UUID operatorId;

    String authority;

    @JdbcTypeCode(SqlTypes.JSON)
    Findings findings;

    @Column(name = "concluded_at")
    Instant concludedAt;

    long sequence;

    /** A JSON object, because Hibernate Reactive stores no JSON array at the top. */
    record Findings(List<Finding> all) {}

    static InspectionRow of(ConcludedInspection inspection) {
        InspectionRow row = new InspectionRow();
        row.inspectionId = inspection.inspectionId();
        row.show(inspection);
        return row;
    }

    void show(ConcludedInspection inspection) {
        campaignId = inspection.campaignId().orElse(null);
        caseId = inspection.subject().caseId();
        operatorId = inspection.subject().operatorId();
        authority = inspection.subject().authority();
        findings = new Findings(inspection.findings());
        concludedAt = inspection.concludedAt();
        sequence = inspection.sequence();
    }

    ConcludedInspection toDomain() {
        return new ConcludedInspection(
                inspectionId,
                Optional.ofNullable(campaignId),
                new CaseSubject(caseId, operatorId, authority),
                findings.all(),
                concludedAt,
                sequence);
    }
}
