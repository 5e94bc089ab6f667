package org.regulus.filing.evidence.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "EvidenceReadRow")
@Table(name = "evidence_read")
class EvidenceReadRow {

    @Id
    UUID id;

    @Column(name = "evidence_id")
    UUID evidenceId;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String digest;

    /** The subject of the reader's token. */
    String reader;

    @Column(name = "read_at")
    Instant readAt;
}
