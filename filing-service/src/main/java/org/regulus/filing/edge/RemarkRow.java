package org.regulus.filing.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What an officer said of one answer of one submission. */
@Entity
@Table(name = "remark")
class RemarkRow {

    @Id
    UUID id;

    @Column(name = "filing_id")
    UUID filingId;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    int submission;
    String item;

    /** Null when it is about the operator as a whole. */
    String system;

    String remark;

    /** The answer as it was then, as JSON. */
    String answered;

    @Column(name = "remarked_at")
    Instant remarkedAt;
}
