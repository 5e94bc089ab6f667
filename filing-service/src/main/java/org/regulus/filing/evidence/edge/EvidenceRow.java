package org.regulus.filing.evidence.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "EvidenceRow")
@Table(name = "evidence")
class EvidenceRow {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String digest;
    String name;
    String type;
    long bytes;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    @Column(name = "uploaded_by")
    String uploadedBy;
}
