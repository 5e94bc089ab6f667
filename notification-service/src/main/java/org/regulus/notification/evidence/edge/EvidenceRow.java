package org.regulus.notification.evidence.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Read only: rows are written once, by {@link Evidences}, and the database refuses to change them. */
@Entity
@Table(name = "service_evidence")
class EvidenceRow {

    @Id
    UUID id;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String recipient;
    String kind;
    int attempt;
    String outcome;

    @Column(name = "happened_at")
    Instant at;

    String document;
    String digest;
}
